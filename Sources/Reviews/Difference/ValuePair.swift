/// A value before and after.
package struct ValuePair: Equatable, Sendable {
  package let base: Double
  package let head: Double

  package init(_ base: Double, _ head: Double) {
    self.base = base
    self.head = head
  }

  /// |base − head|; infinite where only one of them is finite, or they are different infinities.
  package var absolute: Double {
    if base.bitPattern == head.bitPattern || base == head || base.isNaN && head.isNaN { return 0 }
    guard base.isFinite, head.isFinite else { return .infinity }
    return abs(base - head)
  }

  /// |base − head| over the greater of the two magnitudes: 0 … 2; infinite as `absolute` is.
  package var relative: Double {
    let difference = absolute
    guard difference > 0, difference.isFinite else { return difference }
    return difference / max(abs(base), abs(head))
  }
}

/// A value of a trajectory, before and after.
package struct TrajectoryPoint: Equatable, Sendable {
  /// Such as "bias, layer 1, unit 3".
  package let quantity: String
  package let step: Int
  package let values: ValuePair
}
