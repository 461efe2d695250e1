import Digests
import Studies

@testable import Records

/// Records with every kind of content, made by hand.
enum Examples {
  /// Every unit selection, every scope, special values, and series without a step.
  static let full = Record(
    key: Digest.of("full"), provenance: "engine: 1\nseed: 7\n", steps: 2,
    sizes: RunSizes(inputs: 784, outputs: 10, trainExamples: 60_000, testExamples: 0),
    firstNonfinite: Nonfinite(step: 2, parameter: "weights of layer 2"),
    metrics: [
      MetricValue(.finalTrainAccuracy, value: 0.1), MetricValue(.finalTrainLoss, value: .nan),
      MetricValue(.maxAbsBias, layer: 1, value: .infinity), MetricValue(.maxAbsBias, layer: 2, value: -0.0),
    ],
    series: [
      Series(
        recording: Recording(quantity: .trainLoss), units: [], steps: [0, 1], values: [2.3, .infinity]),
      Series(
        recording: Recording(quantity: .gradientNorm, layer: 2, every: 10), units: [], steps: [0],
        values: [-0.0]),
      Series(
        recording: Recording(quantity: .bias, layer: 1), units: [1, 2], steps: [0, 2],
        values: [0, -.infinity, .nan, .leastNonzeroMagnitude]),
      Series(
        recording: Recording(quantity: .bias, layer: 2, units: .first(1)), units: [1], steps: [0, 2],
        values: [3, 4]),
      Series(
        recording: Recording(quantity: .weightMean, layer: 1, units: .list([2, 9])), units: [2, 9], steps: [],
        values: []),
    ])

  /// Nothing that may be left out.
  static let bare = Record(
    key: Digest.of("bare"), provenance: "", steps: 0,
    sizes: RunSizes(inputs: 0, outputs: 0, trainExamples: 0, testExamples: 0), firstNonfinite: nil,
    metrics: [],
    series: [])
}
