/// Where a run begins to differ.
package struct Divergence: Equatable, Sendable {
  package let step: Int
  /// What differs at the step; empty if it is of none of the values that the data hold.
  package let quantities: [String]

  init?(
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
