/// The colours of marks: categories that colour-blind readers can tell apart, and a ramp for what has an order.
package enum Palette {
  /// How many categories have a colour of their own.
  package static let categoryCount = categories.count

  /// The colour of a category; from the eleventh on the colours repeat, and `dash(_:)` tells them apart.
  package static func category(_ index: Int) -> Color {
    categories[((index % categoryCount) + categoryCount) % categoryCount]
  }

  /// The dash pattern of a category, in pen widths: solid for the first ten, then dashed, dotted, dash-dotted.
  package static func dash(_ index: Int) -> [Double] {
    switch max(0, index) / categoryCount % 4 {
    case 0: []
    case 1: [4, 3]
    case 2: [1, 2.5]
    default: [5, 2.5, 1, 2.5]
    }
  }

  /// A perceptually uniform ramp from dark violet (0) to bright yellow-green (1); clamped, NaN counts as 0.
  ///
  /// Lightness rises linearly from 0.30 to 0.86 in OKLab while the hue turns from 312° to 100°.
  package static func ramp(_ t: Double) -> Color {
    let position = max(0, min(1, t)) * Double(rampStops.count - 1)
    let index = min(rampStops.count - 2, Int(position))
    return .mix(rampStops[index], rampStops[index + 1], position - Double(index))
  }

  /// The ramp's colour for item `index` of `count` lines on a white ground: stops short of the palest end.
  package static func sequence(_ index: Int, of count: Int) -> Color {
    ramp(count < 2 ? 0.35 : 0.9 * Double(index) / Double(count - 1))
  }

  /// Distinct in hue and in lightness, and dark enough for thin lines on white.
  private static let categories: [Color] = [
    Color(0x0B6BB8), Color(0xD9520A), Color(0x10936B), Color(0xB8418C), Color(0xE39B00),
    Color(0x45ABDD), Color(0x7A2E12), Color(0x5A4FCF), Color(0x8A8A12), Color(0x4A4F55),
  ]

  private static let rampStops: [Color] = [
    0x450460, 0x431A75, 0x3D2C87, 0x313D96, 0x184EA1, 0x01609B, 0x036F97, 0x047D97, 0x018A97, 0x039896,
    0x02A691,
    0x05B586, 0x4FBE78, 0x7CC56A, 0xA2CB5E, 0xC6CF56, 0xE7D355,
  ].map { Color($0) }
}
