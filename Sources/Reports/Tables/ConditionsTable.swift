import Records
import Studies

/// "What was run": the conditions of all runs in one table.
///
/// What differs between runs is listed in their order.
struct ConditionsTable {
  let results: StudyResults

  var markdown: String {
    var table = MarkdownTable([("condition", .left), ("value", .left)])
    for (title, text) in rows { table.append([title, text]) }
    return table.text
  }

  private var rows: [(String, String)] {
    var rows = [
      ("data", data),
      ("network", varying(network)),
      ("activation", varying(activations)),
      ("batch norm", setting("batch_norm")),
    ]
    if usesSkip { rows.append(("skip connections", setting("skip"))) }
    rows.append(("initial weights", varying(ConditionsTable.initialValues)))
    rows += training
    if !results.study.ablations.isEmpty { rows.append(("ablations", ablations)) }
    return rows + [("runs", runs)]
  }

  private var training: [(String, String)] {
    let optimization = [
      ("optimiser", varying(optimizer)),
      ("learning rate", setting("learning_rate") + varying(ConditionsTable.schedule)),
    ]
    let steps = varying { "\(ReportNumber.count(record($0).steps))" }
    switch results.study.kind {
    case .forward:
      return [("training", "none: one pass forward, and one back with normal gradients at the last layer")]
    case .supervised:
      let batch = varying {
        "\($0.settings.training.batch)\($0.settings.training.shuffle ? "" : ", in order")"
      }
      return [("loss", varying(loss))] + optimization + [("mini-batch", batch), ("steps", steps)]
    case .policy:
      return [("loss", "REINFORCE: mean of −Y · log p · advantage, advantages normalised over the update")]
        + optimization + [
          ("episodes an update", varying { "\($0.settings.training.episodes)" }),
          ("discount", varying { ConditionsTable.text($0.settings.training.discount) }), ("updates", steps),
        ]
    }
  }

  private var usesSkip: Bool { results.study.points.contains(where: \.settings.network.skip) }

  /// Each with the layers it resets: "no memory (layers 1, 2)".
  private var ablations: String {
    results.study.ablations.map { "\($0.name) (\(QuantityText.layers(.list($0.reset))))" }.joined(
      separator: ", ")
  }

  private var runs: String {
    let study = results.study
    let groups = study.groups.map(\.name).joined(separator: ", ")
    let seeds =
      study.seeds.count == 1
      ? "seed \(study.seeds[0])"
      : "\(study.seeds.count) seeds (\(study.seeds[0])…\(study.seeds[study.seeds.count - 1]))"
    let points = study.points.count == 1 ? "1" : "\(study.points.count)"
    return study.groups.count == 1
      ? "\(points), \(seeds)" : "\(points) in \(study.groups.count) groups (\(groups)), \(seeds)"
  }

  private var data: String {
    let sizes = record(results.study.points[0]).sizes
    switch results.study.dataSource {
    case .gaussian(let settings):
      return
        "normal random numbers, mean 0, standard deviation 1: \(ReportNumber.count(settings.examples)) examples of "
        + ReportNumber.count(settings.inputs)
    case .catchGame(let game):
      return
        "the game Catch on a grid \(game.width) wide and \(game.height) high: \(game.height - 1) steps an episode, "
        + "reward ±1 at its end"
    case .digits, .mnist, .idx:
      let test =
        sizes.testExamples == 0
        ? "no test examples" : "\(ReportNumber.count(sizes.testExamples)) test examples"
      return "\(results.data.name): \(ReportNumber.count(sizes.trainExamples)) training and \(test), "
        + "\(sizes.inputs) inputs \(varying { ConditionsTable.scaling($0.settings.data.scaling) })"
    }
  }

  private func network(_ point: GridPoint) -> String {
    let sizes = record(point).sizes
    let network = point.settings.network
    let parts =
      ["\(sizes.inputs)"] + ConditionsTable.widths(network.hidden)
      + (network.hasOutputLayer ? ["\(sizes.outputs)"] : [])
    return parts.joined(separator: "–") + (network.bias ? "" : ", no biases")
  }

  /// Of hidden layers: "64", "100 (5×)" where equal ones follow each other.
  private static func widths(_ widths: [Int]) -> [String] {
    var parts: [(width: Int, count: Int)] = []
    for width in widths {
      if parts.last?.width == width { parts[parts.count - 1].count += 1 } else { parts.append((width, 1)) }
    }
    return parts.map { $0.count == 1 ? "\($0.width)" : "\($0.width) (\($0.count)×)" }
  }

  /// The hidden layers' functions with their parameters, each run of equal ones once.
  private func activations(_ point: GridPoint) -> String {
    var texts: [String] = []
    for activation in point.settings.network.activations {
      let text = ConditionsTable.text(activation)
      if texts.last != text { texts.append(text) }
    }
    let output = point.settings.network.outputActivation
    return texts.joined(separator: ", ")
      + (output == .identity ? "" : "; output \(ConditionsTable.text(output))")
  }

