import Studies

/// How the number of a metric or a quantity is written.
enum MetricText {
  static func text(_ value: Double, of measure: Measure) -> String {
    switch measure {
    case .metric(let metric, _): text(value, of: metric)
    case .reduced(let spec, _): text(value, of: spec.quantity)
    }
  }

  static func text(_ value: Double, of metric: Metric) -> String {
    switch metric {
    case .finalTrainAccuracy, .testAccuracy: ReportNumber.fixed(value, decimals: 4)
    case .firstNonfiniteStep, .deadUnits: whole(value)
    case .finalTrainLoss, .testLoss, .maxAbsBias: ReportNumber.significant(value)
    }
  }

  static func text(_ value: Double, of quantity: Quantity) -> String {
    switch quantity {
    case .trainAccuracy, .deadShare, .nonfiniteShare: ReportNumber.fixed(value, decimals: 4)
    case .trainLoss, .learningRate, .gradientNorm, .weightNorm, .relativeChange, .weightMean, .bias:
      ReportNumber.significant(value)
    }
  }

  /// A count; with one decimal where it is a median between two.
  private static func whole(_ value: Double) -> String {
    ReportNumber.fixed(value, decimals: value == value.rounded() ? 0 : 1)
  }

  /// One value as it is; of several the median and the 10 % and 90 % quantiles.
  static func summary(_ values: [Double], of metric: Metric) -> String {
    guard values.count > 1 else { return values.first.map { text($0, of: metric) } ?? "–" }
    let quantiles = Quantiles(values)
    let (low, high) = (quantiles.at(0.1), quantiles.at(0.9))
    return "\(text(quantiles.median, of: metric)) [\(text(low, of: metric)), \(text(high, of: metric))]"
  }
}
