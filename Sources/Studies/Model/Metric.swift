/// A number that every run of its kinds leaves behind at its end.
package enum Metric: String, CaseIterable, Hashable, Sendable {
  case finalTrainAccuracy = "final_train_accuracy"
  case finalTrainLoss = "final_train_loss"
  case testAccuracy = "test_accuracy"
  case testLoss = "test_loss"
  case firstNonfiniteStep = "first_nonfinite_step"
  case deadUnits = "dead_units"
  case maxAbsBias = "max_abs_bias"
  case finalReward = "final_reward"
  case greedyReward = "greedy_reward"

  package var isPerLayer: Bool {
    switch self {
    case .deadUnits, .maxAbsBias: true
    default: false
    }
  }

  /// The kinds of study whose runs have it; forward studies have none.
  package var kinds: Set<StudyKind> {
    switch self {
    case .finalTrainAccuracy, .testAccuracy, .testLoss, .deadUnits: [.supervised]
    case .finalTrainLoss, .firstNonfiniteStep, .maxAbsBias: .trained
    case .finalReward, .greedyReward: [.policy]
    }
  }

  /// Whether it evaluates the trained network, so that it can be had of the network with some layers reset, too.
  package var isOfEvaluation: Bool {
    switch self {
    case .testAccuracy, .testLoss, .greedyReward: true
    case .finalTrainAccuracy, .finalTrainLoss, .firstNonfiniteStep, .deadUnits, .maxAbsBias, .finalReward:
      false
    }
  }

  /// One line for the format's reference and for the report's tables.
  package var summary: String {
    switch self {
    case .finalTrainAccuracy: "mean train accuracy of the last 100 steps"
    case .finalTrainLoss: "mean train loss of the last 100 steps"
    case .testAccuracy: "share of the test examples classified correctly after training"
    case .testLoss: "mean loss of the test examples after training"
    case .firstNonfiniteStep:
      "first step after which a parameter is NaN or infinite; none if that never happens"
    case .deadUnits:
      "units of a layer that are never active on the first 10,000 training examples, at the end"
    case .maxAbsBias: "largest |bias| of a layer over all units and steps"
    case .finalReward: "mean reward of the last 20 updates"
    case .greedyReward: "mean reward of 500 episodes in which the most likely action is taken, after training"
    }
  }
}
