import Foundation
import Testing

@testable import Studies

/// The JSON Schema and the reference are those of the schema value, and agree with the loader.
@Suite struct SchemaTests {
  /// `KISEKI_REGENERATE=1 swift test --filter SchemaTests` writes the generated files anew.
  private static let isRegenerating = ProcessInfo.processInfo.environment["KISEKI_REGENERATE"] != nil
  private static let marker = "## Reference\n"
  private static let schema = Result { try MiniJSONSchema(StudySchema.json) }

  @Test func jsonSchemaIsUpToDate() throws {
    let file = packageRoot.appending(path: "studies/study.schema.json")
    if Self.isRegenerating { try StudySchema.json.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: file, encoding: .utf8) == StudySchema.json)
  }

  @Test func referenceIsUpToDate() throws {
    let file = packageRoot.appending(path: "docs/study-format.md")
    let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: Self.marker)
    let guide = try #require(parts.first)
    let reference = """
      <!-- Generated from Sources/Studies/Schema by KISEKI_REGENERATE=1 swift test --filter SchemaTests. -->


      """ + StudySchema.markdown
    if Self.isRegenerating {
      try (guide + Self.marker + "\n" + reference).write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == guide + Self.marker + "\n" + reference)
  }

  /// No two keys or words of one place share a name, and every word is explained once at most.
  @Test func namesAreUnique() {
    for mapping in [
      StudySchema.study, StudySchema.group, StudySchema.selection, StudySchema.claim, StudySchema.row,
      StudySchema.recording, StudySchema.operand,
    ] {
      #expect(Set(mapping.keys.map(\.name)).count == mapping.keys.count, "\(mapping.noun)")
    }
    let measures =
      Metric.allCases.map(\.rawValue) + Quantity.allCases.map(\.rawValue) + Tensor.allCases.map(\.rawValue)
    #expect(Set(measures).count == measures.count)
  }

  /// Where the shape of a value decides, an editor and the loader say the same.
  @Test(
    arguments: bodies(FindingTable.shapes) + bodies(FindingTable.distributionShapes)
      + bodies(FindingTable.gridShapes) + soundBodies)
  func editorAndLoaderAgree(body: String) throws {
    let schema = try Self.schema.get()
    let root = try YAMLReader.read(Array("kiseki: 1\ntitle: T\n\(body)".utf8), file: "a")
    // A number that single precision cannot hold is beyond JSON Schema's words.
    let isBeyondSchema = findings(body).contains { $0.contains("does not fit single precision") }
    #expect(schema.accepts(root.json) == (findings(body).isEmpty || isBeyondSchema), "\(body)")
  }

  @Test func editorKnowsWhatEveryFileNeeds() throws {
    let schema = try Self.schema.get()
    #expect(schema.accepts(["kiseki": 1, "title": "T"]))
    #expect(schema.accepts(["kiseki": 1, "extends": "a.yaml"]))
    #expect(!schema.accepts(["kiseki": 1]))
    #expect(!schema.accepts(["title": "T"]))
    #expect(!schema.accepts(["kiseki": 2, "title": "T"]))
  }
}

private func bodies(_ table: String) -> [String] {
  table.split(separator: "\n").filter { !$0.hasPrefix("  ") }.map {
    $0.split(separator: "⏎").map { $0.drop { $0 == " " } }.joined(separator: "\n")
  }
}

private let soundBodies = [
  "sheets: [{rows: [{phase_diagram: dead_share, layer: 1, x: init, y: batch, contours: [0.5], range: [0, 1]}]}]",
  "sheets: [{rows: [{response: diverged_share, x: init}, {multiples: train_loss, x: init, y: batch, every: 5}]}]",
  "sheets: [{rows: [{line: train_loss, seeds: lines}, {line: train_loss, seeds: band}]}]",
  "groups: [{learning_rate: {from: 1, to: 2, points: 3, spacing: log}, batch: {from: 1, to: 3, points: 2}}]",
  "groups: [{init: 1}]\nclaims: [{say: x, of: {init: 1, batch: {above: 0, at_most: 1e3}}, that: test_loss, below: 1, in_runs: most}]",
  "", "question: |\n  a\n  b", "data: {images: a, labels: b, train: 100}",
  "network: {hidden: [], activation: tanh}",
  "network: {depth: 2, width: 3, activation: [relu, {elu: 2}], batch_norm: {momentum: 1}, init: 0.5, bias_init: -1}",
  "training: {epochs: 2, optimizer: {adam: {beta1: 0}}, clip: {value: 1}, schedule: {step: {every: 3}}}",
  "groups: [{name: A, hidden: [[3], []], learning_rate: [1, 2], batch_norm: [none, all, true]}, {name: B}]",
  "record: [{quantity: bias, layer: [1, 2], units: all, every: 2}]",
  "sheets: [{of: {learning_rate: [0.01], run: run}, each: group, rows: [{line: train_loss, range: [0, 1]}]}]",
  "claims: [{say: x, of: {hidden: [[64]]}, that: bias, layer: hidden, as: max, between: [-1, 1], in_seeds: 1}]",
  "data: {gaussian: {inputs: 3, examples: 4}}", "data: catch", "data: {catch: {height: 5}}",
  "network: {skip: true}",
  "record: [{distribution: activations, layer: 1, log: 5, examples: probe, bins: 3, range: [0, 1]}]",
  "record: [{distribution: weights, at: 5}, {distribution: weights, at: [0, 5]}]",
  "sheets: [{rows: [{histogram: weights, at: [0, 1], values: log_abs, counts: log, density: true, draw_bins: 9}]}]",
  "sheets: [{rows: [{ridgeline: biases, every: 9, bins: 3, range: [0, 1]}, {percentiles: weights, log: 9, scale: symlog}]}]",
  "sheets: [{rows: [{heat_map: unit_sd, every: 2, scale: log, title: a, share: true, clip: [1, 99]}]}]",
  "ablations: [{name: a, reset: 1}]\nclaims: [{say: x, that: test_loss, ablation: a, above: 1}]",
  "claims: [{say: x, that: weights, as: {share_below: 1e-4}, at: first, over: {layer: [1, 2]}, below: 1}]",
  "claims: [{say: x, that: weights, layer: 1, as: shape, is: uniform plateau}]",
  "claims: [{say: x, that: activations, as: below_share, bins: 3, range: [0, 1], examples: probe, at: 5, below: 1}]",
  "seeds: {first: 0, count: 2}", "seeds: [1, 2]", "seed: 3\nseeds: 4",
]

extension SourceNode {
  /// The value as JSON tools would see it.
  var json: JSONValue {
    switch value {
    case .mapping(let entries): return .object(entries.map { .init(key: $0.key, value: $0.value.json) })
    case .list(let elements): return .array(elements.map(\.json))
    case .scalar(let text, _):
      if isNull { return .null }
      if let bool { return .bool(bool) }
      if let double, double.isFinite { return .number(double) }
      // NaN and infinity are no JSON; a string is as wrong where a number is wanted.
      return .string(text)
    }
  }
}
