/// By how much values may differ and still count as equal.
package struct Tolerance: Equatable, Sendable {
  /// |base − head| up to this much is none.
  package var absolute: Double
  /// So is |base − head| up to this share of the greater of the two magnitudes.
  package var relative: Double

  package init(absolute: Double = 0, relative: Double = 0) {
    self.absolute = absolute
    self.relative = relative
  }

  package static let none = Tolerance()

  package var isNone: Bool { absolute == 0 && relative == 0 }

  /// Two values that are not finite are equal if they are the same; no tolerance lets a finite value become infinite.
  func allows(_ base: Double, _ head: Double) -> Bool {
    if base == head || base.isNaN && head.isNaN { return true }
    guard base.isFinite, head.isFinite else { return false }
    let difference = abs(base - head)
    return difference <= absolute || difference <= relative * max(abs(base), abs(head))
  }
}
