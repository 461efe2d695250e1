import Numerics

/// Decimal exponents of values.
enum Decimal {
  /// The largest n with 10ⁿ ≤ value; 0 for what is not positive and finite.
  static func exponent(_ value: Double) -> Int {
    guard value > 0, value.isFinite else { return 0 }
    var n = Int(Elementary.log10(value).rounded(.down))
    if Elementary.pow10(n + 1) <= value { n += 1 }
    if Elementary.pow10(n) > value { n -= 1 }
    return n
  }
}

/// A number m × 10ᵉ as ticks have it: known exactly, so that it is written exactly.
struct TickValue: Equatable, Sendable {
  var mantissa: Int
  var exponent: Int

  var value: Double {
    exponent < 0 && exponent >= -22
      ? Double(mantissa) / Elementary.pow10(-exponent) : Double(mantissa) * Elementary.pow10(exponent)
  }

  /// Whether the number is ±1, 2 or 5 times a power of ten.
  var hasLogDigit: Bool {
    let digits = String(abs(mantissa)).split(separator: "0", omittingEmptySubsequences: true)
    return digits.count == 1 && ["1", "2", "5"].contains(digits[0])
  }

  /// The exponent of the number's first digit; nil for 0.
  var magnitude: Int? {
    mantissa == 0 ? nil : exponent + String(abs(mantissa)).count - 1
  }
}
