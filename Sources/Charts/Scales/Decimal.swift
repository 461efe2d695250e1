/// Powers and logarithms to base 10 from + − × ÷ only, so that ticks and pixels are the same on every machine.
enum Decimal {
  /// 10 to the power `n`; exact to one rounding for |n| ≤ 22, 0 or infinity far outside.
  static func power(_ n: Int) -> Double {
    var value = 1.0
    for _ in 0..<min(abs(n), 400) { value *= 10 }
    return n < 0 ? 1 / value : value
  }

  /// Common logarithm of a positive finite number, within a few units of the last place.
  ///
  /// ln m = 2 artanh((m − 1) / (m + 1)) as a power series over √½ ≤ m < √2.
  static func log10(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return value == 0 ? -.infinity : .nan }
    var exponent = Double(value.exponent)
    var mantissa = value.significand
    if mantissa > 1.4142135623730951 {
      mantissa /= 2
      exponent += 1
    }
    let s = (mantissa - 1) / (mantissa + 1)
    let square = s * s
    var term = s
    var sum = 0.0
    for k in 0..<14 {
      sum += term / Double(2 * k + 1)
      term *= square
    }
    return exponent * 0.3010299956639812 + 2 * sum * 0.4342944819032518
  }

  /// The largest n with 10ⁿ ≤ value, for a positive finite value.
  static func exponent(_ value: Double) -> Int {
    var n = Int(log10(value).rounded(.down))
    if power(n + 1) <= value { n += 1 }
    if power(n) > value { n -= 1 }
    return n
  }
}

/// A number m × 10ᵉ as ticks have it: known exactly, so that it is written exactly.
struct TickValue: Equatable, Sendable {
  var mantissa: Int
  var exponent: Int

  var value: Double {
    exponent < 0 && exponent >= -22
      ? Double(mantissa) / Decimal.power(-exponent) : Double(mantissa) * Decimal.power(exponent)
  }

  /// The exponent of the number's first digit; nil for 0.
  var magnitude: Int? {
    mantissa == 0 ? nil : exponent + String(abs(mantissa)).count - 1
  }
}
