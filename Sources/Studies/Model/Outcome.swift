/// What becomes of a run, or of all seeds of a grid point, in one number: what phase diagrams and responses show.
package enum Outcome: Hashable, Sendable {
  /// A number that every run leaves behind.
  case metric(Metric)
  /// The dead units of a layer over all of its units.
  case deadShare
  /// The share of the seeds in which a parameter became NaN or infinite.
  case divergedShare

  /// All of them, in the order of the reference.
  package static let all: [Outcome] = Metric.allCases.map(Outcome.metric) + [.deadShare, .divergedShare]

  /// The study format's name.
  package var name: String {
    switch self {
    case .metric(let metric): metric.rawValue
    case .deadShare: "dead_share"
    case .divergedShare: "diverged_share"
    }
  }

  package var isPerLayer: Bool {
    switch self {
    case .metric(let metric): metric.isPerLayer
    case .deadShare: true
    case .divergedShare: false
    }
  }

  /// The kinds of study whose runs have it; forward studies have none.
  package var kinds: Set<StudyKind> {
    switch self {
    case .metric(let metric): metric.kinds
    case .deadShare: Metric.deadUnits.kinds
    case .divergedShare: .trained
    }
  }

  /// One line for the format's reference and for captions.
  package var summary: String {
    switch self {
    case .metric(let metric): metric.summary
    case .deadShare:
      "share of a layer's units that are never active on the first 10,000 training examples, at the end"
    case .divergedShare: "share of the seeds in which a parameter became NaN or infinite"
    }
  }
}

/// An outcome, of a layer where it has one for each.
package struct OutcomeSpec: Hashable, Sendable {
  package var outcome: Outcome
  /// nil for an outcome of the whole run.
  package var layers: LayerSelection?

  package init(_ outcome: Outcome, layers: LayerSelection? = nil) {
    self.outcome = outcome
    self.layers = layers
  }
}

/// The two settings that span a grid of runs.
package struct GridAxes: Hashable, Sendable {
  /// To the right.
  package var x: String
  /// Upwards.
  package var y: String

  package init(x: String, y: String) {
    self.x = x
    self.y = y
  }
}
