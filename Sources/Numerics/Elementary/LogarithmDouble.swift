// log and log10 in Double.
//
// Source: fdlibm's e_log.c and FreeBSD's e_log10.c with k_log.h: x = 2ᵏ·(1 + f) with 1 + f within √½ ... √2, then
// log(1 + f) = f − f²/2 + s·(f²/2 + R(s²)), s = f / (2 + f). log10 carries the head and the tail of that sum through the
// multiplication by 1/ln 10, both in two parts, and so gives n exactly at 10ⁿ.
//
// Error: < 1 ULP each, by the sources' analysis.

extension Elementary {
  /// x as 2ᵏ·(1 + f), and the parts of log(1 + f) that its callers add up in their own order.
  private struct Logarithm {
    var exponent: Double
    var fraction: Double
    /// f²/2.
    var halfSquare: Double
    /// s·(f²/2 + R): log(1 + f) is f − halfSquare + correction.
    var correction: Double

    /// - Parameter x: positive and finite.
    init(_ x: Double) {
      let isSubnormal = x < Double.leastNormalMagnitude
      let bits = (isSubnormal ? x * 0x1p54 : x).bitPattern
      // Counting exponents from √½ puts 1 + f between √½ and √2.
      let offset = bits &- 0x3FE6_A09E_0000_0000
      let k = Int64(bitPattern: offset) >> 52
      exponent = Double(isSubnormal ? k - 54 : k)
      let f = Double(bitPattern: bits &- (offset & 0xFFF0_0000_0000_0000)) - 1
      let s = f / (2 + f)
      let z = s * s
      let w = z * z
      let even =
        w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
      let odd =
        z
        * (6.666666666666735130e-01 + w
          * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)))
      fraction = f
      halfSquare = 0.5 * f * f
      correction = s * (halfSquare + (even + odd))
    }
  }

  /// The limit or the error that takes the place of a logarithm, or nil where `x` has one.
  private static func logarithmicLimit(_ x: Double) -> Double? {
    if x > 0, x < .infinity { return nil }
    if x == 0 { return -.infinity }
    return x > 0 ? x : .nan
  }

  /// The natural logarithm: −Inf at ±0, NaN below 0.
  package static func log(_ x: Double) -> Double {
    if let limit = logarithmicLimit(x) { return limit }
    let l = Logarithm(x)
    let low = l.correction + l.exponent * 1.90821492927058770002e-10
    return low - l.halfSquare + l.fraction + l.exponent * 6.93147180369123816490e-01
  }

  /// The decimal logarithm, exact at the powers of ten: −Inf at ±0, NaN below 0.
  package static func log10(_ x: Double) -> Double {
    if let limit = logarithmicLimit(x) { return limit }
    let l = Logarithm(x)
    let sum = l.fraction - l.halfSquare
    let head = Double(bitPattern: sum.bitPattern & 0xFFFF_FFFF_0000_0000)
    let tail = (l.fraction - head) - l.halfSquare + l.correction
    let inverseHigh = 4.34294481878168880939e-01
    let inverseLow = 2.50829467116452752298e-11
    let scaledHead = head * inverseHigh
    let whole = l.exponent * 3.01029995663611771306e-01
    let small =
      l.exponent * 3.69423907715893078616e-13 + (tail + head) * inverseLow + tail * inverseHigh
    let result = whole + scaledHead
    return small + ((whole - result) + scaledHead) + result
  }
}
