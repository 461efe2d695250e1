import Studies

/// The names of tensors as a report's reader meets them.
enum TensorText {
  static func name(_ tensor: Tensor) -> String {
    switch tensor {
    case .weights: "weights"
    case .biases: "biases"
    case .preactivations: "pre-activations"
    case .activations: "activations"
    case .gradients: "gradients of the weights"
    case .preactivationGradients: "gradients of the pre-activations"
    case .updates: "updates of the weights"
    }
  }

  /// One value of it, as an axis is named.
  static func value(_ tensor: Tensor) -> String {
    switch tensor {
    case .weights: "weight"
    case .biases: "bias"
    case .preactivations: "pre-activation"
    case .activations: "activation"
    case .gradients, .preactivationGradients: "gradient"
    case .updates: "update"
    }
  }

  /// "activations, layer 3"; of magnitudes "|activations|, layer 3".
  static func name(_ spec: DistributionSpec, isMagnitude: Bool = false) -> String {
    let name = isMagnitude ? "|\(name(spec.tensor))|" : name(spec.tensor)
    return "\(name), \(QuantityText.layers(spec.layers))"
  }

  /// What the values are, and over which examples they are taken.
  static func summary(_ spec: DistributionSpec, in kind: StudyKind) -> String {
    let name = "\(name(spec.tensor)) of a layer"
    guard spec.tensor.isOfMiniBatch else { return name }
    let batch =
      switch (kind, spec.examples) {
      case (.forward, _): "all examples"
      case (_, .probe): "the first 1,000 training examples"
      case (.policy, .batch): "the states of the update"
      case (.supervised, .batch): "the mini-batch"
      }
    return name + (spec.tensor.dependsOnExamples ? ", over its units and \(batch)" : ", for \(batch)")
  }
}
