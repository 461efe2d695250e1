// Source of the merging: T. F. Chan, G. H. Golub, R. J. LeVeque, "Updating formulae and a pairwise algorithm for
// computing sample variances" (1979); for the third and fourth power P. Pébay, SAND2008-6212, section 3.

/// The mean of some finite values and the sums of the powers of their deviations from it.
struct MomentSums: Equatable, Sendable {
  var count = 0
  /// 0 where there are no values.
  var mean = 0.0
  /// Σ (x − mean)², Σ (x − mean)³, Σ (x − mean)⁴.
  var second = 0.0
  var third = 0.0
  var fourth = 0.0

  /// Takes in the values that `other` describes.
  mutating func merge(_ other: MomentSums) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let n = Double(count + other.count)
    let (a, b) = (Double(count) / n, Double(other.count) / n)
    let delta = other.mean - mean
    let square = delta * delta * a * b
    fourth +=
      other.fourth + square * delta * delta * (a * a - a * b + b * b) * n
      + 6 * delta * delta * (a * a * other.second + b * b * second)
      + 4 * delta * (a * other.third - b * third)
    third += other.third + square * delta * (a - b) * n + 3 * delta * (a * other.second - b * second)
    second += other.second + square * n
    // Between the two means: with counts below 2⁵⁰, `b` is further from 1 than rounding carries.
    mean += delta * b
    count += other.count
  }
}
