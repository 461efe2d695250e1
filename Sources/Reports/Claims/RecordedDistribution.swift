import Records
import Studies

/// A distribution at one of its recorded steps, with what gives it a meaning.
struct RecordedDistribution {
  let recording: DistributionRecording
  let step: Int
  let distribution: Distribution
  /// The same at all recorded steps.
  private let series: DistributionSeries
  /// Values of one example.
  private let inputs: Int
  /// What it may have collapsed from: the same at the first step; of a single step, what the first layer passes on.
  private let reference: Distribution?

  /// The distribution of a spec's first layer; nil if the run has not recorded it at that step.
  init?(_ spec: DistributionSpec, _ choice: StepChoice, _ record: Record, _ network: NetworkSettings) {
    guard let recording = spec.recordings(in: network).first, let series = record.distributions(of: recording)
    else { return nil }
    self.init(series, at: choice, in: record)
  }

  init?(_ series: DistributionSeries, at choice: StepChoice, in record: Record) {
    guard let distribution = series.distribution(at: choice), let last = series.steps.last else { return nil }
    recording = series.recording
    self.distribution = distribution
    self.series = series
    inputs = record.sizes.inputs
    reference =
      series.steps.count > 1
      ? series.distributions.first : RecordedDistribution.firstLayer(series.recording, record)
    step =
      switch choice {
      case .first: series.steps[0]
      case .last: last
      case .step(let step): step
      }
  }

  /// The same at another step; nil if that was not recorded.
  func distribution(at earlier: EarlierStep) -> Distribution? {
    switch earlier {
    case .first: series.distribution(at: .first)
    case .step(let step): series.distribution(at: .step(step))
    }
  }

  /// The word for its shape.
  func shape(in network: NetworkSettings) -> ShapeWord {
    let saturation =
      recording.tensor == .activations
      ? network.saturation(ofLayer: recording.layer, inputs: inputs) : nil
    return ShapeWord.of(distribution, saturation: saturation, reference: reference)
  }

  /// What layer 1 has of a tensor that goes from layer to layer; nil if it is not recorded.
  private static func firstLayer(_ recording: DistributionRecording, _ record: Record) -> Distribution? {
    guard [.activations, .preactivations].contains(recording.tensor) else { return nil }
    return record.distributions.first {
      $0.recording.tensor == recording.tensor && $0.recording.layer == 1
        && $0.recording.examples == recording.examples
    }?.distributions.first
  }
}

extension NetworkSettings {
  /// Beyond what ends an activation of the layer counts as saturated.
  ///
  /// - Parameters:
  ///   - layer: counted from 1.
  ///   - inputs: values of one example, on which it depends whether the first layer has a skip connection.
  /// - Returns: nil where nothing saturates.
  func saturation(ofLayer layer: Int, inputs: Int) -> ClosedRange<Double>? {
    let activation = layer <= hidden.count ? activations[layer - 1] : outputActivation
    let margin = Double(Quantity.saturationMargin)
    // What a skip connection adds has no bounds.
    guard !hasSkip(ofLayer: layer, inputs: inputs) else { return nil }
    return switch activation {
    case .sigmoid: margin...1 - margin
    case .tanh: margin - 1...1 - margin
    case .identity, .relu, .leakyReLU, .elu, .swish, .gelu, .softplus: nil
    }
  }
}

extension DistributionStatistic {
  /// The statistic as a number; nil if there are no values, no declared bins or no earlier step where it needs them, or it
  /// is a word.
  ///
  /// Moments and extremes are of the finite values, NaN if there are none; shares are of all values.
  func value(of recorded: RecordedDistribution) -> Double? {
    let distribution = recorded.distribution
    guard distribution.count > 0 else { return nil }
    let count = Double(distribution.count)
    return switch self {
    case .mean: distribution.mean
    case .standardDeviation: distribution.standardDeviation
    case .skewness: distribution.skewness
    case .kurtosis: distribution.excessKurtosis
    case .min: distribution.min.map(Double.init) ?? .nan
    case .max: distribution.max.map(Double.init) ?? .nan
    case .maxAbs: distribution.maxMagnitude ?? .nan
    case .zeroShare: Double(distribution.zeroCount) / count
    case .nonfiniteCount: Double(distribution.nonfiniteCount)
    case .belowShare: distribution.binned.map { Double($0.below) / count }
    case .aboveShare: distribution.binned.map { Double($0.above) / count }
    case .shareBelow(let bound): distribution.share(ofAllWithMagnitudeBelow: bound)
    case .totalVariation(let since):
      recorded.distribution(at: since).map { Distance.totalVariation(distribution, $0) }
    case .wasserstein(let since):
      recorded.distribution(at: since).map { Distance.wasserstein1(distribution, $0) }
    case .shape: nil
    }
  }
}

extension Distribution {
  /// The largest magnitude of a finite value; nil if there is none.
  var maxMagnitude: Double? {
    guard let min, let max else { return nil }
    return Double(Swift.max(min.magnitude, max.magnitude))
  }

  fileprivate func share(ofAllWithMagnitudeBelow bound: Double) -> Double {
    guard finiteCount > 0 else { return 0 }
    return share(ofMagnitudeBelow: bound) * (Double(finiteCount) / Double(count))
  }
}
