import Records
import Studies

/// Says what each number of the report's tables is.
struct ResultsKey {
  let results: StudyResults

  /// Before the table of results.
  var ofResults: String {
    let text =
      switch results.study.kind {
      case .supervised: supervised
      case .policy: policy
      case .forward: forward
      }
    return "\(text)\(summarised) All numbers: [summary.csv](summary.csv)."
      + (quantities.isEmpty ? "" : "\n\(quantities)")
  }

  /// Before the table of distributions.
  var ofDistributions: String {
    let seeds = results.study.seeds
    let step = results.study.kind == .forward ? "" : " at the last recorded step"
    return
      "Of each recorded tensor\(step)\(seeds.count == 1 ? "" : ", seed \(seeds[0])"): mean, standard deviation (sd) and "
      + "extremes of the finite values, the share of values that are exactly 0, how many are NaN or infinite, the excess "
      + "kurtosis (0 for a normal distribution, −1.2 for a uniform one), and a word for the shape."
  }

  private var supervised: String {
    let data =
      results.records(ofPoint: 0).first?.sizes.testExamples == 0
      ? "" : " Test accuracy is measured once, after training."
    return
      "Train accuracy and loss are means over the last 100 mini-batches; an example whose output is not finite "
      + "counts as wrong.\(data)\(ablations) A unit is dead if it is active "
      + "for none of the first 10,000 training examples; max |bias| is over all units and steps. "
      + "Layers count from 1, the output layer is the last.\(spread)"
  }

  private var policy: String {
    let hasBiases = results.study.points.contains(where: \.settings.network.bias)
    return
      "Rewards are between −1 and 1, means over episodes: the final reward is that of the last 20 updates, with actions "
      + "drawn at random by their probabilities; the greedy reward is that of 500 more episodes after training, in which "
      + "the most likely action is taken.\(ablations)"
      + (hasBiases ? " max |bias| is over all units and steps." : "")
      + " Layers count from 1, the output layer is the last.\(spread)"
  }

  private var forward: String {
    let seeds = results.study.seeds.count
    let quantities = PassQuantity.recorded(in: results)
    return
      "Nothing is trained: the numbers are of one pass through the initial network, with all examples as the mini-batch, one "
      + "a layer, first to last."
      + (seeds == 1 || quantities.isEmpty ? "" : " Over \(seeds) seeds: the median.")
  }

  /// What each quantity of a study without training is, a line each.
  private var quantities: String {
    guard results.study.kind == .forward else { return "" }
    return PassQuantity.recorded(in: results).map { "\n- **\(QuantityText.name($0))**: \($0.summary)" }
      .joined()
  }

  private var ablations: String {
    results.study.ablations.isEmpty
      ? ""
      : " Where layers are reset, they have their initial parameters back and all others are as trained."
  }

  /// What a row of the table stands for, where it is not one run.
  private var summarised: String {
    guard ResultRows(study: results.study).areSummarised else { return "" }
    let spread = results.study.seeds.count == 1 ? ": median [10 %, 90 % quantile]" : ""
    return
      " A group of more than \(ResultRows.most) runs is summarised, in a row for each value of its first setting\(spread)."
  }

  private var spread: String {
    let seeds = results.study.seeds.count
    return seeds == 1 ? "" : " Over \(seeds) seeds: median [10 %, 90 % quantile]."
  }
}
