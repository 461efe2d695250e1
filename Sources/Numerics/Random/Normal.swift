// The quantile function of the standard normal distribution.
//
// Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37
// (1988), routine PPND16: three rational approximations of degree 7, with `Elementary.log` and the IEEE square root.
//
// Error: about 1 part in 10¹⁶, by the source.

/// The standard normal distribution, mean 0 and variance 1.
package enum Normal {
  /// The value below which a share `p` of the distribution lies.
  ///
  /// −Inf at 0, +Inf at 1, NaN outside of 0 to 1.
  package static func quantile(_ p: Double) -> Double {
    let q = p - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      return q * ratio(central, r)
    }
    let tail = q < 0 ? p : 1 - p
    guard tail > 0 else { return tail == 0 ? (q < 0 ? -.infinity : .infinity) : .nan }
    let r = (-Elementary.log(tail)).squareRoot()
    let magnitude = r <= 5 ? ratio(middle, r - 1.6) : ratio(far, r - 5)
    return q < 0 ? -magnitude : magnitude
  }

  /// Coefficients from the constant term up; the two polynomials side by side in one lane each.
  private typealias Coefficients = (
    SIMD2<Double>, SIMD2<Double>, SIMD2<Double>, SIMD2<Double>, SIMD2<Double>, SIMD2<Double>, SIMD2<Double>,
    SIMD2<Double>
  )

  /// Numerator over denominator at `r`, each by Horner's rule.
  private static func ratio(_ c: Coefficients, _ r: Double) -> Double {
    var sum = c.7 * r + c.6
    sum = sum * r + c.5
    sum = sum * r + c.4
    sum = sum * r + c.3
    sum = sum * r + c.2
    sum = sum * r + c.1
    sum = sum * r + c.0
    return sum.x / sum.y
  }

  private static var central: Coefficients {
    (
      SIMD2(3.3871328727963666080e0, 1),
      SIMD2(1.3314166789178437745e+2, 4.2313330701600911252e+1),
      SIMD2(1.9715909503065514427e+3, 6.8718700749205790830e+2),
      SIMD2(1.3731693765509461125e+4, 5.3941960214247511077e+3),
      SIMD2(4.5921953931549871457e+4, 2.1213794301586595867e+4),
      SIMD2(6.7265770927008700853e+4, 3.9307895800092710610e+4),
      SIMD2(3.3430575583588128105e+4, 2.8729085735721942674e+4),
      SIMD2(2.5090809287301226727e+3, 5.2264952788528545610e+3)
    )
  }

  private static var middle: Coefficients {
    (
      SIMD2(1.42343711074968357734e0, 1),
      SIMD2(4.63033784615654529590e0, 2.05319162663775882187e0),
      SIMD2(5.76949722146069140550e0, 1.67638483018380384940e0),
      SIMD2(3.64784832476320460504e0, 6.89767334985100004550e-1),
      SIMD2(1.27045825245236838258e0, 1.48103976427480074590e-1),
      SIMD2(2.41780725177450611770e-1, 1.51986665636164571966e-2),
      SIMD2(2.27238449892691845833e-2, 5.47593808499534494600e-4),
      SIMD2(7.74545014278341407640e-4, 1.05075007164441684324e-9)
    )
  }

  private static var far: Coefficients {
    (
      SIMD2(6.65790464350110377720e0, 1),
      SIMD2(5.46378491116411436990e0, 5.99832206555887937690e-1),
      SIMD2(1.78482653991729133580e0, 1.36929880922735805310e-1),
      SIMD2(2.96560571828504891230e-1, 1.48753612908506148525e-2),
      SIMD2(2.65321895265761230930e-2, 7.86869131145613259100e-4),
      SIMD2(1.24266094738807843860e-3, 1.84631831751005468180e-5),
      SIMD2(2.71155556874348757815e-5, 1.42151175831644588870e-7),
      SIMD2(2.01033439929228813265e-7, 2.04426310338993978564e-15)
    )
  }
}
