/// The rows of a tile: for each listed step the rows' elements side by side.
struct LeftPanel {
  let elements: UnsafePointer<Float>
  /// The steps that count: positions within the block, ascending.
  let steps: UnsafePointer<Int32>
  let count: Int
  /// From one step of the block to the next, where the elements are read as the matrix has them; nil if they are packed, those
  /// of the listed steps only.
  var pitch: Int?
}

/// How a kernel gets at the elements of its rows.
protocol LeftReader {
  /// The elements of a step.
  ///
  /// - Parameters:
  ///   - index: in the list.
  ///   - step: that stands there.
  ///   - height: rows of the tile.
  /// - Returns: the first row's.
  func elements(_ index: Int, step: Int, height: Int) -> UnsafePointer<Float>
}

/// Elements that are packed in the order of the list.
struct PackedReader: LeftReader {
  let first: UnsafePointer<Float>

  @inline(__always)
  func elements(_ index: Int, step: Int, height: Int) -> UnsafePointer<Float> { first + index &* height }
}

/// Elements that are read where the matrix has them.
struct PlacedReader: LeftReader {
  let first: UnsafePointer<Float>
  let pitch: Int

  @inline(__always)
  func elements(_ index: Int, step: Int, height: Int) -> UnsafePointer<Float> { first + step &* pitch }
}
