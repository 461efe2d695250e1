import Testing

@testable import Studies

/// The data say what kind of study it is, and that says what its runs are.
@Suite struct KindTests {
  @Test(arguments: [
    ("digits", DataSource.digits, StudyKind.supervised), ("mnist", .mnist, .supervised),
    (
      "{gaussian: {inputs: 7, examples: 9}}", .gaussian(GaussianSettings(inputs: 7, examples: 9)), .forward
    ),
    ("catch", .catchGame(CatchSettings(width: 6, height: 10)), .policy),
    ("{catch: {}}", .catchGame(CatchSettings()), .policy),
    ("{catch: {width: 4, height: 5}}", .catchGame(CatchSettings(width: 4, height: 5)), .policy),
  ])
  func data(yaml: String, source: DataSource, kind: StudyKind) throws {
    let study = try study("data: \(yaml)")
    #expect(study.dataSource == source)
    #expect(study.kind == kind)
  }

  /// A forward study is of hidden layers only, with one mini-batch of all examples and no update.
  @Test func forward() throws {
    let settings = try settings("data: {gaussian: {inputs: 7, examples: 9}}\nnetwork: {hidden: [5, 3]}")
    #expect(!settings.network.hasOutputLayer)
    #expect(settings.network.layerCount == 2)
    #expect(LayerSelection.all.resolved(in: settings.network) == [1, 2])
    #expect(LayerSelection.hidden.resolved(in: settings.network) == [1, 2])
    #expect(LayerSelection.last.resolved(in: settings.network) == [2])
    #expect(settings.training.length == .steps(0))
    #expect(settings.training.batch == 9)
    #expect(settings.lastStep(ofMiniBatch: true) == 0)
    #expect(settings.lastStep(ofMiniBatch: false) == 0)
  }

  @Test func policy() throws {
    let settings = try settings("data: catch\ntraining: {episodes: 5, discount: 0.5, steps: 20}")
    #expect(settings.network.layerCount == 2)
    #expect(settings.training.episodes == 5)
    #expect(settings.training.discount == 0.5)
    #expect(settings.lastStep(ofMiniBatch: true) == 19)
    #expect(settings.lastStep(ofMiniBatch: false) == 20)
  }

  @Test func skip() throws {
    #expect(try settings("network: {skip: true}").network.skip)
    let study = try study("groups: [{skip: [false, true]}]")
    #expect(study.points.map(\.settings.network.skip) == [false, true])
    #expect(study.points.map(\.name) == ["skip connections false", "skip connections true"])
  }

  /// A setting without a meaning has no value, so that nothing is told apart by it.
  @Test func settingsWithoutMeaning() throws {
    let policy = try study("data: catch").points[0]
    #expect(policy.text(of: "batch") == nil)
    #expect(policy.text(of: "scale") == nil)
    #expect(policy.text(of: "episodes") == "32")
    let forward = try study("data: {gaussian: {inputs: 1, examples: 1}}").points[0]
    #expect(
      forward.values.map(\.setting)
        == ["activation", "batch_norm", "bias", "bias_init", "depth", "hidden", "init", "skip", "width"])
  }

  /// What is named for one kind exists there only; nothing is left without a kind but forward metrics.
  @Test func quantitiesAndMetricsOfKinds() {
    for kind in StudyKind.allCases {
      #expect(Quantity.allCases.contains { $0.kinds.contains(kind) })
      #expect(Tensor.allCases.contains { $0.kinds.contains(kind) })
      #expect(Metric.allCases.contains { $0.kinds.contains(kind) } == (kind != .forward))
    }
    #expect(Metric.allCases.filter(\.isOfEvaluation) == [.testAccuracy, .testLoss, .greedyReward])
    #expect(Quantity.allCases.allSatisfy { !$0.kinds.isEmpty })
  }

  /// Without sheets, each kind shows what anyone would look at first.
  @Test func standardSheets() throws {
    let forward = try study("data: {gaussian: {inputs: 1, examples: 1}}\ngroups: [{depth: [1, 3]}]").sheets
    let marks = forward.flatMap(\.rows).map(\.mark)
    #expect(
      marks.prefix(3)
        == (1...3).map { .histogram(.init(tensor: .activations, layers: .list([$0])), .init()) }[...])
    #expect(marks.dropFirst(3).map(\.recording?.quantity) == [.activationDeviation, .gradientNorm])
    let policy = try study("data: catch").sheets
    #expect(policy.flatMap(\.rows).map(\.mark.recording?.quantity) == [.reward, .gradientNorm])
  }

  /// Over the layers, or of one step, runs can be told apart by colour.
  @Test(arguments: [
    ("data: {gaussian: {inputs: 1, examples: 1}}", "{line: unit_sd}, {histogram: weights}"),
    (
      "",
      "{histogram: weights, at: 600}, {histogram: gradients, layer: 1, at: [0]}, {line: unit_sd, layer: 1}"
    ),
    ("training: {steps: 1}", "{histogram: gradients, every: 5}"),
  ])
  func colors(data: String, rows: String) throws {
    let sheet = try study(
      "\(data)\ngroups: [{init: [he, lecun]}]\nsheets: [{columns: group, color: init, rows: [\(rows)]}]")
    #expect(sheet.sheets[0].color == .setting("init"))
  }

  /// A source that is made takes the place of images and of what only they have, and the other way round.
  @Test(arguments: [
    ("{source: mnist, scale: raw, train: 10}", "catch", DataSource.catchGame(CatchSettings())),
    ("mnist", "{catch: {height: 4}}", .catchGame(CatchSettings(height: 4))),
    ("{catch: {height: 4}}", "catch", .catchGame(CatchSettings())),
    ("catch", "mnist", .mnist), ("{gaussian: {inputs: 1, examples: 2}}", "{source: digits}", .digits),
    (
      "catch", "{gaussian: {inputs: 1, examples: 2}}", .gaussian(GaussianSettings(inputs: 1, examples: 2))
    ),
  ])
  func extends(base: String, own: String, source: DataSource) throws {
    let result = load([
      "main.yaml": "kiseki: 1\nextends: b.yaml\ndata: \(own)", "b.yaml": "kiseki: 1\ntitle: T\ndata: \(base)",
    ])
    #expect(result.findings == [])
    #expect(result.study?.dataSource == source)
  }
}
