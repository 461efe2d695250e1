// exp and expm1 in Float32.
//
// Source: the argument reduction of fdlibm (x = n·ln 2 + r with ln 2 in two parts), then exp r = 1 + r + r²·q(r) with a
// minimax q of degree 5 (error 2⁻³⁰ of the result), computed here for |r| ≤ 0.3467. The sum 1 + r is kept
// unevaluated as head + tail, so that one rounding remains and the functions built on it start from about 30 bits.
//
// Error, measured over all 2³² inputs: exp ≤ 0.77 ULP (where the result is subnormal), expm1 ≤ 1.50 ULP.

extension Elementary {
  /// eˣ as (head + tail) · 2ⁿ.
  struct Exponential {
    /// 1 + r, rounded; between 0.7 and 1.42.
    var head: Lanes
    /// What `head` misses of eʳ, less than 0.07.
    var tail: Lanes
    /// The reduced argument, |r| ≤ 0.3467, and eʳ − 1 − r.
    var reduced: Lanes
    var rest: Lanes
    /// n, split so that each half is the exponent of a normal number: 2ⁿ is applied as two factors.
    var lowerHalf: SIMD16<Int32>
    var upperHalf: SIMD16<Int32>

    /// `x` times 2ⁿ, rounded once (where the result is subnormal) or not at all.
    @inline(__always)
    func scaled(_ x: Lanes) -> Lanes {
      x * powerOfTwo(lowerHalf) * powerOfTwo(upperHalf)
    }

    /// `x` times 2⁻ⁿ.
    @inline(__always)
    func scaledDown(_ x: Lanes) -> Lanes {
      x * powerOfTwo(0 &- lowerHalf) * powerOfTwo(0 &- upperHalf)
    }
  }

  /// The reduced exponential of `x`, which must be NaN or within ±105.
  @inline(__always)
  static func exponential(_ x: Lanes) -> Exponential {
    // Adding 1.5·2²³ rounds to the nearest integer and leaves it in the low bits.
    let shift = Lanes(repeating: 0x1.8p23)
    let shifted = x * 0x1.715476p0 + shift
    let n = shifted.bits &- shift.bits
    let whole = shifted - shift
    let high = x - whole * 0x1.62e4p-1
    let low = whole * 0x1.7f7d1cp-20
    let r = high - low
    let lost = (high - r) - low

    var q = r * 0x1.9f086ep-13 + 0x1.6d8d38p-10
    q = q * r + 0x1.111272p-7
    q = q * r + 0x1.55548ep-5
    q = q * r + 0x1.555554p-3
    q = q * r + 0.5
    let head = 1 + r
    let rest = r * r * q + lost * head
    let tail = ((1 - head) + r) + rest
    let half = n &>> 1
    return Exponential(
      head: head, tail: tail, reduced: r, rest: rest, lowerHalf: half, upperHalf: n &- half)
  }

  /// eˣ in each lane.
  ///
  /// Overflow gives +Inf, underflow subnormals and 0, NaN gives NaN.
  @inline(__always)
  package static func exp(_ x: Lanes) -> Lanes {
    let e = exponential(clamp(x, -104, 89))
    return e.scaled(e.head + e.tail)
  }

  /// eˣ, as lane 0 of the vector form.
  package static func exp(_ x: Float) -> Float {
    exp(Lanes(repeating: x))[0]
  }

  /// eˣ − 1 in each lane, without the cancellation of `exp(x) - 1` near 0; keeps −0.
  @inline(__always)
  package static func expm1(_ x: Lanes) -> Lanes {
    let e = exponential(clamp(x, -30, 89))
    let one = Lanes(repeating: 1)
    let sum = (one - e.scaledDown(one)) + (e.reduced + e.rest)
    return e.scaled(sum).magnitudes.withSigns(of: x)
  }

  /// eˣ − 1, as lane 0 of the vector form.
  package static func expm1(_ x: Float) -> Float {
    expm1(Lanes(repeating: x))[0]
  }
}
