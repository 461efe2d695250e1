/// A checkable statement about the finished runs.
package struct Claim: Hashable, Sendable {
  /// The statement in words, Markdown.
  package var say: String
  /// The grid points it is about.
  package var points: [Int]
  package var measure: Measure
  /// What the measured value is set against: nothing, or its difference from or ratio to another point's or layer's value
  /// of the same seed.
  package var relation: Relation
  package var comparison: Comparison
  /// In how many seeds of a run it must hold.
  package var seeds: Quantifier
  /// For how many of the points.
  package var runs: Quantifier

  package init(
    say: String, points: [Int], measure: Measure, relation: Relation = .itself, comparison: Comparison,
    seeds: Quantifier = .all, runs: Quantifier = .all
  ) {
    self.say = say
    self.points = points
    self.measure = measure
    self.relation = relation
    self.comparison = comparison
    self.seeds = seeds
    self.runs = runs
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

/// The test of a measured value.
package enum Comparison: Hashable, Sendable {
  case atLeast(Double)
  case atMost(Double)
  case above(Double)
  case below(Double)
  case between(ValueRange)
  /// There is no value (`is: none`): a run that never becomes non-finite.
  case isNone
  /// A distribution's shape is this.
  case isShape(ShapeWord)
}

/// In how many of the seeds, or of the runs, a claim must hold.
package enum Quantifier: Hashable, Sendable {
  case all
  /// More than half.
  case most
  /// At least half.
  case half
  case atLeast(Int)
}
