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

  /// The colour, darkened as far as text on white needs: contrast 4.5:1 or better.
  ///
  /// Channels are taken to light by their square, which is never less dark than the true curve asks for.
  var readable: Color {
    let limit = 1.05 / 4.5 - 0.05
    var color = self
    for _ in 0..<20 where color.light > limit { color = .mix(color, Theme.ink, 0.15) }
    return color
  }

  private var light: Double {
    func channel(_ value: UInt8) -> Double { Double(value) / 255 * Double(value) / 255 }
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
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
