/// The trajectories of a run before and after, at the steps that both have.
struct TrajectoryComparison {
  /// The first step at which a value differs, to the last bit; nil if none does.
  private(set) var firstStep: Int?
  /// What differs there, in the trajectories' order.
  private(set) var quantitiesThere: [String] = []
  private(set) var largestAbsolute: TrajectoryPoint?
  private(set) var largestRelative: TrajectoryPoint?
  /// Whether any value differs by more than the tolerance.
  private(set) var exceedsTolerance = false
  /// By trajectory: how far its lines are apart, for finding the most changed.
  private(set) var changes: [(name: String, size: Double)] = []

  private let tolerance: Tolerance

  init(_ base: [Trajectory], _ head: [Trajectory], _ tolerance: Tolerance) {
    self.tolerance = tolerance
    for before in base {
      if let after = head.first(where: { $0.name == before.name }) { compare(before, after) }
    }
  }

  private mutating func compare(_ base: Trajectory, _ head: Trajectory) {
    let steps = CommonSteps(base.steps, head.steps)
    var size = 0.0
    for (line, values) in base.lines.enumerated() {
      guard let other = TrajectoryComparison.line(of: base, line, in: head) else { continue }
      let unit = base.units.isEmpty ? "" : ", unit \(base.units[line])"
      for (before, after) in steps.pairs where values[before].bitPattern != other[after].bitPattern {
        let pair = ValuePair(Double(values[before]), Double(other[after]))
        note(TrajectoryPoint(quantity: base.name + unit, step: base.steps[before], values: pair))
        size = max(size, pair.relative)
      }
    }
    if size > 0 { changes.append((base.name, size)) }
  }

  /// The line of the same unit.
  private static func line(of base: Trajectory, _ index: Int, in head: Trajectory) -> [Float]? {
    guard !base.units.isEmpty else { return head.units.isEmpty ? head.lines.first : nil }
    return head.units.firstIndex(of: base.units[index]).map { head.lines[$0] }
  }

  private mutating func note(_ point: TrajectoryPoint) {
    if point.step < firstStep ?? .max {
      firstStep = point.step
      quantitiesThere = []
    }
    if point.step == firstStep { quantitiesThere.append(point.quantity) }
    if point.values.absolute > largestAbsolute?.values.absolute ?? 0 { largestAbsolute = point }
    if point.values.relative > largestRelative?.values.relative ?? 0 { largestRelative = point }
    if !tolerance.allows(point.values.base, point.values.head) { exceedsTolerance = true }
  }
}

/// Where two ascending lists of steps hold the same step.
struct CommonSteps {
  /// Positions in the one and in the other.
  let pairs: [(Int, Int)]

  init(_ left: [Int], _ right: [Int]) {
    var pairs: [(Int, Int)] = []
    var (a, b) = (0, 0)
    while a < left.count, b < right.count {
      if left[a] == right[b] { pairs.append((a, b)) }
      let (x, y) = (left[a], right[b])
      if x <= y { a += 1 }
      if y <= x { b += 1 }
    }
    self.pairs = pairs
  }
}
