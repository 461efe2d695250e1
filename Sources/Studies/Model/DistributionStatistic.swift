/// What a claim measures of a distribution.
///
/// Moments, extremes and counts are over all values of the tensor; NaN and infinite values are counted apart.
package enum DistributionStatistic: Hashable, Sendable {
  case mean
  /// The standard deviation.
  case standardDeviation
  case skewness
  /// The excess kurtosis: 0 for a normal distribution, −1.2 for a uniform one.
  case kurtosis
  case min
  case max
  case maxAbs
  /// The share of values that are exactly 0.
  case zeroShare
  /// How many values are NaN or infinite.
  case nonfiniteCount
  /// The share of values below the declared bins.
  case belowShare
  /// The share of values above the declared bins.
  case aboveShare
  /// The share of values with |x| below a bound.
  case shareBelow(Double)
  /// Half the sum of |difference of shares| over 30 shared bins, against an earlier step; in [0, 1].
  case totalVariation(since: EarlierStep)
  /// The distance by which the values have moved since an earlier step, on average (Wasserstein-1).
  case wasserstein(since: EarlierStep)
  /// The word for its shape.
  case shape

  /// The study format's name.
  package var name: String {
    switch self {
    case .mean: "mean"
    case .standardDeviation: "sd"
    case .skewness: "skewness"
    case .kurtosis: "kurtosis"
    case .min: "min"
    case .max: "max"
    case .maxAbs: "max_abs"
    case .zeroShare: "zero_share"
    case .nonfiniteCount: "nonfinite_count"
    case .belowShare: "below_share"
    case .aboveShare: "above_share"
    case .shareBelow: "share_below"
    case .totalVariation: "total_variation"
    case .wasserstein: "wasserstein"
    case .shape: "shape"
    }
  }

  /// The step that it compares with; nil unless it compares two.
  package var since: EarlierStep? {
    switch self {
    case .totalVariation(let since), .wasserstein(let since): since
    case .mean, .standardDeviation, .skewness, .kurtosis, .min, .max, .maxAbs, .zeroShare, .nonfiniteCount,
      .belowShare, .aboveShare, .shareBelow, .shape:
      nil
    }
  }

  /// The same statistic, against another step if it compares two.
  package func compared(since step: EarlierStep) -> DistributionStatistic {
    switch self {
    case .totalVariation: .totalVariation(since: step)
    case .wasserstein: .wasserstein(since: step)
    case .mean, .standardDeviation, .skewness, .kurtosis, .min, .max, .maxAbs, .zeroShare, .nonfiniteCount,
      .belowShare, .aboveShare, .shareBelow, .shape:
      self
    }
  }

  /// The statistics that need no argument, in the order of the reference.
  package static let plain: [DistributionStatistic] = [
    .mean, .standardDeviation, .skewness, .kurtosis, .min, .max, .maxAbs, .zeroShare, .nonfiniteCount,
    .belowShare, .aboveShare, .totalVariation(since: .first), .wasserstein(since: .first), .shape,
  ]

  /// One line for the format's reference.
  package var summary: String {
    switch self {
    case .mean: "the mean"
    case .standardDeviation: "the standard deviation"
    case .skewness: "the skewness, 0 for a symmetric distribution"
    case .kurtosis: "the excess kurtosis, 0 for a normal distribution and −1.2 for a uniform one"
    case .min: "the smallest value"
    case .max: "the largest value"
    case .maxAbs: "the largest |value|"
    case .zeroShare: "the share of values that are exactly 0"
    case .nonfiniteCount: "how many values are NaN or infinite"
    case .belowShare: "the share of values below the declared `bins`"
    case .aboveShare: "the share of values above the declared `bins`"
    case .shareBelow: "the share of values x with |x| below this"
    case .totalVariation:
      "how much of the distribution has moved since the first step, or that of `since`, over 30 shared bins, from 0 to 1"
    case .wasserstein:
      "how far the values have moved since the first step, or that of `since`, on average"
    case .shape: "the word for its shape, which `is` names"
    }
  }
}

/// The step before, with which a claim compares a distribution.
package enum EarlierStep: Hashable, Sendable {
  /// The first recorded one.
  case first
  /// Counted from 0.
  case step(Int)
}

/// The recorded step that a claim about a distribution is about.
package enum StepChoice: Hashable, Sendable {
  case first
  case last
  /// Counted from 0.
  case step(Int)
}
