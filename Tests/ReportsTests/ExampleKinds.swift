import Digests
import Records
import Studies

@testable import Reports

/// Studies of any kind with records made by hand: a point for each network, a seed or more.
struct ExampleKind {
  var source: DataSource
  var seeds: [UInt64] = [1]
  var hidden: [Int] = [4, 4]
  var activation: Activation = .tanh
  var bias = false
  var points = 1
  var steps = 300
  var sheets: [SheetSpec] = []
  var claims: [Claim] = []
  var ablations: [Ablation] = []
  var metrics: (_ point: Int, _ seed: Int) -> [MetricValue] = { _, _ in [] }
  var series: (_ point: Int, _ seed: Int) -> [Series] = { _, _ in [] }
  var distributions: (_ point: Int, _ seed: Int) -> [DistributionSeries] = { _, _ in [] }

  static var forward: ExampleKind {
    ExampleKind(source: .gaussian(GaussianSettings(inputs: 100, examples: 1000)), steps: 0)
  }
  static var policy: ExampleKind { ExampleKind(source: .catchGame(CatchSettings())) }
  static var supervised: ExampleKind { ExampleKind(source: .digits) }

  /// The settings of each point.
  var settings: RunSettings {
    var settings = RunSettings()
    settings.data.source = source
    settings.network.hidden = hidden
    settings.network.activations = hidden.map { _ in activation }
    settings.network.hasOutputLayer = source.kind != .forward
    settings.network.bias = bias
    return settings
  }

  var results: StudyResults {
    let points = (0..<points).map { index in
      GridPoint(
        index: index, group: "G", name: "run \(index)", note: "",
        values: [SettingValue(setting: "init", text: "\(index)")], settings: settings)
    }
    let study = Study(
      name: "example", title: "Example", seeds: seeds, groups: [RunGroup(name: "G", axes: ["init"])],
      points: points, sheets: sheets, claims: claims, ablations: ablations)
    let records = points.indices.flatMap { point in
      seeds.indices.map { seed in
        Record(
          key: Digest.of("\(point) \(seed)"), provenance: "", steps: steps,
          sizes: RunSizes(inputs: 60, outputs: 3, trainExamples: 0, testExamples: 0), firstNonfinite: nil,
          metrics: metrics(point, seed), series: series(point, seed),
          distributions: distributions(point, seed))
      }
    }
    return StudyResults(
      study: study, data: DataFacts(name: "example", digest: Digest.of("example")), records: records)
  }

  /// A sheet of one row, a column a run.
  static func sheet(_ rows: [RowSpec], points: Int = 1, color: Facet? = nil) -> SheetSpec {
    SheetSpec(
      name: "sheet", title: "Sheet", points: Array(0..<points), each: nil, columns: .run, color: color,
      rows: rows, reading: "")
  }

  /// The distributions of a spec's only layer at some steps.
  static func series(_ spec: DistributionSpec, layer: Int, _ values: [(step: Int, values: [Float])])
    -> DistributionSeries
  {
    let bins = spec.bins.flatMap {
      DeclaredBins(low: $0.range.low, high: $0.range.high, count: $0.count)
    }
    return DistributionSeries(
      recording: DistributionRecording(
        tensor: spec.tensor, layer: layer, steps: spec.steps, examples: spec.examples, bins: spec.bins),
      steps: values.map(\.step), distributions: values.map { Distribution($0.values, bins: bins) })
  }
}
