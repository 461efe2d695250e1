// The error function in Float32.
//
// Source: erf y = y + y·p(y²) below 0.9, and 1 − exp(l(y)) above it, where l approximates log(erfc y); p of degree 6 and
// l of degree 7 are minimax polynomials computed here (errors 2⁻³⁰ of erf). From 4 on erf rounds to 1.
//
// Error, measured over all 2³² inputs: erf ≤ 1.32 ULP.

extension Elementary {
  /// The error function of each lane: ±1 at ±Inf, NaN at NaN; keeps −0.
  @inline(__always)
  package static func erf(_ x: Lanes) -> Lanes {
    let y = clamp(x.magnitudes, 0, 4)

    let z = y * y
    var p = z * 0x1.6510c4p-14 - 0x1.aca394p-11
    p = p * z + 0x1.550a44p-8
    p = p * z - 0x1.b81524p-6
    p = p * z + 0x1.ce2e54p-4
    p = p * z - 0x1.812744p-2
    p = p * z + 0x1.06eba8p-3
    let small = y + y * p

    var l = y * -0x1.5ecd76p-16 + 0x1.c54d2ep-12
    l = l * y - 0x1.10a9fcp-8
    l = l * y + 0x1.9b1952p-6
    l = l * y - 0x1.bb564ep-4
    l = l * y - 0x1.444b42p-1
    l = l * y - 0x1.212698p0
    l = l * y + 0x1.65abbep-13
    let e = exponential(l)
    let large = 1 - e.scaled(e.head + e.tail)
    return large.replacing(with: small, where: y .< 0.9).withSigns(of: x)
  }

  /// The error function, as lane 0 of the vector form.
  package static func erf(_ x: Float) -> Float {
    erf(Lanes(repeating: x))[0]
  }
}
