import Records
import Studies
import Testing

@testable import Reports

@Suite struct ComparisonTests {
  private static let range = ValueRange(low: 1, high: 2)

  /// Bounds belong to what "at least", "at most" and "between" allow, and not to "above" and "below".
  @Test(arguments: [
    (Comparison.atLeast(2), [nil, false, true, true]), (.atMost(2), [nil, true, true, false]),
    (.above(2), [nil, false, false, true]), (.below(2), [nil, true, false, false]),
    (.between(range), [nil, true, true, false]),
  ])
  func bounds(comparison: Comparison, holds: [Bool?]) {
    for (value, holds) in zip([0, 1, 2, 3], holds) where holds != nil {
      #expect(comparison.holds(for: Double(value)) == holds)
    }
    #expect(!Comparison.between(ComparisonTests.range).holds(for: 0.999))
  }

  private static let all: [Comparison] = [
    .atLeast(-.infinity), .atMost(.infinity), .above(-.infinity), .below(.infinity), .isNone,
    .between(ValueRange(low: -.infinity, high: .infinity)),
  ]

  /// NaN passes nothing, however wide the bounds.
  @Test(arguments: all)
  func notANumberNeverPasses(comparison: Comparison) {
    #expect(!comparison.holds(for: .nan))
    #expect(!comparison.holds(for: -.nan))
  }

  /// A missing value is not a number to compare: it passes "none" alone.
  @Test(arguments: all)
  func aMissingValuePassesNoneAlone(comparison: Comparison) {
    #expect(comparison.holds(for: nil) == (comparison == .isNone))
  }

  @Test func infinityComparesAsANumber() {
    #expect(Comparison.atLeast(5).holds(for: .infinity))
    #expect(!Comparison.atMost(5).holds(for: .infinity))
    #expect(!Comparison.isNone.holds(for: .infinity))
  }

  /// Of 0 … 4 of four seeds, and of 0 … 3 of three.
  @Test(arguments: [
    (Quantifier.all, [4], [3]), (.most, [3, 4], [2, 3]), (.half, [2, 3, 4], [2, 3]),
    (.atLeast(1), [1, 2, 3, 4], [1, 2, 3]), (.atLeast(3), [3, 4], [3]),
  ])
  func seeds(quantifier: Quantifier, ofFour: [Int], ofThree: [Int]) {
    #expect((0...4).filter { quantifier.isSatisfied(by: $0, of: 4) } == ofFour)
    #expect((0...3).filter { quantifier.isSatisfied(by: $0, of: 3) } == ofThree)
  }
}

@Suite struct ReductionTests {
  private func series(_ values: [Float], units: Int = 0, steps: Int) -> Series {
    Series(
      recording: Recording(quantity: .bias, layer: 1), units: Array(0..<units).map { $0 + 1 },
      steps: Array(0..<steps), values: values)
  }

  /// Two units over three steps, lines of a step together.
  @Test(arguments: [
    (Reduction.first, 1.5), (.last, -2), (.mean, 0), (.min, -6), (.max, 3), (.maxAbs, 6), (.meanOfLast100, 0),
  ])
  func ofTwoLines(reduction: Reduction, value: Double) {
    #expect(reduction.apply(to: [series([1, 2, 3, -2, 2, -6], units: 2, steps: 3)]) == value)
  }

  /// The last 100 steps of every line, not the last 100 values.
  @Test func theLastHundredStepsOfEachLine() {
    let values = (0..<150).flatMap { [Float($0), Float($0 < 50 ? 1_000 : 0)] }
    #expect(Reduction.meanOfLast100.apply(to: [series(values, units: 2, steps: 150)]) == 99.5 / 2)
  }

  /// Layers count by their values: two of one step against one.
  @Test func severalSeriesAreOne() {
    let layers = [series([3, 6], units: 2, steps: 1), series([0], steps: 1)]
    #expect(Reduction.last.apply(to: layers) == 3)
    #expect(Reduction.max.apply(to: layers) == 6)
  }

  @Test(arguments: Reduction.allCases)
  func nothingHasNoValue(reduction: Reduction) {
    #expect(reduction.apply(to: []) == nil)
    #expect(reduction.apply(to: [series([], steps: 0)]) == nil)
  }

  /// NaN anywhere that counts is NaN, whatever stands before or after it.
  @Test(arguments: Reduction.allCases)
  func notANumberStays(reduction: Reduction) {
    let places = [[Float.nan, 1, 2], [1, .nan, 2], [1, 2, .nan]].map { series($0, steps: 3) }
    let results = places.map { reduction.apply(to: [$0]).map(\.isNaN) }
    switch reduction {
    case .first: #expect(results == [true, false, false])
    case .last: #expect(results == [false, false, true])
    default: #expect(results == [true, true, true])
    }
  }

  @Test func infinityIsTheLargest() {
    let values = series([1, -.infinity, 2], steps: 3)
    #expect(Reduction.maxAbs.apply(to: [values]) == .infinity)
    #expect(Reduction.min.apply(to: [values]) == -.infinity)
    #expect(Reduction.max.apply(to: [values]) == 2)
  }
}

@Suite struct ClaimResultTests {
  private func claim(
    _ points: [Int], _ comparison: Comparison, of metric: Metric = .finalTrainAccuracy, layer: Int? = nil,
    _ relation: Relation = .itself, seeds: Quantifier = .all, runs: Quantifier = .all
  ) -> Claim {
    Claim(
      say: "say", points: points, measure: .metric(metric, layers: layer.map { .list([$0]) }, ablation: nil),
      relation: relation,
      comparison: comparison,
      seeds: seeds, runs: runs)
  }

