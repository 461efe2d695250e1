import Studies

/// The names of quantities and metrics as a report's reader meets them.
enum QuantityText {
  static func name(_ metric: Metric) -> String {
    switch metric {
    case .finalTrainAccuracy: "final train accuracy"
    case .finalTrainLoss: "final train loss"
    case .testAccuracy: "test accuracy"
    case .testLoss: "test loss"
    case .firstNonfiniteStep: "first non-finite step"
    case .deadUnits: "dead units"
    case .maxAbsBias: "max |bias|"
    }
  }

  static func name(_ quantity: Quantity) -> String {
    switch quantity {
    case .trainLoss: "train loss"
    case .trainAccuracy: "train accuracy"
    case .learningRate: "learning rate"
    case .gradientNorm: "gradient norm"
    case .weightNorm: "weight norm"
    case .relativeChange: "relative weight change"
    case .deadShare: "share of dead units"
    case .nonfiniteShare: "share of non-finite parameters"
    case .weightMean: "mean weight of each unit"
    case .bias: "bias of each unit"
    }
  }

  /// In as few words as an axis has room for.
  static func short(_ quantity: Quantity) -> String {
    switch quantity {
    case .trainLoss: "loss"
    case .trainAccuracy: "accuracy"
    case .learningRate: "learning rate"
    case .gradientNorm, .weightNorm: "norm"
    case .relativeChange: "change"
    case .deadShare, .nonfiniteShare: "share"
    case .weightMean: "mean weight"
    case .bias: "bias"
    }
  }

  /// "mean weight of each unit, layer 1".
  static func name(_ spec: RecordingSpec) -> String {
    let layers =
      switch spec.layers {
      case _ where spec.quantity.scope == .run: ""
      case .all: ", every layer"
      case .hidden: ", hidden layers"
      case .last: ", last layer"
      case .list(let numbers) where numbers.count == 1: ", layer \(numbers[0])"
      case .list(let numbers): ", layers " + numbers.map(String.init).joined(separator: ", ")
      }
    return name(spec.quantity) + layers
  }

  /// "train loss, at the end"; of several layers or units it is their mean.
  static func name(_ reduction: Reduction, of spec: RecordingSpec) -> String {
    let isMean = spec.hasSeveralLines && [.first, .last, .meanOfLast100].contains(reduction)
    return name(reduction, of: (isMean ? "mean of " : "") + name(spec))
  }

  private static func name(_ reduction: Reduction, of name: String) -> String {
    switch reduction {
    case .first: "\(name), at the start"
    case .last: "\(name), at the end"
    case .mean: "mean of \(name)"
    case .min: "smallest \(name)"
    case .max: "largest \(name)"
    case .maxAbs: "max |\(name)|"
    case .meanOfLast100: "\(name), mean of the last 100 steps"
    }
  }
}

extension RecordingSpec {
  /// Whether a run may have more than one value of it at a step.
  fileprivate var hasSeveralLines: Bool {
    switch (quantity.scope, layers) {
    case (.run, _): false
    case (.layer, .last): false
    case (.layer, .list(let numbers)): numbers.count > 1
    case (.layer, _): true
    case (.unit, _): true
    }
  }
}
