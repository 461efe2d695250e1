/// How a network is trained: mini-batches, loss, optimiser and learning rate.
///
/// Policy studies have no `batch`, `shuffle`, `loss` and `gradient`, others no `episodes` and `discount`. In a forward
/// study, which does not train, the length is 0 steps and the only mini-batch holds all examples.
package struct TrainingSettings: Hashable, Sendable {
  /// Examples a mini-batch.
  package var batch = 100
  package var length: TrainingLength = .steps(600)
  /// Whether each epoch has its own random order; otherwise the data set's order every time.
  package var shuffle = true
  package var loss: Loss = .softmaxCrossEntropy
  package var gradient: GradientReduction = .mean
  package var optimizer: Optimizer = .sgd
  package var learningRate: Float = 0.01
  /// λ of λ·w, added to the gradient of every parameter (adamw: taken off the parameter itself).
  package var weightDecay: Float = 0
  package var clipping: GradientClipping?
  package var schedule: Schedule = .constant
  /// Steps over which the learning rate rises linearly from 0 to its value.
  package var warmUp = 0
  /// Games played for an update (policy studies).
  package var episodes = 32
  /// γ, by which a reward counts less for each step that lies before it (policy studies).
  package var discount: Float = 0.99

  package init() {}
}

/// How long a run trains.
package enum TrainingLength: Hashable, Sendable {
  case steps(Int)
  /// Passes over the training examples; the last mini-batch of each may be smaller.
  case epochs(Int)
}

/// The function that training minimises.
package enum Loss: String, CaseIterable, Hashable, Sendable {
  /// −log softmax(z)[label].
  case softmaxCrossEntropy = "softmax_cross_entropy"
  /// Mean over the outputs of (y − t)², with t the one-hot label.
  case meanSquaredError = "mean_squared_error"
}

/// How the examples' gradients are combined over the mini-batch.
package enum GradientReduction: String, CaseIterable, Hashable, Sendable {
  case mean
  case sum
}

/// The rule that turns gradients into updates.
///
/// Formulas and defaults are PyTorch's.
package enum Optimizer: Hashable, Sendable {
  case sgd
  case momentum(Float)
  case nesterov(Float)
  case adagrad(epsilon: Float)
  case rmsprop(decay: Float, epsilon: Float)
  case adam(beta1: Float, beta2: Float, epsilon: Float)
  case adamw(beta1: Float, beta2: Float, epsilon: Float)

  /// The study format's name.
  package var name: String {
    switch self {
    case .sgd: "sgd"
    case .momentum: "momentum"
    case .nesterov: "nesterov"
    case .adagrad: "adagrad"
    case .rmsprop: "rmsprop"
    case .adam: "adam"
    case .adamw: "adamw"
    }
  }
}

/// A bound on the gradient, before the optimiser sees it.
package enum GradientClipping: Hashable, Sendable {
  /// Scales all gradients together so that their joint L2 norm is at most this.
  case norm(Float)
  /// Cuts every component to ± this.
  case value(Float)
}

/// How the learning rate changes over the steps, after the warm-up.
package enum Schedule: Hashable, Sendable {
  case constant
  /// Multiplies it by `factor` after every `every` steps.
  case step(every: Int, factor: Float)
  /// Falls along half a cosine to `to` times the learning rate at the last step.
  case cosine(to: Float)
}
