package import Studies

/// A claim with what was measured, and whether it holds.
package struct ClaimResult: Sendable {
  package let claim: Claim
  package let points: [PointResult]

  /// A claim holds if it holds for every point it is about.
  package var holds: Bool { points.allSatisfy(\.holds) }

  /// What was measured of one point.
  package struct PointResult: Sendable {
    package let point: Int
    /// One a seed; nil where the run has no such value.
    package let values: [Double?]
    /// In how many seeds the comparison is true.
    package let seedsThatHold: Int
    /// Whether those are enough.
    package let holds: Bool
  }

  package init(_ claim: Claim, _ results: StudyResults) {
    self.claim = claim
    points = claim.points.map { ClaimResult.result(of: claim, point: $0, results) }
  }

  private static func result(of claim: Claim, point: Int, _ results: StudyResults) -> PointResult {
    let values = related(claim, point: point, results)
    let holding = values.count { claim.comparison.holds(for: $0) }
    return PointResult(
      point: point, values: values, seedsThatHold: holding,
      holds: claim.seeds.isSatisfied(by: holding, of: values.count))
  }

  /// The point's values, set against the other point's where the claim says so, seed by seed.
  private static func related(_ claim: Claim, point: Int, _ results: StudyResults) -> [Double?] {
    let own = measured(claim.measure, point: point, results)
    switch claim.relation {
    case .itself: return own
    case .minus(let other): return combined(own, measured(claim.measure, point: other, results), -)
    case .over(let other): return combined(own, measured(claim.measure, point: other, results), /)
    }
  }

  private static func combined(
    _ left: [Double?], _ right: [Double?], _ operation: (Double, Double) -> Double
  ) -> [Double?] {
    zip(left, right).map { left, right in
      guard let left, let right else { return nil }
      return operation(left, right)
    }
  }

  private static func measured(_ measure: Measure, point: Int, _ results: StudyResults) -> [Double?] {
    let layers = results.study.points[point].settings.network.layerCount
    return results.records(ofPoint: point).map { measure.value(of: $0, layerCount: layers) }
  }
}

extension Comparison {
  /// Whether a measured value passes.
  ///
  /// A missing value passes only `isNone`; NaN passes nothing.
  package func holds(for value: Double?) -> Bool {
    guard let value else { return self == .isNone }
    return switch self {
    case .atLeast(let bound): value >= bound
    case .atMost(let bound): value <= bound
    case .above(let bound): value > bound
    case .below(let bound): value < bound
    case .between(let range): range.low <= value && value <= range.high
    case .isNone: false
    }
  }
}

extension SeedQuantifier {
  /// Whether a claim that is true in `count` of `seeds` seeds holds.
  package func isSatisfied(by count: Int, of seeds: Int) -> Bool {
    switch self {
    case .all: count == seeds
    case .most: 2 * count > seeds
    case .half: 2 * count >= seeds
    case .atLeast(let needed): count >= needed
    }
  }
}
