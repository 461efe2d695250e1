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
