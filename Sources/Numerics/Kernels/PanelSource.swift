/// One side of a product, as the vectors that its elements' dot products run along.
///
/// A packed block is a row of panels; a panel holds `width` vectors, for each step the `width` elements side by side, with
/// zeros for vectors beyond the last. Whether the matrix is stored transposed only changes how it is packed.
struct PanelSource {
  let base: UnsafePointer<Float>
  /// From one row of the stored matrix to the next.
  let pitch: Int
  /// Whether a vector is a row of the stored matrix, so that its steps are neighbours.
  let isDepthContiguous: Bool

  /// The number of elements of a packed block.
  static func packedSize(_ vectors: Int, _ width: Int, _ steps: Int) -> Int {
    (vectors + width - 1) / width * width * steps
  }

  /// Packs a block of the left side into panels as wide as a tile is high.
  func packRows(_ vectors: Range<Int>, steps: Range<Int>, into panels: UnsafeMutablePointer<Float>) {
    pack(vectors, steps, MicroKernel.rows, panels, vectorOf: SIMD4<Float>.self)
  }

  /// Packs a block of the right side into panels as wide as a tile.
  func packColumns(_ vectors: Range<Int>, steps: Range<Int>, into panels: UnsafeMutablePointer<Float>) {
    pack(vectors, steps, MicroKernel.columns, panels, vectorOf: MicroKernel.Row.self)
  }

  /// Packs a block of vectors; `vectorOf` is a type that holds one step of a panel.
  @inline(__always)
  private func pack<Step: SIMD>(
    _ vectors: Range<Int>, _ steps: Range<Int>, _ width: Int, _ panels: UnsafeMutablePointer<Float>,
    vectorOf: Step.Type
  ) where Step.Scalar == Float {
    var panel = panels
    for first in stride(from: vectors.lowerBound, to: vectors.upperBound, by: width) {
      let count = min(width, vectors.upperBound - first)
      if count < width { panel.update(repeating: 0, count: width * steps.count) }
      if isDepthContiguous {
        transpose(base + (first * pitch + steps.lowerBound), count, steps.count, width, panel)
      } else if count == width {
        var source = UnsafeRawPointer(base + (steps.lowerBound * pitch + first))
        var target = UnsafeMutableRawPointer(panel)
        for _ in steps {
          target.storeBytes(of: source.loadUnaligned(as: Step.self), as: Step.self)
          source += pitch * 4
          target += width * 4
        }
      } else {
        for (offset, step) in steps.enumerated() {
          (panel + offset * width).update(from: base + (step * pitch + first), count: count)
        }
      }
      panel += width * steps.count
    }
  }

  /// Packs `count` rows of `steps` neighbours each: `target[step * width + row] = source[row * pitch + step]`.
  private func transpose(
    _ source: UnsafePointer<Float>, _ count: Int, _ steps: Int, _ width: Int,
    _ target: UnsafeMutablePointer<Float>
  ) {
    let wholeRows = count & ~3
    let wholeSteps = steps & ~3
    for row in stride(from: 0, to: wholeRows, by: 4) {
      for step in stride(from: 0, to: wholeSteps, by: 4) {
        transposeSquare(source + (row * pitch + step), target + (step * width + row), width)
      }
      for step in wholeSteps..<steps {
        for lane in row..<row + 4 { target[step * width + lane] = source[lane * pitch + step] }
      }
    }
    for row in wholeRows..<count {
      for step in 0..<steps { target[step * width + row] = source[row * pitch + step] }
    }
  }

  /// The transpose of four by four elements, by shuffles.
  @inline(__always)
  private func transposeSquare(
    _ source: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>, _ width: Int
  ) {
    let rows = UnsafeRawPointer(source)
    let a = rows.loadUnaligned(as: SIMD4<Float>.self)
    let b = (rows + 4 * pitch).loadUnaligned(as: SIMD4<Float>.self)
    let c = (rows + 8 * pitch).loadUnaligned(as: SIMD4<Float>.self)
    let d = (rows + 12 * pitch).loadUnaligned(as: SIMD4<Float>.self)
    let columns = UnsafeMutableRawPointer(target)
    columns.storeBytes(of: SIMD4(a.x, b.x, c.x, d.x), as: SIMD4<Float>.self)
    (columns + 4 * width).storeBytes(of: SIMD4(a.y, b.y, c.y, d.y), as: SIMD4<Float>.self)
    (columns + 8 * width).storeBytes(of: SIMD4(a.z, b.z, c.z, d.z), as: SIMD4<Float>.self)
    (columns + 12 * width).storeBytes(of: SIMD4(a.w, b.w, c.w, d.w), as: SIMD4<Float>.self)
  }
}
