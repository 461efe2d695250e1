/// The 95 % confidence interval of a probability, from how often something happened.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
/// Statistical Association 22 (1927) 209–212: the probabilities p for which the count lies within 1.96 standard
/// deviations √(n p (1 − p)) of n p. Unlike p ± 1.96 √(p (1 − p) / n) it has a width when nothing or everything happened.
struct WilsonInterval: Equatable {
  let low: Double
  let high: Double

  /// The 97.5 % quantile of the normal distribution.
  private static let z = 1.959963984540054

  /// - Parameters:
  ///   - count: 0 … total.
  ///   - total: at least 1.
  init(_ count: Int, of total: Int) {
    let n = Double(total)
    let share = Double(count) / n
    let z2 = WilsonInterval.z * WilsonInterval.z
    let middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    let half =
      WilsonInterval.z / (1 + z2 / n) * (share * (1 - share) / n + z2 / (4 * n * n)).squareRoot()
    // At the ends the formula gives 0 and 1 but for rounding.
    low = count == 0 ? 0 : max(0, middle - half)
    high = count == total ? 1 : min(1, middle + half)
  }
}
