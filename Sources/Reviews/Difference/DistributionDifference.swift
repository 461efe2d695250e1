import Records

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

  func exceeds(_ tolerance: Tolerance) -> Bool {
    !(distance <= tolerance.absolute || distance <= tolerance.relative * deviation)
  }
}
