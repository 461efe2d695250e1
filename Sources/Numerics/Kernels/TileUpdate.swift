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

  /// Asks for the weights of a tile, which are wanted when its product is done.
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

  /// Moves the weights of a tile along its gradient.
  @inline(__always)
  func apply(_ gradient: UnsafePointer<Float>, _ gradientPitch: Int, _ tile: TilePlace) {
    for line in 0..<tile.height {
      let place = (tile.row + line) * pitch + tile.column
      let source = gradient + line * gradientPitch
      if let velocity {
        TileUpdate.descend(weights + place, velocity + place, source, tile.width, rate, momentum)
      } else {
        TileUpdate.descend(weights + place, source, tile.width, rate)
      }
    }
  }

  @inline(__always)
  private static func descend(
    _ weights: UnsafeMutablePointer<Float>, _ gradient: UnsafePointer<Float>, _ count: Int, _ rate: Float
  ) {
    let whole = count & ~15
    for place in stride(from: 0, to: whole, by: 16) {
      storeRow(loadRow(weights + place) - rate * loadRow(gradient + place), to: weights + place)
    }
    for place in whole..<count { weights[place] -= rate * gradient[place] }
  }

  @inline(__always)
  private static func descend(
    _ weights: UnsafeMutablePointer<Float>, _ velocity: UnsafeMutablePointer<Float>,
    _ gradient: UnsafePointer<Float>, _ count: Int, _ rate: Float, _ momentum: Float
  ) {
    let whole = count & ~15
    for place in stride(from: 0, to: whole, by: 16) {
      let v = momentum * loadRow(velocity + place) + loadRow(gradient + place)
      storeRow(v, to: velocity + place)
      storeRow(loadRow(weights + place) - rate * v, to: weights + place)
    }
    for place in whole..<count {
      let v = momentum * velocity[place] + gradient[place]
      velocity[place] = v
      weights[place] -= rate * v
    }
  }
}
