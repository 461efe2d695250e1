/// Something that is measured while a run trains and can be drawn as a line over the steps.
///
/// Quantities of the state are measured after t updates, at t = 0 … steps. Quantities of the mini-batch are measured
/// on mini-batch t before update t + 1, at t = 0 … steps − 1.
package enum Quantity: String, CaseIterable, Hashable, Sendable {
  case trainLoss = "train_loss"
  case trainAccuracy = "train_accuracy"
  case learningRate = "learning_rate"
  case gradientNorm = "gradient_norm"
  case weightNorm = "weight_norm"
  case relativeChange = "relative_change"
  case deadShare = "dead_share"
  case nonfiniteShare = "nonfinite_share"
  case weightMean = "weight_mean"
  case bias = "bias"
  case reward = "reward"
  case policyMean = "policy_mean"
  case actionMean = "action_mean"
  case logLikelihood = "log_likelihood"
  case gradientRatio = "gradient_ratio"
  case preactivationGradientNorm = "preactivation_gradient_norm"
  case activationMean = "activation_mean"
  case activationDeviation = "activation_sd"
  case unitDeviation = "unit_sd"
  case saturatedShare = "saturated_share"
  case zeroShare = "zero_share"

  /// How far a bounded activation is from its ends when it counts as saturated: a sigmoid below 0.01 or above 0.99, a tanh
  /// with |a| > 0.99.
  ///
  /// Activations of other functions never count as saturated.
  package static let saturationMargin: Float = 0.01

  /// What one line of the quantity belongs to.
  package enum Scope: Sendable {
    case run
    case layer
    case unit
  }

  package var scope: Scope {
    switch self {
    case .trainLoss, .trainAccuracy, .learningRate, .reward, .policyMean, .actionMean, .logLikelihood,
      .gradientRatio:
      .run
    case .gradientNorm, .weightNorm, .relativeChange, .deadShare, .nonfiniteShare, .preactivationGradientNorm,
      .activationMean, .activationDeviation, .unitDeviation, .saturatedShare, .zeroShare:
      .layer
    case .weightMean, .bias: .unit
    }
  }

  /// Whether it is measured on a mini-batch before its update, rather than on the parameters after t updates.
  package var isOfMiniBatch: Bool {
    switch self {
    case .trainLoss, .trainAccuracy, .learningRate, .gradientNorm, .reward, .policyMean, .actionMean,
      .logLikelihood, .gradientRatio, .preactivationGradientNorm, .activationMean, .activationDeviation,
      .unitDeviation, .saturatedShare, .zeroShare:
      true
    case .weightNorm, .relativeChange, .deadShare, .nonfiniteShare, .weightMean, .bias: false
    }
  }

  /// The kinds of study whose runs have it.
  package var kinds: Set<StudyKind> {
    switch self {
    case .trainAccuracy, .deadShare: [.supervised]
    case .trainLoss, .learningRate, .relativeChange: .trained
    case .reward, .policyMean, .actionMean, .logLikelihood: [.policy]
    case .gradientNorm, .weightNorm, .nonfiniteShare, .weightMean, .bias, .gradientRatio,
      .preactivationGradientNorm, .activationMean, .activationDeviation, .unitDeviation, .saturatedShare,
      .zeroShare:
      .all
    }
  }

  /// One line for the format's reference and for captions.
  package var summary: String {
    switch self {
    case .trainLoss: "loss of the mini-batch, mean over its examples"
    case .trainAccuracy: "share of the mini-batch classified correctly"
    case .learningRate: "learning rate of the step, after warm-up and schedule"
    case .gradientNorm: "L2 norm of the gradient of a layer's weights"
    case .weightNorm: "L2 norm of a layer's weights"
    case .relativeChange: "L2 norm of (weights − initial weights) over the norm of the initial weights"
    case .deadShare: "share of a layer's units that are never active on the first 10,000 training examples"
    case .nonfiniteShare: "share of a layer's weights and biases that are NaN or infinite"
    case .weightMean: "mean of the weights into each unit"
    case .bias: "bias of each unit"
    case .reward: "mean reward of the episodes of the update"
    case .policyMean: "mean of the probabilities of all actions; always one over the number of actions"
    case .actionMean: "mean of the one-hot actions taken; always one over the number of actions"
    case .logLikelihood: "mean log-probability of the actions taken"
    case .gradientRatio:
      "L2 norm of the gradient of the first layer's weights over that of the last layer's"
    case .preactivationGradientNorm: "L2 norm of the gradient of a layer's pre-activations"
    case .activationMean: "mean of a layer's activations over the mini-batch"
    case .activationDeviation: "standard deviation of all activations of a layer over the mini-batch"
    case .unitDeviation:
      "mean over a layer's units of the standard deviation over the examples: near 0, the layer no longer tells "
        + "its inputs apart"
    case .saturatedShare:
      "share of a layer's activations near their bounds: below 0.01 or above 0.99 (sigmoid), beyond ±0.99 (tanh)"
    case .zeroShare: "share of a layer's activations that are exactly 0"
    }
  }
}

/// Which units of a layer are recorded.
package enum UnitSelection: Hashable, Sendable {
  case all
  /// Units 1 … n (all, where the layer has fewer).
  case first(Int)
  /// These units, counted from 1, ascending.
  case list([Int])
}

/// One thing for a run to record: a quantity of one layer, at some steps.
package struct Recording: Hashable, Sendable {
  package var quantity: Quantity
  /// Counted from 1; nil for a quantity of the whole run.
  package var layer: Int?
  /// For a quantity of units; `.all` otherwise.
  package var units: UnitSelection
  /// Every n-th step, counted from 0; the last step is always recorded.
  package var every: Int

  package init(quantity: Quantity, layer: Int? = nil, units: UnitSelection = .all, every: Int = 1) {
    self.quantity = quantity
    self.layer = layer
    self.units = units
    self.every = every
  }
}
