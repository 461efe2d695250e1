/// A claim that was added, removed, or has other values.
package struct ClaimDifference: Equatable, Sendable {
  /// nil where the report has no such claim.
  package let base: ClaimData?
  package let head: ClaimData?

  /// Whether it held before, and no longer does.
  package var fell: Bool { base?.holds == true && head?.holds == false }
  /// Whether it did not hold before, and does now.
  package var rose: Bool { base?.holds == false && head?.holds == true }
  /// Whether it came, went, fell or rose, rather than having other values.
  package var isNews: Bool { base?.holds != head?.holds }
  package var say: String { head?.say ?? base?.say ?? "" }

  /// Claims go by their sentence, and of equal ones by their order; what is left, by their place.
  static func all(_ base: [ClaimData], _ head: [ClaimData]) -> [ClaimDifference] {
    var left = base.map(Optional.some)
    var differences: [ClaimDifference] = []
    for claim in head {
      let index = left.firstIndex { $0?.say == claim.say }
      let before = index.flatMap { left[$0] }
      if let index { left[index] = nil }
      if before != claim { differences.append(ClaimDifference(base: before, head: claim)) }
    }
    return differences + left.compactMap(\.self).map { ClaimDifference(base: $0, head: nil) }
  }
}
