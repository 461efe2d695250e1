import Records
import Studies

/// An outcome of a grid point over its seeds.
struct OutcomeResult {
  let outcome: Outcome
  /// One for each seed that has one, in the order of the seeds.
  let values: [Double]
  let seeds: Int
  /// In how many seeds a parameter became NaN or infinite.
  let diverged: Int

  init(_ spec: OutcomeSpec, _ point: GridPoint, _ results: StudyResults) {
    let records = results.records(ofPoint: point.index)
    outcome = spec.outcome
    seeds = records.count
    diverged = records.count { $0.firstNonfinite != nil }
    let layer = spec.layers?.resolved(in: point.settings.network).first
    values = records.compactMap { OutcomeResult.value(spec.outcome, layer, $0, point.settings.network) }
  }

  private static func value(_ outcome: Outcome, _ layer: Int?, _ record: Record, _ network: NetworkSettings)
    -> Double?
  {
    switch outcome {
    case .metric(let metric):
      return record.value(of: metric, layer: metric.isPerLayer ? layer : nil)
    case .deadShare:
      guard let layer, network.hidden.indices.contains(layer - 1) else { return nil }
      return record.value(of: .deadUnits, layer: layer).map { $0 / Double(network.hidden[layer - 1]) }
    case .divergedShare: return record.firstNonfinite == nil ? 0 : 1
    }
  }

  /// The share of the seeds for `diverged_share`, of all else the median of the seeds that have a value; nil if none has.
  var centre: Double? {
    guard !values.isEmpty else { return nil }
    return outcome == .divergedShare ? Double(diverged) / Double(seeds) : Quantiles(values).median
  }

  /// The 95 % interval of a share, of all else the 10 % and 90 % quantiles of the seeds that have a value; nil if none has.
  var interval: (low: Double, high: Double)? {
    guard !values.isEmpty else { return nil }
    if outcome == .divergedShare {
      let interval = WilsonInterval(diverged, of: seeds)
      return (interval.low, interval.high)
    }
    let quantiles = Quantiles(values)
    return (quantiles.at(0.1), quantiles.at(0.9))
  }

  /// Whether the run has failed so that its outcome says nothing: half or more of the seeds became NaN or infinite, where
  /// that is not itself the outcome.
  var isVoid: Bool {
    guard outcome != .divergedShare, outcome != .metric(.firstNonfiniteStep) else { return false }
    return 2 * diverged >= seeds
  }

  /// "20 of 24: 0.83 [0.64, 0.93]", or of other outcomes "0.9012 [0.8954, 0.9077]".
  var text: String {
    guard let centre else { return "–" }
    guard outcome == .divergedShare, let interval else {
      return MetricText.summary(values) { MetricText.text($0, of: outcome) }
    }
    let numbers = [centre, interval.low, interval.high].map { ReportNumber.fixed($0, decimals: 2) }
    return "\(diverged) of \(seeds): \(numbers[0]) [\(numbers[1]), \(numbers[2])]"
  }
}
