package import Digests
package import Studies

/// What a finished run leaves behind: everything that figures, tables and claims may ask of it.
///
/// NaNs are held in one canonical form, so that equal records have equal bytes.
package struct Record: Equatable, Sendable {
  /// The run's address: a digest of everything that determines its bits.
  package var key: Digest
  /// What the key is the digest of, for people.
  package var provenance: String
  /// Parameter updates made.
  package var steps: Int
  package var sizes: RunSizes
  package var firstNonfinite: Nonfinite?
  package var metrics: [MetricValue]
  /// One for each recording of the run, in the run's order.
  package var series: [Series]
  /// One for each distribution recording of the run, in the run's order.
  package var distributions: [DistributionSeries]

  package init(
    key: Digest, provenance: String, steps: Int, sizes: RunSizes, firstNonfinite: Nonfinite?,
    metrics: [MetricValue], series: [Series], distributions: [DistributionSeries] = []
  ) {
    self.key = key
    self.provenance = provenance
    self.steps = steps
    self.sizes = sizes
    self.firstNonfinite = firstNonfinite
    self.metrics = metrics
    self.series = series
    self.distributions = distributions
  }

  /// The value of a metric; nil where the run has none (no test set, never non-finite, no such layer).
  package func value(of metric: Metric, layer: Int? = nil, ablation: [Int]? = nil) -> Double? {
    metrics.first { $0.metric == metric && $0.layer == layer && $0.ablation == ablation }?.value
  }

  package func series(of recording: Recording) -> Series? {
    series.first { $0.recording == recording }
  }

  package func distributions(of recording: DistributionRecording) -> DistributionSeries? {
    distributions.first { $0.recording == recording }
  }
}

/// The sizes that a run takes from its data.
package struct RunSizes: Hashable, Sendable {
  /// Values of one example.
  package var inputs: Int
  /// Outputs of the network, such as classes.
  package var outputs: Int
  package var trainExamples: Int
  /// 0 without a test set.
  package var testExamples: Int

  package init(inputs: Int, outputs: Int, trainExamples: Int, testExamples: Int) {
    self.inputs = inputs
    self.outputs = outputs
    self.trainExamples = trainExamples
    self.testExamples = testExamples
  }
}

/// The first update after which some parameter was NaN or infinite.
package struct Nonfinite: Hashable, Sendable {
  /// Updates made until then.
  package var step: Int
  /// Which parameter, such as "weights of layer 2".
  package var parameter: String

  package init(step: Int, parameter: String) {
    self.step = step
    self.parameter = parameter
  }
}

/// A number that a run ends with.
package struct MetricValue: Equatable, Sendable {
  package var metric: Metric
  /// Counted from 1; nil for a metric of the whole run.
  package var layer: Int?
  /// The layers that had their initial parameters back when it was measured; nil for the network as trained.
  package var ablation: [Int]?
  /// NaN in its canonical form.
  package var value: Double

  package init(_ metric: Metric, layer: Int? = nil, ablation: [Int]? = nil, value: Double) {
    self.metric = metric
    self.layer = layer
    self.ablation = ablation
    self.value = value.isNaN ? .nan : value
  }

  /// Equal as bits: NaN equals NaN, −0 differs from 0.
  package static func == (left: MetricValue, right: MetricValue) -> Bool {
    left.metric == right.metric && left.layer == right.layer && left.ablation == right.ablation
      && left.value.bitPattern == right.value.bitPattern
  }
}
