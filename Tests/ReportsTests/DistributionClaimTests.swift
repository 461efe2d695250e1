import Records
import Studies
import Testing

@testable import Reports

/// Claims about layers and about distributions.
@Suite struct DistributionClaimTests {
  private static let spec = DistributionSpec(
    tensor: .weights, layers: .list([1]), bins: BinSpec(count: 4, range: ValueRange(low: 0, high: 1)))
  private static let initial: [Float] = [0, 0.5, 1, -1]
  private static let last: [Float] = [2, 0, 0, -4, .nan, 0.25, -0.25, .infinity]

  private func example() -> ExampleKind {
    var example = ExampleKind.supervised
    example.distributions = { _, _ in
      [
        ExampleKind.series(
          Self.spec, layer: 1, [(0, Self.initial), (10, [0.5, 0.5]), (300, Self.last)])
      ]
    }
    return example
  }

  private func value(_ statistic: DistributionStatistic, at step: StepChoice = .last) -> Double? {
    let claim = Claim(
      say: "", points: [0], measure: .distribution(Self.spec, at: step, statistic), comparison: .isNone)
    return ClaimResult(claim, example().results).points[0].values[0]
  }

  /// Moments and extremes are of the finite values, shares of all eight.
  @Test func statistics() {
    #expect(value(.mean) == -2.0 / 6)
    #expect(value(.min) == -4)
    #expect(value(.max) == 2)
    #expect(value(.maxAbs) == 4)
    #expect(value(.zeroShare) == 0.25)
    #expect(value(.nonfiniteCount) == 2)
    #expect(value(.belowShare) == 0.25)
    #expect(value(.aboveShare) == 0.125)
    #expect(value(.shareBelow(0.01)) == 0.25)
    #expect(value(.shape) == nil)
    #expect(value(.standardDeviation, at: .first) == (2.1875 / 4).squareRoot())
  }

  @Test func stepsAndWhatIsNotThere() {
    #expect(value(.mean, at: .first) == 0.125)
    #expect(value(.mean, at: .step(10)) == 0.5)
    #expect(value(.mean, at: .step(11)) == nil)
    #expect(value(.wasserstein(since: .first), at: .first) == 0)
    #expect(value(.totalVariation(since: .first), at: .first) == 0)
    // Skewness of equal values is not a number, which passes nothing.
    #expect(value(.skewness, at: .step(10))?.isNaN == true)
  }

  /// Two steps are compared: the first with a later one, or any two that are recorded.
  @Test func changesSinceAStep() {
    var example = ExampleKind.supervised
    let spec = DistributionSpec(tensor: .weights, layers: .list([1]))
    example.distributions = { _, _ in
      [ExampleKind.series(spec, layer: 1, [(0, [0]), (10, [1]), (20, [4]), (300, [4])])]
    }
    func change(_ statistic: DistributionStatistic, at step: StepChoice) -> Double? {
      let claim = Claim(
        say: "", points: [0], measure: .distribution(spec, at: step, statistic), comparison: .isNone)
      return ClaimResult(claim, example.results).points[0].values[0]
    }
    #expect(change(.wasserstein(since: .first), at: .last) == 4)
    #expect(change(.wasserstein(since: .step(0)), at: .step(10)) == 1)
    #expect(change(.wasserstein(since: .step(10)), at: .last) == 3)
    #expect(change(.totalVariation(since: .step(10)), at: .step(20)) == 1)
    #expect(change(.totalVariation(since: .step(20)), at: .last) == 0)
    #expect(change(.wasserstein(since: .step(11)), at: .last) == nil)
  }

