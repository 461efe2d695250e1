/// What a report carries beside it for comparing revisions: of every run the settings, the metrics, the trajectories and
/// sketches of the distributions.
///
/// No prose: a reworded study leaves it as it is. The claims are in the report itself.
package struct StudyData: Equatable, Sendable {
  package var study: String
  /// What the runs were trained on, and its SHA-256.
  package var dataName: String
  package var dataDigest: String
  /// Points in the study's order, seeds within a point.
  package var runs: [RunData]
  /// Trajectories hold every 2ⁿ-th recorded value, and the last: 0 unless a study records very much.
  package var thinning = 0
}

/// One run, that is a grid point with a seed.
package struct RunData: Equatable, Sendable {
  /// The grid point's name.
  package var name: String
  package var group: String
  package var seed: UInt64
  /// The record's address.
  package var address: String
  /// A digest of everything that the record holds, to the last bit.
  package var content: String
  /// What determines the run's bits, by name, sorted.
  package var settings: [SettingData]
  /// Updates made.
  package var steps: Int
  package var nonfinite: NonfiniteData?
  package var metrics: [MetricData]
  package var checks: [StepCheck]
  package var trajectories: [Trajectory]
  /// Of the study's first seed, which sheets draw; empty for the others.
  package var sketches: [SketchSeries]
}

/// A setting's name and value.
package struct SettingData: Equatable, Sendable {
  package var name: String
  package var value: String
}

/// When a parameter became NaN or infinite, and which.
package struct NonfiniteData: Equatable, Sendable {
  package var step: Int
  package var parameter: String
}

/// A number that the run ended with.
package struct MetricData: Equatable, Sendable {
  /// Such as "dead_units, layer 1".
  package var name: String
  package var value: Double

  /// Equal as bits: NaN equals NaN.
  package static func == (left: MetricData, right: MetricData) -> Bool {
    left.name == right.name && left.value.bitPattern == right.value.bitPattern
  }
}

/// A checksum over everything recorded at a step, exact trajectories and full distributions: where two runs differ first
/// can be told from it even of what the data hold in part only.
package struct StepCheck: Equatable, Sendable {
  package var step: Int
  package var sum: UInt16
}

/// A recorded quantity over the steps.
package struct Trajectory: Equatable, Sendable {
  /// As in the study format, such as "weight_mean, layer 1".
  package var name: String
  /// The recorded units, one a line; empty for a single line.
  package var units: [Int]
  /// Ascending.
  package var steps: [Int]
  /// One array a line, a value a step.
  package var lines: [[Float]]

  /// Equal as bits: NaN equals NaN.
  package static func == (left: Trajectory, right: Trajectory) -> Bool {
    left.name == right.name && left.units == right.units && left.steps == right.steps
      && left.lines.count == right.lines.count
      && zip(left.lines, right.lines).allSatisfy { $0.map(\.bitPattern) == $1.map(\.bitPattern) }
  }
}
