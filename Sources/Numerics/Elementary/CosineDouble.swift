// cos in Double.
//
// Source: fdlibm's e_rem_pio2.c (π/2 in three parts of 33 bits and a remainder, the step for its hardest cases taken
// always), k_cos.c and k_sin.c.
//
// Error: < 1 ULP for |x| ≤ 2²⁰, by the source's analysis; beyond that range the reduction loses digits.

extension Elementary {
  /// The cosine of `x` radians, |x| ≤ 2²⁰; NaN at ±Inf.
  package static func cos(_ x: Double) -> Double {
    let shift = 0x1.8p52
    let shifted = x * 6.36619772367581382433e-01 + shift
    let n = shifted - shift
    // n times each part of π/2 is exact; what a subtraction loses goes to the rest.
    let part2 = n * 6.07710050630396597660e-11
    let part3 = n * 2.02226624871116645580e-21
    let r1 = x - n * 1.57079632673412561417e+00
    let r2 = r1 - part2
    let r3 = r2 - part3
    let rest = ((r1 - r2) - part2) + ((r2 - r3) - part3) - n * 8.47842766036889956997e-32
    let high = r3 + rest
    let low = (r3 - high) + rest
    switch shifted.bitPattern & 3 {
    case 0: return cosineNearZero(high, low)
    case 1: return -sineNearZero(high, low)
    case 2: return -cosineNearZero(high, low)
    default: return sineNearZero(high, low)
    }
  }

  /// cos(x + y) for |x| ≤ π/4, where y is the tail of x.
  private static func cosineNearZero(_ x: Double, _ y: Double) -> Double {
    let z = x * x
    let w = z * z
    let low =
      z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * 2.48015872894767294178e-05))
    let high =
      -2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)
    let r = low + w * w * high
    let half = 0.5 * z
    let head = 1 - half
    return head + (((1 - head) - half) + (z * r - x * y))
  }

  /// sin(x + y) for |x| ≤ π/4, where y is the tail of x.
  private static func sineNearZero(_ x: Double, _ y: Double) -> Double {
    let z = x * x
    let w = z * z
    let low = 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04 + z * 2.75573137070700676789e-06)
    let high = -2.50507602534068634195e-08 + z * 1.58969099521155010221e-10
    let r = low + z * w * high
    let cube = z * x
    return x - ((z * (0.5 * y - cube * r) - y) - cube * -1.66666666666666324348e-01)
  }
}
