// The logistic function and tanh in Float32.
//
// Source: with eʸ = (h + t)·2ⁿ from the reduced exponential and y = |x|, sigmoid(−y) = 2⁻ⁿ / (h + (t + 2⁻ⁿ)): the
// denominator is rounded once, whatever n is. sigmoid(y) = 1 − sigmoid(−y) and tanh y = 1 − 2·sigmoid(−2y); below 0.55,
// where that would cancel, tanh y = y + y³·p(y²) with a minimax p of degree 4 computed here (error 2⁻²⁷).
//
// Error, measured over all 2³² inputs: sigmoid ≤ 2.00 ULP, tanh ≤ 1.40 ULP.

extension Elementary {
  /// 1 / (1 + eʸ) for 0 ≤ y ≤ 104, to 2 ULP.
  @inline(__always)
  private static func logisticTail(_ y: Lanes) -> Lanes {
    let e = exponential(y)
    let one = Lanes(repeating: 1)
    return e.scaledDown(one / (e.head + (e.tail + e.scaledDown(one))))
  }

  /// 1 / (1 + e⁻ˣ) in each lane: 0 at −Inf, 1 at +Inf, NaN at NaN.
  @inline(__always)
  package static func sigmoid(_ x: Lanes) -> Lanes {
    let tail = logisticTail(clamp(x.magnitudes, 0, 104))
    return tail.replacing(with: 1 - tail, where: x .> 0)
  }

  /// 1 / (1 + e⁻ˣ), as lane 0 of the vector form.
  package static func sigmoid(_ x: Float) -> Float {
    sigmoid(Lanes(repeating: x))[0]
  }

  /// The hyperbolic tangent of each lane: ±1 at ±Inf, NaN at NaN; keeps −0.
  @inline(__always)
  package static func tanh(_ x: Lanes) -> Lanes {
    let y = clamp(x.magnitudes, 0, 16)
    let tail = logisticTail(y + y)
    let large = 1 - (tail + tail)

    let z = y * y
    var p = z * -0x1.9b3046p-8 + 0x1.593d06p-6
    p = p * z - 0x1.b9287ap-5
    p = p * z + 0x1.110d26p-3
    p = p * z - 0x1.55554ap-2
    let small = y + y * z * p
    return large.replacing(with: small, where: y .< 0.55).withSigns(of: x)
  }

  /// The hyperbolic tangent, as lane 0 of the vector form.
  package static func tanh(_ x: Float) -> Float {
    tanh(Lanes(repeating: x))[0]
  }
}
