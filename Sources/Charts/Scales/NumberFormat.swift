/// Writes the numbers of one axis alike, as a person would: 0.05, 1e−6, 60k.
enum NumberFormat: Equatable, Sendable {
  /// Digits after the point.
  case decimal(places: Int)
  /// Thousands (k) or millions (M).
  case suffix(exponent: Int, letter: String, places: Int)
  /// Every number times this power of ten.
  case power(exponent: Int, places: Int)
  /// Each number with its own exponent, for decades: 1e−6, 1e−3, 1e0.
  case decades

  /// The format of a linear axis with these ticks.
  static func linear(_ ticks: [TickValue]) -> NumberFormat {
    let used = ticks.filter { $0.mantissa != 0 }.map(reduced)
    guard let high = used.compactMap(\.magnitude).max(), let low = used.map(\.exponent).min() else {
      return .decimal(places: 0)
    }
    if high >= 9 || high < -3 { return .power(exponent: high, places: max(0, high - low)) }
    if high >= 6, low >= 3 { return .suffix(exponent: 6, letter: "M", places: max(0, 6 - low)) }
    if high >= 4, low >= 1 { return .suffix(exponent: 3, letter: "k", places: max(0, 3 - low)) }
    if low < -6 { return .power(exponent: high, places: max(0, high - low)) }
    return .decimal(places: max(0, -low))
  }

  /// The format of a logarithmic axis.
  static func log(_ ticks: [TickValue]) -> NumberFormat {
    let magnitudes = ticks.compactMap(\.magnitude)
    guard let low = magnitudes.min(), let high = magnitudes.max() else { return .decimal(places: 0) }
    return low < -3 || high > 3 ? .decades : .decimal(places: 0)
  }

  func text(_ tick: TickValue) -> String {
    guard tick.mantissa != 0 else { return "0" }
    switch self {
    case .decimal(let places):
      return Self.decimal(tick, places: max(places, -Self.reduced(tick).exponent))
    case .suffix(let exponent, let letter, let places):
      return Self.decimal(
        TickValue(mantissa: tick.mantissa, exponent: tick.exponent - exponent), places: places)
        + letter
    case .power(let exponent, let places):
      let scaled = TickValue(mantissa: tick.mantissa, exponent: tick.exponent - exponent)
      return Self.decimal(scaled, places: places) + "e" + Self.integer(exponent)
    case .decades:
      let short = Self.reduced(tick)
      let exponent = tick.magnitude ?? 0
      let scaled = TickValue(mantissa: short.mantissa, exponent: short.exponent - exponent)
      return Self.decimal(scaled, places: max(0, -scaled.exponent)) + "e" + Self.integer(exponent)
    }
  }

  /// An integer with a typographic minus.
  static func integer(_ value: Int) -> String {
    value < 0 ? "−\(-value)" : "\(value)"
  }

  /// Without trailing zeros in the mantissa.
  private static func reduced(_ tick: TickValue) -> TickValue {
    var tick = tick
    while tick.mantissa != 0, tick.mantissa.isMultiple(of: 10) {
      tick.mantissa /= 10
      tick.exponent += 1
    }
    return tick
  }

  /// m × 10ᵉ with so many digits after the point, by moving the point.
  private static func decimal(_ tick: TickValue, places: Int) -> String {
    var digits = String(abs(tick.mantissa))
    let shift = tick.exponent + places
    if shift >= 0 {
      digits += String(repeating: "0", count: shift)
    } else {
      digits = String(digits.dropLast(min(-shift, digits.count - 1)))
    }
    if places > 0 {
      digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
      digits = digits.dropLast(places) + "." + digits.suffix(places)
    }
    return (tick.mantissa < 0 ? "−" : "") + digits
  }
}