  /// The claims table says which step was compared with.
  @Test func changesNameTheirStep() {
    func text(_ statistic: DistributionStatistic, at step: StepChoice) -> String {
      MeasureText.name(.distribution(Self.spec, at: step, statistic), .itself, in: .supervised)
    }
    #expect(
      text(.totalVariation(since: .first), at: .last)
        == "total variation since the start of weights, layer 1, at the end")
    #expect(
      text(.wasserstein(since: .step(100)), at: .step(200))
        == "mean distance moved since step 100 by weights, layer 1, at step 200")
  }

  /// Without bins there is no share outside them.
  @Test func sharesOutsideNeedBins() {
    var example = ExampleKind.supervised
    let spec = DistributionSpec(tensor: .biases, layers: .list([1]))
    example.distributions = { _, _ in [ExampleKind.series(spec, layer: 1, [(0, [1])])] }
    let claim = Claim(
      say: "", points: [0], measure: .distribution(spec, at: .last, .aboveShare), comparison: .isNone)
    #expect(ClaimResult(claim, example.results).points[0].values == [nil])
  }

  /// A claim about several layers holds if it does for each; two of three are not enough.
  @Test func everyLayerCounts() {
    let result = ClaimResult(norms(.list([1, 2, 3]), .atMost(20)), layered().results)
    #expect(result.points.map(\.layer) == [1, 2, 3])
    #expect(result.points.map(\.holds) == [true, true, false])
    #expect(!result.holds)
    #expect(ClaimResult(norms(.list([1, 2]), .atMost(20)), layered().results).holds)
    #expect(!ClaimResult(norms(.list([9]), .atMost(1e9)), layered().results).holds)
  }

  private func norms(_ layers: LayerSelection, _ comparison: Comparison, _ relation: Relation = .itself)
    -> Claim
  {
    Claim(
      say: "S", points: [0], measure: .reduced(RecordingSpec(quantity: .weightNorm, layers: layers), .last),
      relation: relation, comparison: comparison)
  }

  /// Layers 1, 2, 3 have the norms 10, 20, 60, in the second point ten times that.
  private func layered() -> ExampleKind {
    var example = ExampleKind.supervised
    example.points = 2
    example.series = { point, _ in
      (1...3).map { layer in
        Series(
          recording: Recording(quantity: .weightNorm, layer: layer), units: [], steps: [0, 300],
          values: [1, [10, 20, 60][layer - 1] * (point == 0 ? 1 : 10)])
      }
    }
    return example
  }

  private static let operands: [(Operand, [Double])] = [
    (Operand(layers: .list([3])), [1.0 / 6, 1.0 / 3]), (Operand(layers: .list([1, 2])), [2.0 / 3, 4.0 / 3]),
    (Operand(point: 1), [0.1, 0.1]), (Operand(point: 1, layers: .list([3])), [1.0 / 60, 1.0 / 30]),
  ]

  /// The other side of a relation: another layer, the mean of several, another point's, or the same layer's.
  @Test(arguments: operands)
  func operandsHaveLayers(operand: Operand, ratios: [Double]) {
    let result = ClaimResult(norms(.list([1, 2]), .above(0), .over(operand)), layered().results)
    #expect(result.points.map { $0.values[0] } == ratios)
  }

  @Test func aMissingLayerOfAnOperandIsMissing() {
    let result = ClaimResult(
      norms(.list([1]), .isNone, .minus(Operand(layers: .list([2, 4])))), layered().results)
    // Layer 4 does not exist in this network: its mean is of layer 2.
    #expect(result.points[0].values == [-10])
    let none = ClaimResult(norms(.list([1]), .isNone, .minus(Operand(layers: .list([4])))), layered().results)
    #expect(none.points[0].values == [nil])
  }

  /// Metrics of an ablation are those that the record holds for its layers.
  @Test func ablationsAreFoundByTheirLayers() {
    var example = ExampleKind.policy
    let ablation = Ablation(name: "no memory", reset: [1, 2])
    example.ablations = [ablation]
    example.metrics = { _, _ in
      [
        MetricValue(.greedyReward, value: 1), MetricValue(.greedyReward, ablation: [1, 2], value: -0.5),
        MetricValue(.greedyReward, ablation: [3], value: 0.25),
      ]
    }
    func value(_ ablation: Ablation?) -> Double? {
      let claim = Claim(
        say: "", points: [0], measure: .metric(.greedyReward, layers: nil, ablation: ablation),
        comparison: .isNone)
      return ClaimResult(claim, example.results).points[0].values[0]
    }
    #expect(value(nil) == 1)
    #expect(value(ablation) == -0.5)
    #expect(value(Ablation(name: "no memory", reset: [2])) == nil)
  }

  /// Shapes are words: saturation by the layer's activation, collapse by the first step.
  @Test func shapes() {
    let spec = DistributionSpec(tensor: .activations, layers: .list([1, 2]))
    let saturated: [Float] = (0..<100).map { index in
      let end: Float = index % 2 == 0 ? -0.995 : 0.995
      return end + Float(index) * 1e-5
    }
    let plateau = (0..<1000).map { Float($0) / 1000 - 0.5 }
    func result(_ activation: Activation, _ word: ShapeWord) -> ClaimResult {
      var example = ExampleKind.forward
      example.activation = activation
      example.distributions = { _, _ in
        [
          ExampleKind.series(spec, layer: 1, [(0, plateau)]),
          ExampleKind.series(spec, layer: 2, [(0, saturated)]),
        ]
      }
      let claim = Claim(
        say: "S", points: [0], measure: .distribution(spec, at: .last, .shape), comparison: .isShape(word))
      return ClaimResult(claim, example.results)
    }
    let tanh = result(.tanh, .saturatedAtBothEnds)
    #expect(tanh.points.map(\.shapes) == [[.uniformPlateau], [.saturatedAtBothEnds]])
    #expect(tanh.points.map(\.holds) == [false, true])
    #expect(result(.relu, .bimodal).points.map(\.holds) == [false, true])
  }

  /// What a skip connection adds has no bounds; layers without one stay within theirs.
  @Test func saturationBesideSkipConnections() {
    var network = NetworkSettings()
    network.hidden = [6, 6, 4]
    network.activations = [.tanh, .sigmoid, .tanh]
    network.outputActivation = .sigmoid
    network.skip = true
    let tanh = Double(Quantity.saturationMargin) - 1
    #expect(network.saturation(ofLayer: 1, inputs: 10)?.lowerBound == tanh)
    #expect(network.saturation(ofLayer: 1, inputs: 6) == nil)
    #expect(network.saturation(ofLayer: 2, inputs: 10) == nil)
    #expect(network.saturation(ofLayer: 3, inputs: 10)?.lowerBound == tanh)
    #expect(network.saturation(ofLayer: 4, inputs: 10)?.lowerBound == Double(Quantity.saturationMargin))
    network.skip = false
    #expect(network.saturation(ofLayer: 2, inputs: 10) != nil)
    network.activations[1] = .relu
    #expect(network.saturation(ofLayer: 2, inputs: 10) == nil)
  }

  /// A single pass has no first step to compare with: a layer may have collapsed from what the first one passes on.
  @Test func layersCollapseFromTheFirst() {
    let spec = DistributionSpec(tensor: .activations)
    let bell: [Float] = (0..<1000).map { index in Float(index % 32 + index / 32) / 31 - 1 }
    var example = ExampleKind.forward
    example.distributions = { _, _ in
      [
        ExampleKind.series(spec, layer: 1, [(0, bell)]),
        ExampleKind.series(spec, layer: 2, [(0, bell.map { $0 / 100 })]),
      ]
    }
    let claim = Claim(
      say: "S", points: [0], measure: .distribution(spec, at: .last, .shape), comparison: .isShape(.collapsed)
    )
    #expect(ClaimResult(claim, example.results).points.map(\.holds) == [false, true])
  }

  /// What was measured of layers is listed; of many it is said between what it lies.
  @Test func measuredTextsOfLayers() {
    func row(_ claim: Claim, _ example: ExampleKind) -> String {
      let results = example.results
      let table = ClaimsTable(results: results, claims: [ClaimResult(claim, results)]).markdown
      return String(table.split(separator: "\n")[2])
    }
    #expect(
      row(norms(.list([1, 2, 3]), .atMost(20)), layered())
        == "| ✘ | S | weight norm, layers 1, 2, 3, at the end ≤ 20 | 10.0 · 20.0 · 60.0 |")
    #expect(
      row(norms(.list([1, 2]), .above(0), .over(Operand(layers: .list([2, 3])))), layered())
        == "| ✔ | S | ratio of weight norm, layers 1, 2, at the end to that of layers 2, 3 on average > 0 | "
        + "0.250 · 0.500 |")
    var seeds = layered()
    seeds.seeds = [1, 2]
    #expect(
      row(norms(.list([1, 3]), .atMost(20)), seeds)
        == "| ✘ | S | weight norm, layers 1, 3, at the end ≤ 20 in every seed | 2 · 0 of 2 seeds (10.0 · 60.0) |"
    )
    var deep = ExampleKind.supervised
    deep.hidden = [Int](repeating: 4, count: 7)
    deep.series = { _, _ in
      (1...8).map {
        Series(
          recording: Recording(quantity: .weightNorm, layer: $0), units: [], steps: [0], values: [Float($0)])
      }
    }
    #expect(
      row(norms(.all, .above(0)), deep)
        == "| ✔ | S | weight norm, every layer, at the end > 0 | 1.00…8.00 over 8 layers |")
    let shape = Claim(
      say: "S", points: [0], measure: .distribution(Self.spec, at: .last, .shape), comparison: .isShape(.bell)
    )
    #expect(row(shape, example()) == "| ✘ | S | shape of weights, layer 1, at the end: bell | non-finite |")
  }
}
