import Digests
import Studies
import Testing

@testable import Records

/// Distributions and ablations as parts of a record.
@Suite struct DistributionSeriesTests {
  static let recordings: [DistributionRecording] = [
    DistributionRecording(tensor: .weights, layer: 1, steps: .list([])),
    DistributionRecording(
      tensor: .activations, layer: 2, steps: .every(5), examples: .probe,
      bins: BinSpec(count: 3, range: ValueRange(low: -1, high: 2))),
    DistributionRecording(tensor: .preactivationGradients, layer: 3, steps: .logarithmic(4)),
  ]

  static let record: Record = {
    var record = Record(
      key: Digest.of("run"), provenance: "seed: 1\n", steps: 10,
      sizes: RunSizes(inputs: 4, outputs: 3, trainExamples: 7, testExamples: 0), firstNonfinite: nil,
      metrics: [
        MetricValue(.greedyReward, value: 0.5), MetricValue(.greedyReward, ablation: [1, 2], value: -0.25),
      ],
      series: [])
    record.distributions = recordings.map { recording in
      let bins = recording.bins.flatMap {
        DeclaredBins(low: $0.range.low, high: $0.range.high, count: $0.count)
      }
      return DistributionSeries(
        recording: recording, steps: [0, 10],
        distributions: [
          Distribution([0.5, -2, .nan, 0] as [Float], bins: bins),
          Distribution([.infinity, 1, 1] as [Float], bins: bins),
        ])
    }
    return record
  }()

  @Test func recordsWithDistributionsComeBackAsTheyWere() throws {
    let bytes = RecordCoding.encode(Self.record)
    let decoded = try RecordCoding.decode(bytes)
    #expect(decoded == Self.record)
    #expect(RecordCoding.encode(decoded) == bytes)
  }

  @Test func stepsAreFoundByChoice() throws {
    let series = try #require(Self.record.distributions(of: Self.recordings[0]))
    #expect(series.distribution(at: .first)?.count == 4)
    #expect(series.distribution(at: .last)?.count == 3)
    #expect(series.distribution(at: .step(10)) == series.distribution(at: .last))
    #expect(series.distribution(at: .step(5)) == nil)
  }

  @Test func ablationsHaveMetricsOfTheirOwn() {
    #expect(Self.record.value(of: .greedyReward) == 0.5)
    #expect(Self.record.value(of: .greedyReward, ablation: [1, 2]) == -0.25)
    #expect(Self.record.value(of: .greedyReward, ablation: [1]) == nil)
  }
}
