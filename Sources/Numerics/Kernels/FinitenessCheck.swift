/// Looks at values as they go by: a finite one times 0 is ±0, any other is NaN, and so is what NaN is added to.
struct FinitenessCheck {
  private var lanes = TileRow()
  private var rest: Float = 0

  /// Whether all that it has seen was finite.
  var isFinite: Bool { all(lanes .== lanes) && rest == rest }

  @inline(__always)
  mutating func see(_ row: TileRow) { lanes += row * 0 }

  @inline(__always)
  mutating func see(_ value: Float) { rest += value * 0 }

  /// Takes over what another one has seen.
  @inline(__always)
  mutating func join(_ other: FinitenessCheck) {
    lanes += other.lanes
    rest += other.rest
  }
}
