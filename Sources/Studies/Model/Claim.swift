/// A checkable statement about the finished runs.
package struct Claim: Hashable, Sendable {
  /// The statement in words, Markdown.
  package var say: String
  /// The grid points it is about; it must hold for each.
  package var points: [Int]
  package var measure: Measure
  /// What the measured value is compared with: itself, or its difference from or ratio to another point's value of the
  /// same seed.
  package var relation: Relation
  package var comparison: Comparison
  /// In how many seeds it must hold.
  package var seeds: SeedQuantifier

  package init(
    say: String, points: [Int], measure: Measure, relation: Relation = .itself, comparison: Comparison,
    seeds: SeedQuantifier = .all
  ) {
    self.say = say
    self.points = points
    self.measure = measure
    self.relation = relation
    self.comparison = comparison
    self.seeds = seeds
  }
}

/// A single number of a finished run.
package enum Measure: Hashable, Sendable {
  case metric(Metric, layer: Int?)
  /// All values of a recorded quantity (over its steps, layers and units) made one.
  case reduced(RecordingSpec, Reduction)
}

/// A number that every run leaves behind at its end.
package enum Metric: String, CaseIterable, Hashable, Sendable {
  case finalTrainAccuracy = "final_train_accuracy"
  case finalTrainLoss = "final_train_loss"
  case testAccuracy = "test_accuracy"
  case testLoss = "test_loss"
  case firstNonfiniteStep = "first_nonfinite_step"
  case deadUnits = "dead_units"
  case maxAbsBias = "max_abs_bias"

  package var isPerLayer: Bool {
    switch self {
    case .deadUnits, .maxAbsBias: true
    default: false
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
    }
  }
}

/// How many values become one.
package enum Reduction: String, CaseIterable, Hashable, Sendable {
  case first
  case last
  case mean
  case min
  case max
  case maxAbs = "max_abs"
  /// The mean of the last 100 recorded steps.
  case meanOfLast100 = "mean_of_last_100"

  /// One line for the format's reference.
  package var summary: String {
    switch self {
    case .first: "the value at the first recorded step"
    case .last: "the value at the last step"
    case .mean: "the mean"
    case .min: "the smallest value"
    case .max: "the largest value"
    case .maxAbs: "the largest |value|"
    case .meanOfLast100: "the mean of the last 100 recorded steps"
    }
  }
}

/// What a measured value is set against before it is compared.
package enum Relation: Hashable, Sendable {
  case itself
  /// value(of) − value(this point).
  case minus(Int)
  /// value(of) ÷ value(this point).
  case over(Int)
}

/// The test of a measured value.
package enum Comparison: Hashable, Sendable {
  case atLeast(Double)
  case atMost(Double)
  case above(Double)
  case below(Double)
  case between(ValueRange)
  /// There is no value (`is: none`): a run that never becomes non-finite.
  case isNone
}

/// In how many of the seeds a claim must hold.
package enum SeedQuantifier: Hashable, Sendable {
  case all
  /// More than half.
  case most
  /// At least half.
  case half
  case atLeast(Int)
}
