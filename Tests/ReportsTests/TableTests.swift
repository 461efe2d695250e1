import Records
import Studies
import Testing

@testable import Reports

@Suite struct TableTests {
  /// What is expected and what was measured, of one seed.
  @Test(arguments: [
    (
      Metric.finalTrainAccuracy, nil, Comparison.atLeast(0.9), "final train accuracy ≥ 0.9",
      "0.9153 / 0.0000", false
    ),
    (.finalTrainLoss, nil, .above(1e-5), "final train loss > 1e-5", "0.3000 / NaN", false),
    (.deadUnits, 1, .atMost(60), "dead units, layer 1 ≤ 60", "3 / 4", true),
    (.maxAbsBias, 2, .below(2.5e8), "max \\|bias\\|, layer 2 < 2.5e8", "5.96e-6 / ∞", false),
    (
      .firstNonfiniteStep, nil, .between(ValueRange(low: 1, high: 600)), "first non-finite step in 1…600",
      "none / 7", false
    ), (.firstNonfiniteStep, nil, .isNone, "no first non-finite step", "none / 7", false),
  ])
  func claimsOfOneSeed(
    metric: Metric, layer: Int?, comparison: Comparison, expected: String, measured: String, holds: Bool
  ) {
    let claim = Claim(
      say: "A | B", points: [0, 1],
      measure: .metric(metric, layers: layer.map { .list([$0]) }, ablation: nil), comparison: comparison)
    #expect(
      row(of: claim, ExampleResults.oneSeed)
        == "| \(holds ? "✔" : "✘") | A \\| B | \(expected) | \(measured) |")
  }

  /// Over seeds: how many hold, and between which values they lie.
  @Test(arguments: [
    (0, Quantifier.all, "in every seed", "✘", "3 of 4 seeds (0.7000…1.0000)"),
    (0, .most, "in most seeds", "✔", "3 of 4 seeds (0.7000…1.0000)"),
    (0, .half, "in at least half of the seeds", "✔", "3 of 4 seeds (0.7000…1.0000)"),
    (0, .atLeast(2), "in at least 2 of 4 seeds", "✔", "3 of 4 seeds (0.7000…1.0000)"),
    (1, .all, "in every seed", "✘", "0 of 4 seeds (0.1000)"),
  ])
  func claimsOfSeveralSeeds(
    point: Int, seeds: Quantifier, expected: String, mark: String, measured: String
  ) {
    let claim = Claim(
      say: "S", points: [point], measure: .metric(.finalTrainAccuracy, layers: nil, ablation: nil),
      comparison: .atLeast(0.8),
      seeds: seeds)
    #expect(
      row(of: claim, ExampleResults.fourSeeds)
        == "| \(mark) | S | final train accuracy ≥ 0.8 \(expected) | \(measured) |"
    )
  }

  /// Where not every run must hold, how many do; of many runs, between what they lie.
  @Test func claimsOfSeveralRuns() {
    func claim(_ points: [Int], _ runs: Quantifier) -> Claim {
      Claim(
        say: "S", points: points, measure: .metric(.finalTrainAccuracy, layers: nil, ablation: nil),
        comparison: .atLeast(0.75), seeds: .most, runs: runs)
    }
    let four = ExampleResults.fourSeeds
    #expect(
      row(of: claim([0, 1], .atLeast(1)), four)
        == "| ✔ | S | final train accuracy ≥ 0.75 in most seeds, for at least 1 of 2 runs | "
        + "1 of 2 runs (3 of 4 seeds (0.7000…1.0000) / 0 of 4 seeds (0.1000)) |")
    #expect(
      row(of: claim((0..<13).map { _ in 0 }, .all), four)
        == "| ✔ | S | final train accuracy ≥ 0.75 in most seeds | "
        + "13 of 13 runs, in 3 of 4 seeds each (0.7000…1.0000) |")
    #expect(
      row(of: claim((0..<14).map { $0 % 2 }, .most), ExampleResults.oneSeed)
        == "| ✘ | S | final train accuracy ≥ 0.75, for most runs | 7 of 14 runs (0.0000…0.9153) |")
  }

  @Test func claimsSayInHowManySeedsThereIsNoValue() {
    let measure = Measure.metric(.firstNonfiniteStep, layers: nil, ablation: nil)
    let some = Claim(say: "S", points: [0, 1], measure: measure, comparison: .below(20), seeds: .half)
    #expect(
      row(of: some, ExampleResults.fourSeeds)
        == "| ✘ | S | first non-finite step < 20 in at least half of the seeds | "
        + "0 of 4 seeds (none) / 2 of 4 seeds (5…12, none in 2) |")
  }

  /// A difference is written with three digits whatever it is of; a reduction says what it does.
  @Test func claimsNameRelationsAndReductions() {
    let difference = Claim(
      say: "S", points: [0], measure: .metric(.finalTrainAccuracy, layers: nil, ablation: nil),
      relation: .minus(Operand(point: 1)),
      comparison: .atLeast(0.5))
    #expect(
      row(of: difference, ExampleResults.oneSeed)
        == "| ✔ | S | difference in final train accuracy ≥ 0.5 | 0.915 |")
    func expected(_ reduction: Reduction, _ spec: RecordingSpec, _ relation: Relation = .itself) -> String {
      let claim = Claim(
        say: "S", points: [0], measure: .reduced(spec, reduction), relation: relation, comparison: .isNone)
      return String(row(of: claim, ExampleResults.oneSeed).split(separator: "|")[2].dropFirst().dropLast())
    }
    let bias = RecordingSpec(quantity: .bias, layers: .list([1]))
    #expect(expected(.last, RecordingSpec(quantity: .trainLoss)) == "no train loss, at the end")
    #expect(expected(.first, bias) == "no mean of bias of each unit, layer 1, at the start")
    #expect(
      expected(.mean, bias, .over(Operand(point: 1))) == "no ratio of mean of bias of each unit, layer 1")
    let norm = RecordingSpec(quantity: .weightNorm, layers: .last)
    #expect(expected(.meanOfLast100, norm) == "no weight norm, last layer, mean of the last 100 steps")
    #expect(expected(.max, RecordingSpec(quantity: .weightNorm)) == "no largest weight norm, every layer")
    #expect(
      expected(.min, RecordingSpec(quantity: .weightNorm, layers: .hidden))
        == "no smallest weight norm, hidden layers")
    #expect(
      expected(.last, RecordingSpec(quantity: .weightNorm, layers: .list([1, 2])))
        == "no weight norm, layers 1, 2, at the end")
  }

  @Test func resultsOfOneSeed() {
    #expect(
      ResultsTable(results: ExampleResults.oneSeed.results).markdown == """
        | run | note | train accuracy | train loss | test accuracy | non-finite from step | dead units, by layer | max \\|bias\\|, by layer |
        | --- | --- | --: | --: | --: | --: | --: | --: |
        | ReLU · learning rate 0.05 | learns | 0.9153 | 0.3000 | 0.9000 | – | 3 | 0.500 · 5.96e-6 |
        | ReLU · learning rate 5 | a\\|b | 0.0000 | NaN | 0.0000 | 7 | 4 | NaN · ∞ |

        """)
  }

  /// Of several seeds: the median and the outer deciles; columns that no run has are left out.
  @Test func resultsOfSeveralSeeds() {
    #expect(
      ResultsTable(results: ExampleResults.fourSeeds.results).markdown == """
        | run | train accuracy | train loss | non-finite from step | dead units, by layer |
        | --- | --: | --: | --: | --: |
        | ReLU · learning rate 0.05 | 0.8500 [0.7300, 0.9700] | 0.1500 [0.03000, 0.2700] | – | 8.5 [7.3, 9.7] |
        | ReLU · learning rate 5 | 0.1000 [0.1000, 0.1000] | NaN [2.300, NaN] | 2 of 4 seeds: 5…12 | – |

        """)
  }

  /// A deep network's layers are too many for a cell: it has their sum.
  @Test func resultsOfADeepNetworkSumItsDeadUnits() {
    var example = ExampleResults()
    example.add(
      "Deep", rate: "1", hidden: [5, 6, 7],
      metrics: [(1...3).map { MetricValue(.deadUnits, layer: $0, value: Double($0)) }])
    let table = ResultsTable(results: example.results).markdown
    #expect(table.hasPrefix("| run | train accuracy | train loss | non-finite from step | dead units |\n"))
    #expect(table.hasSuffix("| Deep · learning rate 1 | – | – | – | 6 of 18 |\n"))
  }

  private func row(of claim: Claim, _ example: ExampleResults) -> String {
    let results = example.results
    let table = ClaimsTable(results: results, claims: [ClaimResult(claim, results)]).markdown
    let lines = table.split(separator: "\n")
    #expect(lines.prefix(2) == ["|  | claim | expected | measured |", "| :-: | --- | --- | --- |"])
    return lines.dropFirst(2).joined(separator: "\n")
  }
}
