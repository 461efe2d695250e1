// log and log1p in Float32, through Double: these are called once a row, not once an element.
//
// Error, measured over all 2³² inputs: log ≤ 0.501 ULP, log1p ≤ 0.501 ULP (one rounding of a result good to 2 ULP of
// Double).

extension Elementary {
  /// The natural logarithm: −Inf at ±0, NaN below 0.
  package static func log(_ x: Float) -> Float {
    Float(log(Double(x)))
  }

  /// log(1 + x), exact to rounding near 0 too: −Inf at −1, NaN below −1; keeps −0.
  package static func log1p(_ x: Float) -> Float {
    guard x != 0, x < .infinity else { return x }
    // W. Kahan's correction: what 1 + x loses of x is put back to first order.
    let wide = Double(x)
    let sum = 1 + wide
    guard sum > 0 else { return Float(log(sum)) }
    return Float(log(sum) - ((sum - 1) - wide) / sum)
  }
}
