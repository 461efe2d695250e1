package import Studies

/// How the word for the shape of a distribution, for tables and captions, is found.
///
/// The first that fits, from the top. With few values, thresholds are wider, by k/√n: chance moves the measure less in
/// about 99 of 100 samples of n values that have the shape. g₁ is the skewness, g₂ the excess kurtosis, Kelly's skewness
/// is (q.9 + q.1 − 2 q.5) / (q.9 − q.1).
///
/// | word | where |
/// |---|---|
/// | empty | no values |
/// | non-finite | any NaN or ±Inf |
/// | constant | least = greatest value |
/// | saturated at both ends | 30 % of the values or more at or beyond the limits, each end with a fifth of those or more |
/// | saturated at one end | 30 % of the values or more, but not so |
/// | collapsed | standard deviation below a tenth of the mean's magnitude, or below a twentieth of the reference's |
/// | too few values | n < 30 |
/// | bimodal | Sarle's coefficient (g₁² + 1) / (g₂ + 3) > 1/2, and a valley in ten bins (see `Valley`) |
/// | skewed | magnitude of g₁ > max(.5, 8/√n), and Kelly's skewness with the same sign beyond max(.1, 2.2/√n) |
/// | heavy-tailed | g₂ > max(1.5, 24/√n) |
/// | bell | g₂ ≥ −max(.5, 10/√n), the latter up to .85 |
/// | rounded plateau | g₂ > −1.2 + max(.15, 4/√n), the latter up to .35 |
/// | uniform plateau | g₂ ≥ −1.2 − max(.15, 3.5/√n) |
/// | bimodal | all others: g₂ < −1.35, so Sarle's coefficient exceeds the 5/9 of a uniform distribution |
///
/// The limits were set on networks whose state is known: tanh layers with initial weights of standard deviation 1 hold
/// 78 % of saturated values, with Xavier's or He's at most 6 %; sigmoid layers with weights of .01 have a deviation of
/// 2 … 5 % of their mean, with Xavier's 24 % or more. Kelly's skewness is there because a few far values make any g₁.
extension ShapeWord {
  /// The word for a distribution.
  ///
  /// - Parameters:
  ///   - distribution: of weights, activations, gradients or anything else.
  ///   - saturation: values at or beyond the ends of this range count as saturated, such as .01 … .99 for a
  ///     sigmoid; nil where nothing saturates.
  ///   - reference: what it may have collapsed from, such as the same at the first step, or the first layer of a
  ///     network; nil for nothing.
  /// - Returns: the first word of the table that fits.
  package static func of(
    _ distribution: Distribution, saturation: ClosedRange<Double>?, reference: Distribution? = nil
  ) -> ShapeWord {
    guard distribution.count > 0 else { return .empty }
    guard distribution.nonfiniteCount == 0 else { return .nonfinite }
    if distribution.min == distribution.max { return .constant }
    if let saturation, let word = saturated(distribution, saturation) { return word }
    if isCollapsed(distribution, reference: reference) { return .collapsed }
    return form(distribution)
  }

  /// The word for a distribution that saturates at the same limit in both directions, such as .97 for tanh.
  ///
  /// - Parameters:
  ///   - distribution: of weights, activations, gradients or anything else.
  ///   - saturationLimit: magnitudes of this size or more count as saturated; nil where nothing saturates.
  ///   - reference: what it may have collapsed from, such as the same at the first step, or the first layer of a
  ///     network; nil for nothing.
  /// - Returns: the first word of the table that fits.
  package static func of(
    _ distribution: Distribution, saturationLimit: Double? = nil, reference: Distribution? = nil
  ) -> ShapeWord {
    of(distribution, saturation: saturationLimit.map { -abs($0)...abs($0) }, reference: reference)
  }

  private static func saturated(_ distribution: Distribution, _ range: ClosedRange<Double>) -> ShapeWord? {
    let low = distribution.share(upTo: range.lowerBound)
    let high = distribution.share(from: range.upperBound)
    guard low + high >= 0.3 else { return nil }
    return min(low, high) >= (low + high) / 5 ? .saturatedAtBothEnds : .saturatedAtOneEnd
  }

  private static func isCollapsed(_ distribution: Distribution, reference: Distribution?) -> Bool {
    let deviation = distribution.standardDeviation
    if deviation < abs(distribution.mean) / 10 { return true }
    guard let reference else { return false }
    // False where the reference has nothing finite.
    return deviation < reference.standardDeviation / 20
  }

  /// The word for finite values that differ, by their moments.
  private static func form(_ distribution: Distribution) -> ShapeWord {
    guard distribution.count >= 30 else { return .tooFew }
    let root = Double(distribution.count).squareRoot()
    let (skewness, kurtosis) = (distribution.skewness, distribution.excessKurtosis)
    let sarle = (skewness * skewness + 1) / (kurtosis + 3)
    if sarle > 0.5, Valley.exists(in: distribution) { return .bimodal }
    if isSkewed(distribution, root: root) { return .skewed }
    if kurtosis > max(1.5, 24 / root) { return .heavyTailed }
    if kurtosis >= -max(0.5, min(10 / root, 0.85)) { return .bell }
    if kurtosis > -1.2 + max(0.15, min(4 / root, 0.35)) { return .roundedPlateau }
    return kurtosis >= -1.2 - max(0.15, 3.5 / root) ? .uniformPlateau : .bimodal
  }

  private static func isSkewed(_ distribution: Distribution, root: Double) -> Bool {
    let skewness = distribution.skewness
    guard abs(skewness) > max(0.5, 8 / root) else { return false }
    let q = distribution.quantiles([0.1, 0.5, 0.9])
    // Most values are the same: what differs lies to one side, or g₁ would be small.
    guard q[2] > q[0] else { return true }
    let kelly = (q[2] + q[0] - 2 * q[1]) / (q[2] - q[0])
    return kelly * (skewness < 0 ? -1 : 1) > max(0.1, 2.2 / root)
  }
}

/// A place with clearly fewer values between two with more.
enum Valley {
  /// Whether there is one, in ten equal bins between the quantiles .02 and .98.
  ///
  /// Each of the two peaks has 5 % of the values or more, the valley less than half of the lower peak, and the
  /// difference is above four standard deviations of chance: √(peak + valley).
  static func exists(in distribution: Distribution) -> Bool {
    let ends = distribution.quantiles([0.02, 0.98])
    guard let bins = DeclaredBins(low: ends[0], high: ends[1], count: 10) else { return false }
    let counts = distribution.rebinned(edges: bins.edges).counts
    return (1..<9).contains { isValley($0, counts, atLeast: Double(distribution.finiteCount) / 20) }
  }

  private static func isValley(_ place: Int, _ counts: [Double], atLeast least: Double) -> Bool {
    let valley = counts[place]
    let peak = min(counts[..<place].max() ?? 0, counts[(place + 1)...].max() ?? 0)
    return peak >= least && valley < peak / 2 && peak - valley > 4 * (peak + valley).squareRoot()
  }
}
