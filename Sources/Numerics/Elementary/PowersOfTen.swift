// Powers of ten in Double, for axes and tables.
//
// Source: 10ⁿ = 5ⁿ·2ⁿ, with 5ⁿ kept as an integer of 125 bits and cut off after each step: the relative error is below
// 400·2⁻¹²⁴ before the one rounding to Double.
//
// Error: correctly rounded for every n (tested for each against the decimal literal).

extension Elementary {
  /// 10ⁿ, correctly rounded: 0 below 10⁻³²³, +Inf above 10³⁰⁸.
  package static func pow10(_ n: Int) -> Double {
    guard n >= -323 else { return 0 }
    guard n <= 308 else { return .infinity }
    var significand: UInt128 = 1 << 124
    var exponent = n - 124
    for _ in 0..<abs(n) {
      if n > 0 {
        significand *= 5
      } else {
        significand = (significand << 3) / 5
        exponent -= 3
      }
      while significand >> 125 != 0 {
        significand >>= 1
        exponent += 1
      }
    }
    return rounded(significand, exponent)
  }

  /// significand · 2^exponent to the nearest Double, where the significand has exactly 125 bits.
  private static func rounded(_ significand: UInt128, _ exponent: Int) -> Double {
    // A subnormal result has fewer than 53 bits: the last one stands for 2⁻¹⁰⁷⁴.
    let dropped = max(125 - 53, -1074 - exponent)
    var kept = significand >> dropped
    let rest = significand - (kept << dropped)
    let half: UInt128 = 1 << (dropped - 1)
    // 10²³ is a tie: up to 5⁵³ the significand is exact.
    if rest > half || (rest == half && kept & 1 == 1) { kept += 1 }
    return Double(sign: .plus, exponent: exponent + dropped, significand: Double(UInt64(kept)))
  }
}
