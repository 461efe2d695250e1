import Digests
import Records
import Studies

@testable import Reports

/// A study with results, both made by hand.
struct ExampleResults {
  var title = "Example"
  var seeds: [UInt64] = [1]
  var points: [GridPoint] = []
  var sheets: [SheetSpec] = []
  var claims: [Claim] = []
  var records: [Record] = []

  var results: StudyResults {
    var groups: [String] = []
    for point in points where !groups.contains(point.group) { groups.append(point.group) }
    let study = Study(
      name: "folder/example", title: title, question: "Why?\n\nReally?", notes: "Notes.", seeds: seeds,
      groups: groups.map { RunGroup(name: $0, axes: ["learning_rate"]) }, points: points, sheets: sheets,
      claims: claims)
    let data = DataFacts(name: "digits", digest: Digest.of("digits"))
    return StudyResults(study: study, data: data, records: records)
  }

  /// Appends a point and its records, one a seed.
  mutating func add(
    _ group: String, rate: String, initial: String = "he", note: String = "", hidden: [Int] = [4],
    metrics: [[MetricValue]],
    series: [[Series]] = [], nonfinite: [Nonfinite?] = []
  ) {
    var settings = RunSettings()
    settings.network.hidden = hidden
    settings.network.activations = hidden.map { _ in .relu }
    settings.training.length = .steps(20)
    settings.training.learningRate = Float(rate) ?? 0
    let values = [("activation", "relu"), ("batch_norm", "none"), ("init", initial), ("learning_rate", rate)]
    let name = "\(group) · learning rate \(rate)" + (initial == "he" ? "" : " · init \(initial)")
    points.append(
      GridPoint(
        index: points.count, group: group, name: name, note: note,
        values: values.map { SettingValue(setting: $0.0, text: $0.1) }, settings: settings))
    for seed in seeds.indices {
      records.append(
        Record(
          key: Digest.of("\(name), \(seeds[seed])"), provenance: "", steps: 20,
          sizes: RunSizes(inputs: 784, outputs: 10, trainExamples: 60_000, testExamples: 10_000),
          firstNonfinite: nonfinite.isEmpty ? nil : nonfinite[seed], metrics: metrics[seed],
          series: series.isEmpty ? [] : series[seed]))
    }
  }

  /// Two runs of one seed: one learns, one becomes NaN.
  static var oneSeed: ExampleResults {
    var example = ExampleResults()
    example.add(
      "ReLU", rate: "0.05", note: "learns",
      metrics: [
        [
          MetricValue(.finalTrainAccuracy, value: 0.91525), MetricValue(.finalTrainLoss, value: 0.30),
          MetricValue(.testAccuracy, value: 0.9), MetricValue(.deadUnits, layer: 1, value: 3),
          MetricValue(.maxAbsBias, layer: 1, value: 0.5), MetricValue(.maxAbsBias, layer: 2, value: 5.96e-6),
        ]
      ])
    example.add(
      "ReLU", rate: "5", note: "a|b",
      metrics: [
        [
          MetricValue(.finalTrainAccuracy, value: 0), MetricValue(.finalTrainLoss, value: .nan),
          MetricValue(.firstNonfiniteStep, value: 7), MetricValue(.testAccuracy, value: 0),
          MetricValue(.deadUnits, layer: 1, value: 4), MetricValue(.maxAbsBias, layer: 1, value: .nan),
          MetricValue(.maxAbsBias, layer: 2, value: .infinity),
        ]
      ], nonfinite: [Nonfinite(step: 7, parameter: "weights of layer 1")])
    return example
  }

  /// Two runs over four seeds; the second becomes non-finite in two of them.
  static var fourSeeds: ExampleResults {
    var example = ExampleResults(seeds: [1, 2, 3, 4])
    example.add(
      "ReLU", rate: "0.05",
      metrics: [0.7, 0.9, 0.8, 1.0].map { accuracy in
        [
          MetricValue(.finalTrainAccuracy, value: accuracy),
          MetricValue(.finalTrainLoss, value: 1 - accuracy),
          MetricValue(.deadUnits, layer: 1, value: (accuracy * 10).rounded()),
        ]
      })
    let steps: [Double?] = [nil, 12, 5, nil]
    example.add(
      "ReLU", rate: "5",
      metrics: steps.map { step in
        [
          MetricValue(.finalTrainAccuracy, value: 0.1),
          MetricValue(.finalTrainLoss, value: step == nil ? 2.3 : .nan),
        ] + (step.map { [MetricValue(.firstNonfiniteStep, value: $0)] } ?? [])
      }, nonfinite: steps.map { $0.map { Nonfinite(step: Int($0), parameter: "biases of layer 2") } })
    return example
  }
}
