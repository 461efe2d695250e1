import CVectors

/// A descent that takes the gradient of a tile straight from the product: w −= rate·g, or with momentum v = momentum·v + g,
/// then w −= rate·v.
///
/// Each element sees the operations of `Update.descend`, in their order; the gradient itself never goes to memory.
struct TileUpdate {
  let weights: UnsafeMutablePointer<Float>
  /// nil without momentum.
  let velocity: UnsafeMutablePointer<Float>?
  let pitch: Int
  let rate: Float
  let momentum: Float

  /// Asks for the weights of a tile: while the product of the tile before is summed, since they take longer to come than one
  /// product takes.
  @inline(__always)
  func prefetch(_ place: TilePlace) {
    for line in 0..<place.height {
      for offset in stride(from: 0, to: place.width, by: 16) {
        let position = (place.row + line) * pitch + place.column + offset
        prefetch_line(weights + position)
        if let velocity { prefetch_line(velocity + position) }
      }
    }
  }

  /// Moves the weights of a tile along its gradient, and has `moved` see where to.
  @inline(__always)
  func apply(
    _ gradient: UnsafePointer<Float>, _ gradientPitch: Int, _ tile: TilePlace, _ moved: inout FinitenessCheck
  ) {
    // One of its own, which stays in registers.
    var check = FinitenessCheck()
    for line in 0..<tile.height {
      let place = (tile.row + line) * pitch + tile.column
      let source = gradient + line * gradientPitch
      if let velocity {
        descend(weights + place, velocity + place, source, tile.width, &check)
      } else {
        descend(weights + place, source, tile.width, &check)
      }
    }
    moved.join(check)
  }

  @inline(__always)
  private func descend(
    _ weights: UnsafeMutablePointer<Float>, _ gradient: UnsafePointer<Float>, _ count: Int,
    _ check: inout FinitenessCheck
  ) {
    let whole = count & ~15
    for place in stride(from: 0, to: whole, by: 16) {
      let row = loadRow(weights + place) - rate * loadRow(gradient + place)
      storeRow(row, to: weights + place)
      check.see(row)
    }
    for place in whole..<count {
      weights[place] -= rate * gradient[place]
      check.see(weights[place])
    }
  }

  @inline(__always)
  private func descend(
    _ weights: UnsafeMutablePointer<Float>, _ velocity: UnsafeMutablePointer<Float>,
    _ gradient: UnsafePointer<Float>, _ count: Int, _ check: inout FinitenessCheck
  ) {
    let whole = count & ~15
    for place in stride(from: 0, to: whole, by: 16) {
      let v = momentum * loadRow(velocity + place) + loadRow(gradient + place)
      storeRow(v, to: velocity + place)
      let row = loadRow(weights + place) - rate * v
      storeRow(row, to: weights + place)
      check.see(row)
    }
    for place in whole..<count {
      let v = momentum * velocity[place] + gradient[place]
      velocity[place] = v
      weights[place] -= rate * v
      check.see(weights[place])
    }
  }
}
