/// The elementary functions of the numeric contract: the same bits on every machine.
///
/// Goals: only IEEE 754 additions, subtractions, multiplications, divisions and integer operations, each rounded once
/// and in the order written. No system library (two of them differ by an ULP), no fused multiply-add, no tables that
/// depend on the host. Errors are in units in the last place (ULP) of the exact result.
///
/// The Float32 functions that networks apply to whole layers — `exp`, `expm1`, `tanh`, `sigmoid`, `erf` — are written
/// for 16 lanes; a scalar call is lane 0 of the same arithmetic, so scalar, vector and array forms give the same bits.
/// Each of them is checked over all 2³² inputs by `FloatFunctionTests` (the long tests).
package enum Elementary {
  /// Sixteen Float32 values, treated alike.
  package typealias Lanes = SIMD16<Float>

  /// 2ⁿ in each lane, for −127 < n < 128.
  @inline(__always)
  static func powerOfTwo(_ n: SIMD16<Int32>) -> Lanes {
    Lanes(bits: (n &+ 127) &<< 23)
  }

  /// `x` with the bounds in place of what lies outside them; NaN stays NaN.
  @inline(__always)
  static func clamp(_ x: Lanes, _ lower: Float, _ upper: Float) -> Lanes {
    let low = Lanes(repeating: lower)
    let high = Lanes(repeating: upper)
    return x.replacing(with: low, where: x .< low).replacing(with: high, where: x .> high)
  }
}

extension SIMD16<Float> {
  /// The lanes whose bit patterns are `bits`.
  @inline(__always)
  init(bits: SIMD16<Int32>) {
    self = unsafeBitCast(bits, to: SIMD16<Float>.self)
  }

  /// The bit pattern of each lane.
  @inline(__always)
  var bits: SIMD16<Int32> {
    unsafeBitCast(self, to: SIMD16<Int32>.self)
  }

  /// Each lane without its sign.
  @inline(__always)
  var magnitudes: SIMD16<Float> {
    SIMD16<Float>(bits: bits & 0x7FFF_FFFF)
  }

  /// These lanes, none of which is negative, with the signs of `other`.
  @inline(__always)
  func withSigns(of other: SIMD16<Float>) -> SIMD16<Float> {
    SIMD16<Float>(bits: bits | (other.bits & Int32.min))
  }
}
