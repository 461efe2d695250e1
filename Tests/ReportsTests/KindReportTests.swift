import Records
import Studies
import Testing

@testable import Reports

/// Reports of forward and policy studies.
@Suite struct KindReportTests {
  private func policy() -> ExampleKind {
    var example = ExampleKind.policy
    example.seeds = [1, 2]
    example.ablations = [Ablation(name: "hidden layers reset", reset: [1, 2])]
    example.metrics = { _, seed in
      [
        MetricValue(.finalReward, value: 0.5), MetricValue(.greedyReward, value: Double(seed)),
        MetricValue(.greedyReward, ablation: [1, 2], value: -0.25),
        MetricValue(.finalTrainLoss, value: 0.125),
      ]
    }
    return example
  }

  @Test func resultsOfAPolicy() {
    #expect(
      ResultsTable(results: policy().results).markdown == """
        | run | final reward | greedy reward | greedy reward, hidden layers reset | non-finite from step |
        | --- | --: | --: | --: | --: |
        | run 0 | 0.500 [0.500, 0.500] | 0.500 [0.100, 0.900] | -0.250 [-0.250, -0.250] | – |

        """)
  }

  /// Without biases there is no column for them; ablations are named by their layers.
  @Test func summaryOfAPolicy() {
    let lines = SummaryCSV(results: policy().results).text.split(separator: "\n")
    #expect(
      lines[0] == "run,group,seed,activation,batch_norm,learning_rate,init,steps,final_train_loss,"
        + "first_nonfinite_step,final_reward,greedy_reward,greedy_reward_reset_1_2,record")
    #expect(lines[2].hasPrefix("run 0,G,2,,,,0,300,0.125,,0.500000,1.000000,-0.250000,"))
  }

  @Test func conditionsOfAPolicy() {
    let rows = ConditionsTable(results: policy().results).markdown.split(separator: "\n").map(String.init)
    #expect(
      rows.contains(
        "| data | the game Catch on a grid 6 wide and 10 high: 9 steps an episode, reward ±1 at its end |"))
    #expect(rows.contains("| episodes an update | 32 |"))
    #expect(rows.contains("| discount | 0.99 |"))
    #expect(rows.contains("| updates | 300 |"))
    #expect(rows.contains("| ablations | hidden layers reset (layers 1, 2) |"))
    #expect(!rows.contains { $0.hasPrefix("| mini-batch") || $0.hasPrefix("| skip") })
  }

  /// Hidden layers are counted together; inputs and outputs as wide as they are no layers of theirs.
  @Test func widthsOfNetworks() {
    func network(_ example: ExampleKind, _ hidden: [Int]) -> String? {
      var example = example
      example.hidden = hidden
      return ConditionsTable(results: example.results).markdown.split(separator: "\n")
        .first { $0.hasPrefix("| network") }.map(String.init)
    }
    #expect(network(.forward, [60, 60]) == "| network | 60–60 (2×), no biases |")
    #expect(network(.policy, [60, 3, 3]) == "| network | 60–60–3 (2×)–3, no biases |")
    #expect(network(.policy, []) == "| network | 60–3, no biases |")
  }

  private func forward(_ hidden: Int = 2) -> ExampleKind {
    var example = ExampleKind.forward
    example.hidden = [Int](repeating: 100, count: hidden)
    example.series = { _, _ in
      (1...hidden).map {
        Series(
          recording: Recording(quantity: .activationDeviation, layer: $0), units: [], steps: [0],
          values: [1 / Float($0)])
      }
    }
    return example
  }

  @Test func resultsOfAPass() {
    #expect(
      ResultsTable(results: forward().results).markdown == """
        | run | sd of the activations, by layer |
        | --- | --: |
        | run 0 | 1.00 · 0.500 |

        """)
    #expect(ResultsTable(results: forward(8).results).markdown.hasSuffix("| run 0 | 1.00 … 0.125 |\n"))
    #expect(ResultsTable(results: ExampleKind.forward.results).isEmpty)
  }

  /// What no series has is taken from the distribution of the activations.
  @Test func aPassIsKnownByItsDistributions() {
    var example = ExampleKind.forward
    example.distributions = { _, _ in
      [ExampleKind.series(DistributionSpec(tensor: .activations), layer: 2, [(0, [0, 0, 2, 2])])]
    }
    #expect(
      ResultsTable(results: example.results).markdown == """
        | run | mean activation, by layer | sd of the activations, by layer | share of zero activations, by layer |
        | --- | --: | --: | --: |
        | run 0 | – · 1.00 | – · 1.00 | – · 0.5000 |

        """)
  }

  @Test func summaryOfAPass() {
    let lines = SummaryCSV(results: forward().results).text.split(separator: "\n")
    #expect(
      lines[0] == "run,group,seed,activation,batch_norm,learning_rate,init,steps,activation_sd_layer1,"
        + "activation_sd_layer2,record")
    #expect(lines[1].hasPrefix("run 0,G,1,,,,0,0,1,0.5,"))
  }

  @Test func reportOfAPass() throws {
    let markdown = try StudyReport(forward().results).markdown
    #expect(
      markdown.contains(
        "| data | normal random numbers, mean 0, standard deviation 1: 1,000 examples of 100 |"))
    #expect(markdown.contains("Nothing is trained"))
    #expect(markdown.contains("- **sd of the activations**: standard deviation"))
    #expect(markdown.contains("The inputs follow from the seed."))
    #expect(!markdown.contains("| optimiser |"))
    #expect(!markdown.contains("## Distributions"))
    #expect(!markdown.contains("\n\n\n"))
  }

  /// A row for each tensor of each layer at its last step, of the first seed.
  @Test func distributionsHaveATable() throws {
    var example = ExampleKind.supervised
    example.seeds = [7, 8]
    let bins = BinSpec(count: 2, range: ValueRange(low: 0, high: 1))
    example.distributions = { _, seed in
      [
        ExampleKind.series(DistributionSpec(tensor: .weights), layer: 1, [(0, [9]), (300, [-1, 1])]),
        ExampleKind.series(
          DistributionSpec(tensor: .activations, bins: bins), layer: 2, [(299, [0, 0.5, 2, .nan])]),
        // The same tensor at fewer steps.
        ExampleKind.series(DistributionSpec(tensor: .weights, steps: .list([0])), layer: 1, [(0, [9])]),
        ExampleKind.series(DistributionSpec(tensor: .biases), layer: 1, [(300, [])]),
      ]
    }
    #expect(
      DistributionTable(results: example.results).markdown == """
        | run | distribution | step | mean | sd | min | max | zeros | not finite | outside the bins | kurtosis | shape |
        | --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- |
        | run 0 | weights, layer 1 | 300 | 0 | 1.00 | -1.00 | 1.00 | – | – | – | -2.00 | too few values |
        | run 0 | activations, layer 2 | 299 | 0.833 | 0.850 | 0 | 2.00 | 25.0 % | 1 | 25.0 % | -1.50 | non-finite |

        """)
    let markdown = try StudyReport(example.results).markdown
    #expect(
      markdown.contains("## Distributions\n\nOf each recorded tensor at the last recorded step, seed 7:"))
  }

  @Test func longTablesOfDistributionsEnd() {
    var example = ExampleKind.supervised
    example.points = 60
    example.distributions = { _, _ in
      (1...2).map { ExampleKind.series(DistributionSpec(tensor: .weights), layer: $0, [(0, [1])]) }
    }
    let lines = DistributionTable(results: example.results).markdown.split(separator: "\n")
    #expect(lines.count == 103)
    #expect(lines.last == "The table ends after 100 rows; 20 more distributions were recorded.")
  }

  /// What a row of a distribution shows is said under the picture.
  @Test func captions() {
    let weights = DistributionSpec(tensor: .weights, layers: .list([1]), steps: .list([0, 300]))
    let probe = DistributionSpec(
      tensor: .activations, layers: .list([2]), steps: .every(10), examples: .probe,
      bins: BinSpec(count: 30, range: ValueRange(low: 0, high: 1)))
    let spec = ExampleKind.sheet([
      RowSpec(mark: .histogram(weights, HistogramOptions(counts: .log, density: true))),
      RowSpec(mark: .ridgeline(probe, HistogramOptions())),
      RowSpec(mark: .heatMap(RecordingSpec(quantity: .gradientNorm, every: 10)), scale: .log),
    ])
    #expect(
      SheetCaption(spec: spec, kind: .supervised).markdown == """
        1. **weights, layer 1**: histogram of the weights of a layer, at steps 0, 300; counts on a logarithmic scale; \
        as a density.
        2. **activations, layer 2**: histograms of the activations of a layer, over its units and the first 1,000 training \
        examples, every 10 steps, the first at the back; counted in 30 bins over 0…1.
        3. **gradient norm, every layer**: L2 norm of the gradient of a layer's weights as a colour, a row of cells a \
        layer, every 10 steps, on a logarithmic scale.

        """)
  }
}
