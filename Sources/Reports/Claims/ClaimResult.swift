package import Studies

/// A claim with what was measured, and whether it holds.
package struct ClaimResult: Sendable {
  package let claim: Claim
  /// One for each point and, in each point, for each layer that the claim names.
  package let points: [PointResult]

  /// For how many of its points the claim is true: in each for every layer.
  package var runsThatHold: Int {
    let failing = Set(points.filter { !$0.holds }.map(\.point))
    return claim.points.count { !failing.contains($0) }
  }

  /// Whether those are enough.
  package var holds: Bool { claim.runs.isSatisfied(by: runsThatHold, of: claim.points.count) }

  /// What was measured of one point, and of one layer.
  package struct PointResult: Sendable {
    package let point: Int
    /// nil for a measure of the whole run.
    package let layer: Int?
    /// One a seed; nil where the run has no such number.
    package let values: [Double?]
    /// One a seed, if the claim is about a shape; otherwise empty.
    package let shapes: [ShapeWord?]
    /// In how many seeds the comparison is true.
    package let seedsThatHold: Int
    /// Whether those are enough.
    package let holds: Bool
  }

  package init(_ claim: Claim, _ results: StudyResults) {
    self.claim = claim
    points = claim.points.flatMap { point in
      let layers = claim.measure.layers(in: results.network(ofPoint: point))
      // A layer that the network does not have has no value.
      return (layers.isEmpty ? [nil] : layers).map {
        ClaimResult.result(of: claim, point: point, layer: $0, results)
      }
    }
  }

  private static func result(of claim: Claim, point: Int, layer: Int?, _ results: StudyResults) -> PointResult
  {
    let network = results.network(ofPoint: point)
    let values = related(claim, point: point, layer: layer, results)
    var shapes: [ShapeWord?] = []
    if case .isShape = claim.comparison {
      shapes = results.records(ofPoint: point).map {
        claim.measure.shape(of: $0, layer: layer, in: network)
      }
    }
    let holding =
      shapes.isEmpty
      ? values.count { claim.comparison.holds(for: $0) }
      : shapes.count { claim.comparison.holds(forShape: $0) }
    return PointResult(
      point: point, layer: layer, values: values, shapes: shapes, seedsThatHold: holding,
      holds: claim.seeds.isSatisfied(by: holding, of: values.count))
  }

  /// The layer's values, set against those of the operand where the claim has one, seed by seed.
  private static func related(_ claim: Claim, point: Int, layer: Int?, _ results: StudyResults) -> [Double?] {
    let own = measured(claim.measure, point: point, layer: layer, results)
    guard let operand = claim.relation.operand else { return own }
    let other = operand.values(of: claim.measure, point: point, layer: layer, results)
    return zip(own, other).map { own, other in
      guard let own, let other else { return nil }
      return switch claim.relation {
      case .itself: own
      case .minus: own - other
      case .over: own / other
      }
    }
  }

  fileprivate static func measured(
    _ measure: Measure, point: Int, layer: Int?, _ results: StudyResults
  ) -> [Double?] {
    let network = results.network(ofPoint: point)
    return results.records(ofPoint: point).map { measure.value(of: $0, layer: layer, in: network) }
  }
}

extension Operand {
  /// What a layer's values are set against, seed by seed; nil where a layer has no value.
  fileprivate func values(
    of measure: Measure, point own: Int, layer: Int?, _ results: StudyResults
  ) -> [Double?] {
    let point = point ?? own
    var layers = [layer]
    if let selection = self.layers {
      layers = measure.of(selection).layers(in: results.network(ofPoint: point))
    }
    let values = layers.map { ClaimResult.measured(measure, point: point, layer: $0, results) }
    return results.study.seeds.indices.map { seed in
      let ofSeed = values.compactMap { $0[seed] }
      guard ofSeed.count == layers.count, !ofSeed.isEmpty else { return nil }
      return ofSeed.reduce(0, +) / Double(ofSeed.count)
    }
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
    case .isNone, .isShape: false
    }
  }

  /// Whether a distribution's shape passes; a missing one does not.
  package func holds(forShape shape: ShapeWord?) -> Bool {
    guard let shape else { return false }
    return self == .isShape(shape)
  }
}

extension Quantifier {
  /// Whether a claim that is true in `count` of `total` seeds, or runs, holds.
  package func isSatisfied(by count: Int, of total: Int) -> Bool {
    switch self {
    case .all: count == total
    case .most: 2 * count > total
    case .half: 2 * count >= total
    case .atLeast(let needed): count >= needed
    }
  }
}
