/// How far `got` is from `exact`, in units in the last place that a Float32 next to `exact` has; infinite where one is
/// NaN or an overflow and the other is not.
func ulps(_ got: Float, from exact: Double) -> Double {
  if exact.isNaN || got.isNaN { return exact.isNaN && got.isNaN ? 0 : .infinity }
  if got.isInfinite {
    // The first value that rounds to infinity.
    let isOverflow = abs(exact) >= 0x1.ffffffp127 && (exact < 0) == (got < 0)
    return isOverflow ? 0 : .infinity
  }
  if exact.isInfinite { return .infinity }
  return abs(Double(got) - exact) / (exact == 0 ? 0x1p-149 : unit(exact, least: -126, digits: 23))
}

/// How far `got` is from `reference`, in units in the last place of Double.
func ulps(_ got: Double, from reference: Double) -> Double {
  if got == reference || (got.isNaN && reference.isNaN) { return 0 }
  guard got.isFinite && reference.isFinite else { return .infinity }
  return abs(got - reference) / reference.ulp
}

private func unit(_ value: Double, least: Int, digits: Int) -> Double {
  Double(sign: .plus, exponent: max(Int(value.exponent), least) - digits, significand: 1)
}
