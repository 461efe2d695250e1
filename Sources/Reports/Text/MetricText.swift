import Studies

/// How the number of a metric or a quantity is written.
enum MetricText {
  static func text(_ value: Double, of measure: Measure) -> String {
    switch measure {
    case .metric(let metric, _, _): text(value, of: metric)
    case .reduced(let spec, _): text(value, of: spec.quantity)
    case .distribution(_, _, let statistic): text(value, of: statistic)
    }
  }

  static func text(_ value: Double, of metric: Metric) -> String {
    switch metric {
    case .finalTrainAccuracy, .testAccuracy: ReportNumber.fixed(value, decimals: 4)
    case .firstNonfiniteStep, .deadUnits: whole(value)
    case .finalTrainLoss, .testLoss: ReportNumber.significant(value, digits: 4)
    case .maxAbsBias: ReportNumber.significant(value)
    case .finalReward, .greedyReward: ReportNumber.fixed(value, decimals: 3)
    }
  }

  static func text(_ value: Double, of outcome: Outcome) -> String {
    switch outcome {
    case .metric(let metric): text(value, of: metric)
    case .deadShare: ReportNumber.fixed(value, decimals: 4)
    case .divergedShare: ReportNumber.fixed(value, decimals: 2)
    }
  }

  static func text(_ value: Double, of quantity: Quantity) -> String {
    switch quantity {
    case .trainAccuracy, .deadShare, .nonfiniteShare, .saturatedShare, .zeroShare, .policyMean, .actionMean:
      ReportNumber.fixed(value, decimals: 4)
    case .reward: ReportNumber.fixed(value, decimals: 3)
    case .trainLoss, .learningRate, .gradientNorm, .weightNorm, .relativeChange, .weightMean, .bias,
      .logLikelihood, .gradientRatio, .preactivationGradientNorm, .activationMean, .activationDeviation,
      .unitDeviation:
      ReportNumber.significant(value)
    }
  }

  static func text(_ value: Double, of statistic: DistributionStatistic) -> String {
    switch statistic {
    case .zeroShare, .belowShare, .aboveShare, .shareBelow, .totalVariation:
      ReportNumber.fixed(value, decimals: 4)
    case .nonfiniteCount: whole(value)
    case .mean, .standardDeviation, .skewness, .kurtosis, .min, .max, .maxAbs, .wasserstein, .shape:
      ReportNumber.significant(value)
    }
  }

  /// A count; with one decimal where it is a median between two.
  private static func whole(_ value: Double) -> String {
    ReportNumber.fixed(value, decimals: value == value.rounded() ? 0 : 1)
  }

  /// One value as it is; of several the median and the 10 % and 90 % quantiles.
  static func summary(_ values: [Double], of metric: Metric) -> String {
    summary(values) { text($0, of: metric) }
  }

  /// One value as it is; of several the median and the 10 % and 90 % quantiles.
  static func summary(_ values: [Double], _ text: (Double) -> String) -> String {
    guard values.count > 1 else { return values.first.map(text) ?? "–" }
    let quantiles = Quantiles(values)
    return "\(text(quantiles.median)) [\(text(quantiles.at(0.1))), \(text(quantiles.at(0.9)))]"
  }
}
