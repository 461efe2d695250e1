import Records

/// What is different about a run.
package struct RunDifference: Sendable {
  package let base: RunData
  package let head: RunData
  /// Settings that differ, but for what is recorded.
  package let settings: [SettingDifference]
  /// Whether the two record different things.
  package let recordsDiffer: Bool
  package let divergence: Divergence?
  package let largestAbsolute: TrajectoryPoint?
  package let largestRelative: TrajectoryPoint?
  package let metrics: [MetricDifference]
  package let distributions: [DistributionDifference]
  /// Trajectories that differ, those with the largest relative difference first.
  package let changedTrajectories: [String]
  /// Whether any number differs by more than the tolerance.
  package let isSignificant: Bool

  init(_ base: RunData, _ head: RunData, _ tolerance: Tolerance) {
    self.base = base
    self.head = head
    let isOfRecording = { (name: String) in name.hasPrefix("record.") || name.hasPrefix("distribution.") }
    let settings = SettingDifference.all(base.settings, head.settings)
    self.settings = settings.filter { !isOfRecording($0.name) }
    recordsDiffer = settings.contains { isOfRecording($0.name) }
    let comparison = TrajectoryComparison(base.trajectories, head.trajectories, tolerance)
    largestAbsolute = comparison.largestAbsolute
    largestRelative = comparison.largestRelative
    metrics = MetricDifference.all(base, head)
    distributions = DistributionDifference.all(base.sketches, head.sketches)
    divergence = Divergence(base, head, comparison, distributions, recordsDiffer: recordsDiffer)
    let ranked = comparison.changes.enumerated().sorted {
      ($1.element.size, $0.offset) < ($0.element.size, $1.offset)
    }
    changedTrajectories = ranked.map(\.element.name)
    isSignificant =
      comparison.exceedsTolerance || base.steps != head.steps || base.nonfinite != head.nonfinite
      || metrics.contains { !tolerance.allows($0.base ?? .nan, $0.head ?? .nan) }
      || distributions.contains { $0.exceeds(tolerance) }
      || tolerance.isNone && base.content != head.content && !recordsDiffer
  }

  /// Whether a number differs at all, rather than what is recorded alone.
  package var valuesDiffer: Bool {
    divergence != nil || !metrics.isEmpty || !distributions.isEmpty || base.nonfinite != head.nonfinite
      || base.steps != head.steps || base.content != head.content && !recordsDiffer
  }
}

/// Where a run begins to differ.
package struct Divergence: Equatable, Sendable {
  package let step: Int
  /// What differs at the step; empty if it is of none of the values that the data hold.
  package let quantities: [String]

  fileprivate init?(
    _ base: RunData, _ head: RunData, _ comparison: TrajectoryComparison,
    _ distributions: [DistributionDifference], recordsDiffer: Bool
  ) {
    var steps = [comparison.firstStep, distributions.map(\.firstStep).min()].compactMap(\.self)
    // Sums over different things say nothing.
    if !recordsDiffer { steps += [Divergence.firstDifference(base.checks, head.checks)].compactMap(\.self) }
    guard let first = steps.min() else { return nil }
    step = first
    quantities =
      (comparison.firstStep == first ? comparison.quantitiesThere : [])
      + distributions.filter { $0.firstStep == first }.map { "distribution of \($0.name)" }
  }

  private static func firstDifference(_ base: [StepCheck], _ head: [StepCheck]) -> Int? {
    CommonSteps(base.map(\.step), head.map(\.step)).pairs.first { base[$0].sum != head[$1].sum }
      .map { base[$0.0].step }
  }
}

/// A setting before and after; nil where the run has none.
package struct SettingDifference: Equatable, Sendable {
  package let name: String
  package let base: String?
  package let head: String?

  static func all(_ base: [SettingData], _ head: [SettingData]) -> [SettingDifference] {
    let names = Set((base + head).map(\.name)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return names.compactMap { name in
      let before = base.first { $0.name == name }?.value
      let after = head.first { $0.name == name }?.value
      return before == after ? nil : SettingDifference(name: name, base: before, head: after)
    }
  }
}

/// A metric before and after; nil where the run has none.
package struct MetricDifference: Equatable, Sendable {
  package let name: String
  package let base: Double?
  package let head: Double?

  static func all(_ base: RunData, _ head: RunData) -> [MetricDifference] {
    let names = Set((base.metrics + head.metrics).map(\.name))
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { name in
      let before = base.metrics.first { $0.name == name }?.value
      let after = head.metrics.first { $0.name == name }?.value
      guard before?.bitPattern != after?.bitPattern else { return nil }
      return MetricDifference(name: name, base: before, head: after)
    }
  }
}

/// How far the distributions of a tensor of a layer have moved.
package struct DistributionDifference: Equatable, Sendable {
  package let name: String
  /// The first step at which the sketches differ.
  package let firstStep: Int
  /// The step at which they are furthest apart, and by how much: the Wasserstein-1 distance, in the values' unit, NaN
  /// where only one has finite values.
  package let step: Int
  package let distance: Double
  /// The standard deviation of the base at that step.
  package let deviation: Double

  static func all(_ base: [SketchSeries], _ head: [SketchSeries]) -> [DistributionDifference] {
    base.compactMap { before in
      head.first { $0.name == before.name }.flatMap { DistributionDifference(before, $0) }
    }
  }

  private init?(_ base: SketchSeries, _ head: SketchSeries) {
    let changed = CommonSteps(base.steps, head.steps).pairs.filter { base.sketches[$0] != head.sketches[$1] }
    guard let first = changed.first else { return nil }
    name = base.name
    firstStep = base.steps[first.0]
    let distances = changed.map { pair in
      (pair.0, DistributionDifference.distance(base.sketches[pair.0], head.sketches[pair.1]))
    }
    // NaN, where a distribution has no finite value, is further than any number.
    let furthest =
      distances.first { $0.1.isNaN } ?? distances.reduce(distances[0]) { $1.1 > $0.1 ? $1 : $0 }
    step = base.steps[furthest.0]
    distance = furthest.1
    deviation = base.sketches[furthest.0].standardDeviation
  }

  private static func distance(_ base: CoarseSketch, _ head: CoarseSketch) -> Double {
    // Two without finite values differ in their counts only.
    if base.finiteCount == 0, head.finiteCount == 0 { return 0 }
    return Distance.wasserstein1(base, head)
  }

  fileprivate func exceeds(_ tolerance: Tolerance) -> Bool {
    !(distance <= tolerance.absolute || distance <= tolerance.relative * deviation)
  }
}
