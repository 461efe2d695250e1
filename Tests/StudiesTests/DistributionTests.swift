import Testing

@testable import Studies

/// Rows, recordings and claims of distributions decode to exact values.
@Suite struct DistributionTests {
  private func rows(_ yaml: String, of network: String = "network: {depth: 2}") throws -> [RowSpec] {
    try study("\(network)\nsheets: [{rows: [\(yaml)]}]").sheets[0].rows
  }

  @Test func marks() throws {
    #expect(
      try rows(
        "{histogram: weights, layer: 2, at: [600, 0, 600], values: log_abs, counts: log, density: true}")
        == [
          RowSpec(
            mark: .histogram(
              .init(tensor: .weights, layers: .list([2]), steps: .list([0, 600])),
              .init(values: .logAbs, counts: .log, density: true)))
        ])
    #expect(
      try rows("{ridgeline: biases, layer: last, every: 60, draw_bins: 40, range: [-1, 1], share: true}")
        == [
          RowSpec(
            mark: .ridgeline(.init(tensor: .biases, layers: .last, steps: .every(60)), .init(bins: 40)),
            range: ValueRange(low: -1, high: 1), shared: true)
        ])
    #expect(
      try rows("{percentiles: activations, layer: 1, log: 9, examples: probe, scale: symlog, clip: [1, 99]}")
        == [
          RowSpec(
            mark: .percentiles(
              .init(tensor: .activations, layers: .list([1]), steps: .logarithmic(9), examples: .probe)),
            scale: .symlog, clip: ValueRange(low: 1, high: 99))
        ])
    #expect(
      try rows("{heat_map: gradient_norm, every: 10, scale: log}")
        == [RowSpec(mark: .heatMap(.init(quantity: .gradientNorm, every: 10)), scale: .log)])
  }

  /// Declared bins are recorded, drawn as they are, and the range of the axis.
  @Test func declaredBins() throws {
    let range = ValueRange(low: 0, high: 1)
    #expect(
      try rows("{histogram: activations, layer: 1, bins: 12, range: [0, 1]}")
        == [
          RowSpec(
            mark: .histogram(
              .init(tensor: .activations, layers: .list([1]), bins: BinSpec(count: 12, range: range)),
              .init(bins: 12)), range: range)
        ])
  }

  /// A distribution of several layers is a row for each, up to the deepest network of the sheet.
  @Test func rowsOfSeveralLayers() throws {
    func layers(_ yaml: String, _ network: String = "network: {depth: 2}") throws -> [LayerSelection?] {
      try rows(yaml, of: network).map(\.mark.distribution?.layers)
    }
    #expect(try layers("{histogram: weights}") == [.list([1]), .list([2]), .list([3])])
    #expect(try layers("{histogram: weights, layer: hidden}") == [.list([1]), .list([2])])
    #expect(try layers("{histogram: weights, layer: [3, 1]}") == [.list([1]), .list([3])])
    #expect(try layers("{histogram: weights, layer: last}") == [.last])
    let depths = "groups: [{depth: [1, 3]}]"
    #expect(try layers("{histogram: weights, layer: hidden}", depths).count == 3)
    #expect(try layers("{histogram: weights, layer: [4, 2]}", depths) == [.list([2]), .list([4])])
    let titles = try rows(
      "{histogram: weights, layer: [1, 2], title: w}, {histogram: weights, layer: 1, title: w}")
    #expect(titles.map(\.title) == ["w, layer 1", "w, layer 2", "w"])
  }

  @Test func record() throws {
    let study = try study(
      """
      record:
        - {distribution: weights}
        - {quantity: unit_sd}
        - {distribution: activations, layer: hidden, every: 5, examples: probe, bins: 4, range: [-1, 1]}
        - {distribution: updates, at: 7}
      """)
    #expect(study.recordings == [.init(quantity: .unitDeviation)])
    #expect(
      study.distributions == [
        .init(tensor: .weights),
        .init(
          tensor: .activations, layers: .hidden, steps: .every(5), examples: .probe,
          bins: BinSpec(count: 4, range: ValueRange(low: -1, high: 1))),
        .init(tensor: .updates, steps: .list([7])),
      ])
  }

  @Test(arguments: [
    (StepSelection.list([]), 600, [0, 600]), (.list([0, 5, 700]), 600, [0, 5, 600]),
    (.every(250), 600, [0, 250, 500, 600]),
    (.every(7), 0, [0]), (.list([3]), 0, [0]), (.logarithmic(5), 1000, [0, 1, 10, 100, 1000]),
    (.logarithmic(2), 1000, [0, 1000]), (.logarithmic(9), 0, [0]), (.logarithmic(9), 1, [0, 1]),
    (.logarithmic(100), 3, [0, 1, 2, 3]),
  ])
  func recordedSteps(selection: StepSelection, last: Int, steps: [Int]) {
    #expect(selection.steps(upTo: last) == steps)
  }

  /// A chart shows the steps that a list names, and no others.
  @Test(arguments: [
    (StepSelection.list([]), [0, 600]), (.list([600]), [600]), (.list([0, 5, 700]), [0, 5]),
    (.list([700]), []),
    (.every(400), [0, 400, 600]),
  ])
  func drawnSteps(selection: StepSelection, steps: [Int]) {
    #expect(selection.drawnSteps(upTo: 600) == steps)
  }

  @Test(
    arguments: DistributionStatistic.plain.filter { ![.shape, .belowShare, .aboveShare].contains($0) })
  func statistics(statistic: DistributionStatistic) throws {
    let claim = try study("claims: [{say: x, that: weights, as: \(statistic.name), below: 1}]").claims[0]
    #expect(claim.measure == .distribution(.init(tensor: .weights), at: .last, statistic))
  }

  @Test func claims() throws {
    let claims = try study(
      """
      claims:
        - {say: a, that: weights, layer: 1, at: first, as: {share_below: 1e-4}, over: {layer: 2}, below: 1}
        - {say: b, that: activations, at: 20, as: above_share, bins: 3, range: [0, 1], examples: probe, below: 1}
        - {say: c, that: gradients, layer: last, as: shape, is: uniform plateau}
      """
    ).claims
    #expect(
      claims.map(\.measure) == [
        .distribution(.init(tensor: .weights, layers: .list([1])), at: .first, .shareBelow(1e-4)),
        .distribution(
          .init(
            tensor: .activations, steps: .list([20]), examples: .probe,
            bins: BinSpec(count: 3, range: ValueRange(low: 0, high: 1))), at: .step(20), .aboveShare),
        .distribution(.init(tensor: .gradients, layers: .last), at: .last, .shape),
      ])
    #expect(claims.map(\.relation) == [.over(Operand(layers: .list([2]))), .itself, .itself])
    #expect(claims[2].comparison == .isShape(.uniformPlateau))
  }

  /// The step compared with is recorded beside the one asked for; without `since` nothing more is.
  @Test func changesSinceAStep() throws {
    let study = try study(
      """
      claims:
        - {say: a, that: weights, as: total_variation, since: 100, at: 200, below: 1}
        - {say: b, that: biases, as: wasserstein, since: 300, below: 1}
        - {say: c, that: updates, as: wasserstein, since: first, at: 5, below: 1}
        - {say: d, that: gradients, as: total_variation, below: 1}
      """)
    #expect(
      study.claims.map(\.measure) == [
        .distribution(
          .init(tensor: .weights, steps: .list([100, 200])), at: .step(200),
          .totalVariation(since: .step(100))),
        .distribution(
          .init(tensor: .biases, steps: .list([300])), at: .last, .wasserstein(since: .step(300))),
        .distribution(.init(tensor: .updates, steps: .list([5])), at: .step(5), .wasserstein(since: .first)),
        .distribution(.init(tensor: .gradients), at: .last, .totalVariation(since: .first)),
      ])
    #expect(
      study.runs()[0].distributions.filter { $0.layer == 1 }.map(\.steps)
        == [.list([100, 200]), .list([300]), .list([]), .list([5])])
  }

  /// A claim about several layers is one about each.
  @Test func layersOfMeasures() throws {
    let study = try study(
      """
      network: {depth: 2}
      claims:
        - {say: a, that: dead_units, layer: hidden, at_most: 0}
        - {say: b, that: test_accuracy, above: 0}
        - {say: c, that: gradient_norm, below: 1}
        - {say: d, that: train_loss, below: 1}
        - {say: e, that: weights, layer: [3, 1], as: sd, below: 1}
      """)
    let network = study.points[0].settings.network
    #expect(
      study.claims.map { $0.measure.layers(in: network) } == [[1, 2], [nil], [1, 2, 3], [nil], [1, 3]])
    #expect(study.claims.map { $0.measure.of(.last).layers(in: network) } == [[3], [nil], [3], [nil], [3]])
  }

  @Test func operands() throws {
    let claims = try study(
      """
      groups: [{depth: [1, 3]}]
      claims:
        - {say: a, of: {depth: 3}, that: gradient_norm, layer: 1, over: {layer: last}, below: 1}
        - {say: b, of: {depth: 3}, that: gradient_norm, layer: 1, minus: {layer: [1, 2], depth: 1}, below: 1}
        - {say: c, that: gradient_norm, layer: 1, minus: {depth: 1}, below: 1}
      """
    ).claims
    #expect(
      claims.map(\.relation) == [
        .over(Operand(layers: .last)), .minus(Operand(point: 0, layers: .list([1, 2]))),
        .minus(Operand(point: 0)),
      ])
  }

  @Test func ablations() throws {
    let study = try study(
      """
      groups: [{depth: [1, 2]}]
      ablations: [{name: ' a b ', reset: [2, 1, 2]}, {name: c, reset: 3}, {name: d, reset: [1, 2]}]
      claims: [{say: x, that: test_accuracy, ablation: a b, below: 1}]
      """)
    let ablation = Ablation(name: "a b", reset: [1, 2])
    #expect(
      study.ablations == [ablation, Ablation(name: "c", reset: [3]), Ablation(name: "d", reset: [1, 2])])
    #expect(study.claims[0].measure == .metric(.testAccuracy, layers: nil, ablation: ablation))
    #expect(study.runs().map(\.ablations) == [[[1, 2]], [[1, 2], [3]]])
  }
}