  private static func text(_ activation: Activation) -> String {
    switch activation {
    case .leakyReLU(let slope): "leaky_relu (slope \(slope))"
    case .elu(let alpha): "elu (α \(alpha))"
    default: activation.name
    }
  }

  private static func text(_ value: Float) -> String { NumberText.decimal(value) }

  private static func initialValues(_ point: GridPoint) -> String {
    let weights =
      switch point.settings.network.weightInit {
      case .normal(let deviation): "normal with standard deviation \(text(deviation))"
      case let named: named.name
      }
    return weights + biases(point)
  }

  private static func biases(_ point: GridPoint) -> String {
    guard point.settings.network.bias else { return "" }
    return switch point.settings.network.biasInit {
    case .zeros: ", biases 0"
    case .constant(let value): ", biases \(text(value))"
    case .pytorch: ", biases as PyTorch"
    }
  }

  private func loss(_ point: GridPoint) -> String {
    let training = point.settings.training
    let name =
      switch training.loss {
      case .softmaxCrossEntropy: "softmax cross-entropy"
      case .meanSquaredError: "mean squared error"
      }
    let reduction =
      switch training.gradient {
      case .mean: "gradient averaged over the mini-batch"
      case .sum: "gradient summed over the mini-batch"
      }
    return "\(name), \(reduction)"
  }

  private func optimizer(_ point: GridPoint) -> String {
    let training = point.settings.training
    var parts = [ConditionsTable.rule(training.optimizer)]
    if training.weightDecay != 0 {
      parts.append("weight decay \(ConditionsTable.text(training.weightDecay))")
    }
    switch training.clipping {
    case .norm(let limit): parts.append("gradient norm clipped to \(ConditionsTable.text(limit))")
    case .value(let limit): parts.append("gradient values clipped to ±\(ConditionsTable.text(limit))")
    case nil: break
    }
    return parts.joined(separator: ", ")
  }

  private static func rule(_ optimizer: Optimizer) -> String {
    switch optimizer {
    case .sgd: "SGD"
    case .momentum(let mu): "SGD with momentum \(text(mu))"
    case .nesterov(let mu): "SGD with Nesterov momentum \(text(mu))"
    case .adagrad(let epsilon): "Adagrad (ε \(text(epsilon)))"
    case .rmsprop(let decay, let epsilon): "RMSprop (decay \(text(decay)), ε \(text(epsilon)))"
    case .adam(let beta1, let beta2, let epsilon):
      "Adam (β₁ \(text(beta1)), β₂ \(text(beta2)), ε \(text(epsilon)))"
    case .adamw(let beta1, let beta2, let epsilon):
      "AdamW (β₁ \(text(beta1)), β₂ \(text(beta2)), ε \(text(epsilon)))"
    }
  }

  private static func schedule(_ point: GridPoint) -> String {
    let training = point.settings.training
    let warmUp = training.warmUp == 0 ? "" : ", warm-up over \(training.warmUp) steps"
    return switch training.schedule {
    case .constant: warmUp
    case .step(let every, let factor): "\(warmUp), times \(text(factor)) every \(every) steps"
    case .cosine(let to): "\(warmUp), falling along a cosine to \(text(to)) of it"
    }
  }

  private static func scaling(_ scaling: Scaling) -> String {
    switch scaling {
    case .unit: "in [0, 1]"
    case .symmetric: "in [−1, 1]"
    case .standard: "of mean 0 and standard deviation 1"
    case .raw: "in [0, 255]"
    }
  }

  private func setting(_ name: String) -> String {
    varying { point in point.values.first { $0.setting == name }?.text ?? "–" }
  }

  /// More values, or longer lists, are not read.
  private static let mostListed = (values: 12, characters: 300)

  /// The texts of all points, each once, in order; of many the first and the last, of many numbers the extremes.
  private func varying(_ text: (GridPoint) -> String) -> String {
    var texts: [String] = []
    for point in results.study.points {
      let new = text(point)
      if !texts.contains(new) { texts.append(new) }
    }
    let list = texts.joined(separator: " / ")
    let (values, characters) = ConditionsTable.mostListed
    guard texts.count > values || texts.count > 2 && list.count > characters else { return list }
    let numbers = texts.compactMap { text in NumberText.value(text).map { (text: text, value: $0) } }
    let isNumeric = numbers.count == texts.count
    let first = isNumeric ? numbers.min { $0.value < $1.value }?.text : texts.first
    let last = isNumeric ? numbers.max { $0.value < $1.value }?.text : texts.last
    return "\(first ?? "") … \(last ?? "") (\(texts.count) values)"
  }

  private func record(_ point: GridPoint) -> Record {
    results.records(ofPoint: point.index).first!
  }
}
