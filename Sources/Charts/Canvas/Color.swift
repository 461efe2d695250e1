/// An sRGB colour with eight bits a channel; `alpha` 255 is opaque.
package struct Color: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8
  package var alpha: UInt8

  /// The colour written as 0xRRGGBB.
  package init(_ hex: UInt32, alpha: UInt8 = 255) {
    red = UInt8(truncatingIfNeeded: hex >> 16)
    green = UInt8(truncatingIfNeeded: hex >> 8)
    blue = UInt8(truncatingIfNeeded: hex)
    self.alpha = alpha
  }

  /// The colour with its alpha scaled by `opacity` (0 … 1, clamped; NaN counts as 0).
  package func opacity(_ opacity: Double) -> Color {
    var copy = self
    copy.alpha = UInt8(Double(alpha) * max(0, min(1, opacity)) + 0.5)
    return copy
  }

  /// The colour between two opaque ones, `t` from 0 to 1, mixed channel by channel.
  static func mix(_ a: Color, _ b: Color, _ t: Double) -> Color {
    func channel(_ from: UInt8, _ to: UInt8) -> UInt8 {
      UInt8(Double(from) + (Double(to) - Double(from)) * t + 0.5)
    }
    var mixed = a
    mixed.red = channel(a.red, b.red)
    mixed.green = channel(a.green, b.green)
    mixed.blue = channel(a.blue, b.blue)
    return mixed
  }
}
