/// All that determines the bits a run leaves behind, but for the bytes of its data set and the version of the
/// engine: one fact a line, `key: value`, sorted by key, each line ended by a line feed.
///
/// Numbers are in their shortest decimal form. Two runs give equal records if, on equal data, their
/// descriptions are equal; names, notes and prose are not in it.
package func canonicalDescription(of run: Run) -> String {
  var facts: [(key: String, value: String)] = [("description", "1"), ("seed", "\(run.seed)")]
  facts += run.settings.data.facts + run.settings.network.facts + run.settings.training.facts
  facts += run.recordings.enumerated().map { index, recording in
    ("record.\(padded(index))", recording.canonicalText)
  }
  let lines = facts.map { "\($0.key): \($0.value)\n" }
  return lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined()
}

/// So that text sorts as numbers do.
private func padded(_ index: Int) -> String {
  let text = "\(index)"
  return String(repeating: "0", count: max(0, 5 - text.count)) + text
}

private typealias Facts = [(key: String, value: String)]

extension DataSettings {
  /// The source is not among them: its bytes are, by their digest, which the caller adds.
  fileprivate var facts: Facts {
    [
      ("data.scale", scaling.rawValue), ("data.train", trainCount.map(String.init) ?? "all"),
      ("data.test", testCount.map(String.init) ?? "all"),
    ]
  }
}

extension NetworkSettings {
  fileprivate var facts: Facts {
    let layers = zip(hidden, activations).enumerated().map { index, layer in
      ("network.layer.\(padded(index + 1))", "\(layer.0) \(layer.1.canonicalText)")
    }
    return layers + [
      ("network.output_activation", outputActivation.canonicalText),
      ("network.batch_norm", batchNorm?.canonicalText ?? "none"), ("network.bias", "\(bias)"),
      ("network.init", weightInit.text), ("network.bias_init", biasInit.text),
    ]
  }
}

extension TrainingSettings {
  fileprivate var facts: Facts {
    let length: (key: String, value: String) =
      switch self.length {
      case .steps(let steps): ("training.steps", "\(steps)")
      case .epochs(let epochs): ("training.epochs", "\(epochs)")
      }
    return [
      length, ("training.batch", "\(batch)"), ("training.shuffle", "\(shuffle)"),
      ("training.loss", loss.rawValue), ("training.gradient", gradient.rawValue),
      ("training.optimizer", optimizer.canonicalText),
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