  /// With `in_runs`, as many points as it asks for, and in each every layer.
  @Test(arguments: [
    (Quantifier.all, false), (.most, false), (.half, true), (.atLeast(1), true), (.atLeast(2), false),
  ])
  func someRunsSuffice(runs: Quantifier, holds: Bool) {
    let results = ExampleResults.oneSeed.results
    let result = ClaimResult(claim([0, 1], .atLeast(0.9), runs: runs), results)
    #expect(result.runsThatHold == 1)
    #expect(result.holds == holds)
    let layers = Claim(
      say: "", points: [0, 1],
      measure: .metric(.maxAbsBias, layers: .list([1, 2]), ablation: nil), comparison: .below(0.1),
      runs: .atLeast(1))
    #expect(ClaimResult(layers, results).points.map(\.holds) == [false, true, false, false])
    #expect(ClaimResult(layers, results).runsThatHold == 0)
  }

  /// A claim must hold for each of its points.
  @Test func everyPointCounts() {
    let results = ExampleResults.oneSeed.results
    #expect(ClaimResult(claim([0], .atLeast(0.9)), results).holds)
    let both = ClaimResult(claim([0, 1], .atLeast(0.9)), results)
    #expect(!both.holds)
    #expect(both.points.map(\.holds) == [true, false])
    #expect(both.points.map(\.point) == [0, 1])
  }

  @Test func whatARunDoesNotHaveIsNone() {
    let results = ExampleResults.oneSeed.results
    #expect(ClaimResult(claim([0], .isNone, of: .firstNonfiniteStep), results).holds)
    #expect(!ClaimResult(claim([1], .isNone, of: .firstNonfiniteStep), results).holds)
    #expect(ClaimResult(claim([1], .below(8), of: .firstNonfiniteStep), results).holds)
    #expect(!ClaimResult(claim([0], .below(8), of: .firstNonfiniteStep), results).holds)
    #expect(!ClaimResult(claim([0], .atMost(9), of: .deadUnits, layer: 9), results).holds)
  }

  /// A difference and a ratio are taken seed by seed: against a constant 0.1, the seeds 0.7, 0.9, 0.8, 1.0 give four.
  @Test func relationsAreOfOneSeed() throws {
    let results = ExampleResults.fourSeeds.results
    let ratio = ClaimResult(claim([0], .atLeast(8.5), .over(Operand(point: 1)), seeds: .half), results)
    #expect(ratio.points[0].values.map { ($0 ?? 0).rounded() } == [7, 9, 8, 10])
    #expect(ratio.points[0].seedsThatHold == 2)
    #expect(ratio.holds)
    let difference = ClaimResult(claim([1], .below(-0.65), .minus(Operand(point: 0)), seeds: .most), results)
    #expect(difference.points[0].values == [0.7, 0.9, 0.8, 1].map { 0.1 - $0 })
    #expect(difference.points[0].seedsThatHold == 3)
    #expect(difference.holds)
  }

  /// Where either of two runs has no value, their difference has none.
  @Test func arithmeticWithAMissingValueIsMissing() {
    let results = ExampleResults.fourSeeds.results
    let claim = claim([1], .isNone, of: .firstNonfiniteStep, .minus(Operand(point: 0)))
    #expect(ClaimResult(claim, results).points[0].values == [nil, nil, nil, nil])
  }

  /// NaN − NaN is no reason for a claim to hold.
  @Test func notANumberFailsInRelationsToo() {
    let results = ExampleResults.oneSeed.results
    for relation in [Relation.minus(Operand(point: 1)), .over(Operand(point: 1)), .minus(Operand(point: 0))] {
      let result = ClaimResult(claim([1], .atMost(.infinity), of: .finalTrainLoss, relation), results)
      #expect(result.points[0].values.map { $0?.isNaN } == [true])
      #expect(!result.holds)
    }
  }

  /// Recorded values are found by the recording that the claim itself asks for.
  @Test func reducesWhatWasRecorded() {
    var example = ExampleResults()
    let spec = RecordingSpec(quantity: .bias, layers: .last, units: .first(2), every: 5)
    example.add(
      "ReLU", rate: "1", metrics: [[]],
      series: [
        [
          Series(recording: Recording(quantity: .bias, layer: 2), units: [1], steps: [0], values: [99]),
          Series(
            recording: Recording(quantity: .bias, layer: 2, units: .first(2), every: 5), units: [1, 2],
            steps: [0, 5], values: [1, -4, 2, 3]),
        ]
      ])
    func result(_ reduction: Reduction, _ spec: RecordingSpec) -> Double?? {
      let claim = Claim(say: "", points: [0], measure: .reduced(spec, reduction), comparison: .isNone)
      return ClaimResult(claim, example.results).points[0].values.first
    }
    #expect(result(.maxAbs, spec) == 4)
    #expect(result(.last, spec) == 2.5)
    #expect(result(.last, RecordingSpec(quantity: .trainLoss)) == .some(nil))
  }

  @Test(arguments: [
    (0, 1, "**The claim does not hold.**"), (1, 1, "**The claim holds.**"),
    (0, 3, "**None of the 3 claims holds.**"),
    (2, 3, "**2 of 3 claims hold.**"), (3, 3, "**All 3 claims hold.**"),
  ])
  func summaries(holding: Int, total: Int, sentence: String) {
    let results = ExampleResults.oneSeed.results
    let claims = (0..<total).map { ClaimResult(claim([0], .atLeast($0 < holding ? 0 : 2)), results) }
    #expect(ClaimsSummary(claims).sentence == sentence)
  }
}
