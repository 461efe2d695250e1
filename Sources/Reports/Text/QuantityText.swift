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
    case .finalReward: "final reward"
    case .greedyReward: "greedy reward"
    }
  }

  static func name(_ outcome: Outcome) -> String {
    switch outcome {
    case .metric(let metric): name(metric)
    case .deadShare: "share of dead units"
    case .divergedShare: "share of runs with NaN or infinity"
    }
  }

  /// "share of dead units, layer 1".
  static func name(_ spec: OutcomeSpec) -> String {
    name(spec.outcome) + (spec.layers.map { ", \(layers($0))" } ?? "")
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
    case .reward: "reward"
    case .policyMean: "mean action probability"
    case .actionMean: "mean of the one-hot actions"
    case .logLikelihood: "log-likelihood of the actions"
    case .gradientRatio: "gradient norm, first layer over last"
    case .preactivationGradientNorm: "gradient norm of the pre-activations"
    case .activationMean: "mean activation"
    case .activationDeviation: "sd of the activations"
    case .unitDeviation: "sd of each unit over the examples"
    case .saturatedShare: "share of saturated activations"
    case .zeroShare: "share of zero activations"
    }
  }

  /// In as few words as an axis has room for.
  static func short(_ quantity: Quantity) -> String {
    switch quantity {
    case .trainLoss: "loss"
    case .trainAccuracy: "accuracy"
    case .learningRate: "learning rate"
    case .gradientNorm, .weightNorm, .preactivationGradientNorm: "norm"
    case .relativeChange: "change"
    case .deadShare, .nonfiniteShare, .saturatedShare, .zeroShare: "share"
    case .weightMean: "mean weight"
    case .bias: "bias"
    case .reward: "reward"
    case .policyMean, .actionMean: "mean"
    case .logLikelihood: "log-likelihood"
    case .gradientRatio: "ratio"
    case .activationMean: "mean"
    case .activationDeviation, .unitDeviation: "sd"
    }
  }

  /// "mean weight of each unit, layer 1".
  static func name(_ spec: RecordingSpec) -> String {
    name(spec.quantity) + (spec.quantity.scope == .run ? "" : ", \(layers(spec.layers))")
  }

  /// "layer 1", "every layer", "layers 1, 2".
  static func layers(_ selection: LayerSelection) -> String {
    switch selection {
    case .all: "every layer"
    case .hidden: "hidden layers"
    case .last: "last layer"
    case .list(let numbers) where numbers.count == 1: "layer \(numbers[0])"
    case .list(let numbers): "layers " + numbers.map(String.init).joined(separator: ", ")
    }
  }
}
