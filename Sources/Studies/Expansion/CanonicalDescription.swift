/// All that determines the bits a run leaves behind, but for the bytes of its data set and the version of the
/// engine: one fact a line, `key: value`, sorted by key, each line ended by a line feed.
///
/// Numbers are in their shortest decimal form. Two runs give equal records if, on equal data, their
/// descriptions are equal; names, notes and prose are not in it.
package func canonicalDescription(of run: Run) -> String {
  var facts: [(key: String, value: String)] = [("description", "1"), ("seed", "\(run.seed)")]
  facts += run.settings.data.facts + run.settings.network.facts
  facts += run.settings.training.facts(of: run.settings.kind)
  facts += numbered("record", run.recordings.map(\.canonicalText))
  facts += numbered("distribution", run.distributions.map(\.canonicalText))
  facts += numbered("ablation", run.ablations.map { $0.map(String.init).joined(separator: " ") })
  let lines = facts.map { "\($0.key): \($0.value)\n" }
  return lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined()
}

private func numbered(_ key: String, _ values: [String]) -> Facts {
  values.enumerated().map { index, value in ("\(key).\(padded(index))", value) }
}

/// So that text sorts as numbers do.
private func padded(_ index: Int) -> String {
  let text = "\(index)"
  return String(repeating: "0", count: max(0, 5 - text.count)) + text
}

private typealias Facts = [(key: String, value: String)]

extension DataSettings {
  /// A source of files is not among them: its bytes are, by their digest, which the caller adds.
  fileprivate var facts: Facts {
    switch source {
    case .gaussian(let normal):
      [("data.gaussian", "inputs \(normal.inputs) examples \(normal.examples)")]
    case .catchGame(let game): [("data.catch", "width \(game.width) height \(game.height)")]
    case .digits, .mnist, .idx:
      [
        ("data.scale", scaling.rawValue), ("data.train", trainCount.map(String.init) ?? "all"),
        ("data.test", testCount.map(String.init) ?? "all"),
      ]
    }
  }
}

extension NetworkSettings {
  fileprivate var facts: Facts {
    let layers = zip(hidden, activations).enumerated().map { index, layer in
      ("network.layer.\(padded(index + 1))", "\(layer.0) \(layer.1.canonicalText)")
    }
    // A fact that came later is named only where it is not what used to hold for all, so that addresses stay.
    let later = skip ? [("network.skip", "true")] : []
    let output = hasOutputLayer ? ("activation", outputActivation.canonicalText) : ("layer", "none")
    return layers + later + [
      ("network.output_\(output.0)", output.1),
      ("network.batch_norm", batchNorm?.canonicalText ?? "none"), ("network.bias", "\(bias)"),
      ("network.init", weightInit.text), ("network.bias_init", biasInit.text),
    ]
  }
}

extension TrainingSettings {
  /// Only what has a meaning for the kind of run.
  fileprivate func facts(of kind: StudyKind) -> Facts {
    switch kind {
    case .forward: []
    case .supervised:
      common + [
        ("training.batch", "\(batch)"), ("training.shuffle", "\(shuffle)"), ("training.loss", loss.rawValue),
        ("training.gradient", gradient.rawValue),
      ]
    case .policy:
      common + [
        ("training.episodes", "\(episodes)"), ("training.discount", NumberText.decimal(discount)),
      ]
    }
  }

  private var common: Facts {
    let length: (key: String, value: String) =
      switch self.length {
      case .steps(let steps): ("training.steps", "\(steps)")
      case .epochs(let epochs): ("training.epochs", "\(epochs)")
      }
    return [
      length, ("training.optimizer", optimizer.canonicalText),
      ("training.learning_rate", NumberText.decimal(learningRate)),
      ("training.weight_decay", NumberText.decimal(weightDecay)), ("training.clip", clipping?.text ?? "none"),
      ("training.schedule", schedule.canonicalText), ("training.warm_up", "\(warmUp)"),
    ]
  }
}

extension Recording {
  fileprivate var canonicalText: String {
    var parts = [quantity.rawValue]
    if let layer { parts.append("layer \(layer)") }
    if quantity.scope == .unit { parts.append("units \(units.text)") }
    parts.append("every \(every)")
    return parts.joined(separator: ", ")
  }
}

extension DistributionRecording {
  /// Every fact, the same text for equal recordings only.
  var canonicalText: String {
    var parts = [tensor.rawValue, "layer \(layer)", steps.canonicalText]
    if tensor.dependsOnExamples { parts.append("examples \(examples.rawValue)") }
    if let bins {
      let range = "\(NumberText.decimal(bins.range.low)) to \(NumberText.decimal(bins.range.high))"
      parts.append("\(bins.count) bins from \(range)")
    }
    return parts.joined(separator: ", ")
  }
}

extension StepSelection {
  fileprivate var canonicalText: String {
    switch self {
    case .list(let steps): (["steps"] + steps.map(String.init)).joined(separator: " ")
    case .every(let interval): "every \(interval)"
    case .logarithmic(let count): "log \(count)"
    }
  }
}
