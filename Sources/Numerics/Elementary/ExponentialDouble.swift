// exp in Double.
//
// Source: fdlibm's e_exp.c (Sun Microsystems, 1993): reduction by n·ln 2 in two parts, then a rational form whose
// numerator and denominator share one polynomial of degree 5 in r².
//
// Error: < 1 ULP for normal results, by the source's analysis.

extension Elementary {
  /// 2ⁿ, for −1023 < n < 1024.
  @inline(__always)
  static func powerOfTwo(_ n: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: n + 1023) << 52)
  }

  /// eˣ.
  ///
  /// Overflow gives +Inf, underflow subnormals and 0, NaN gives NaN.
  package static func exp(_ x: Double) -> Double {
    guard x <= 7.09782712893383973096e+02 else { return x > 0 ? .infinity : x }
    guard x >= -7.45133219101941108420e+02 else { return 0 }
    let shift = 0x1.8p52
    let whole = (x * 1.44269504088896338700 + shift) - shift
    let high = x - whole * 6.93147180369123816490e-01
    let low = whole * 1.90821492927058770002e-10
    let r = high - low
    let z = r * r
    var p = z * 4.13813679705723846039e-08 - 1.65339022054652515390e-06
    p = p * z + 6.61375632143793436117e-05
    p = p * z - 2.77777777770155933842e-03
    p = p * z + 1.66666666666666019037e-01
    let c = r - z * p
    let y = 1 + ((r * c / (2 - c) - low) + high)
    let n = Int(whole)
    let half = n >> 1
    return y * powerOfTwo(half) * powerOfTwo(n - half)
  }
}
