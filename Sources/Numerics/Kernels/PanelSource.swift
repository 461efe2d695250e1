import CVectors

/// One side of a product, as the vectors that its elements' dot products run along.
///
/// A panel holds `width` vectors, for each step the `width` elements side by side, with zeros for vectors beyond the last.
/// Whether the matrix is stored transposed only changes how it is packed.
struct PanelSource {
  let base: UnsafePointer<Float>
  /// All elements of the stored matrix: whole registers may be read up to its end.
  let count: Int
  /// From one row of the stored matrix to the next.
  let pitch: Int
  /// Whether a vector is a row of the stored matrix, so that its steps are neighbours.
  let isDepthContiguous: Bool

  /// One element of one vector.
  @inline(__always)
  func element(vector: Int, step: Int) -> Float {
    isDepthContiguous ? base[vector * pitch + step] : base[step * pitch + vector]
  }

  /// Packs one panel of the right side.
  ///
  /// - Parameters:
  ///   - vectors: at most `width` of them.
  ///   - steps: the block of steps.
  ///   - width: of the panel: 16 or 32.
  ///   - panel: width × steps elements.
  func pack(_ vectors: Range<Int>, steps: Range<Int>, width: Int, into panel: UnsafeMutablePointer<Float>) {
    guard isDepthContiguous else { return packNeighbours(vectors, steps, width, panel) }
    for first in stride(from: 0, to: width, by: 16) {
      let count = max(0, min(vectors.count - first, 16))
      transpose(
        base + ((vectors.lowerBound + first) * pitch + steps.lowerBound), count, steps.count, width,
        panel + first)
    }
  }

  /// Packs the whole panels of a block whose vectors are columns, row by row of the matrix, as memory has it.
  ///
  /// - Returns: the first vector that is not packed yet: all of them, where a vector is a row.
  func packWhole(
    _ vectors: Range<Int>, steps: Range<Int>, width: Int, into panels: UnsafeMutablePointer<Float>
  ) -> Int {
    guard !isDepthContiguous else { return vectors.lowerBound }
    let whole = vectors.count / width
    for step in 0..<steps.count {
      var source = base + ((steps.lowerBound + step) * pitch + vectors.lowerBound)
      var target = panels + step * width
      for _ in 0..<whole {
        for lane in stride(from: 0, to: width, by: 16) { storeRow(loadRow(source + lane), to: target + lane) }
        source += width
        target += ProductBlocks.panel(steps.count, width)
      }
    }
    return vectors.lowerBound + whole * width
  }

  /// Packs vectors that are columns, with zeros beyond the last.
  private func packNeighbours(
    _ vectors: Range<Int>, _ steps: Range<Int>, _ width: Int, _ panel: UnsafeMutablePointer<Float>
  ) {
    var source = base + (steps.lowerBound * pitch + vectors.lowerBound)
    var target = panel
    for _ in steps {
      target.update(from: source, count: vectors.count)
      (target + vectors.count).update(repeating: 0, count: width - vectors.count)
      source += pitch
      target += width
    }
  }

  /// Packs up to 16 rows of `steps` neighbours: `target[step * width + row] = source[row * pitch + step]`.
  private func transpose(
    _ source: UnsafePointer<Float>, _ count: Int, _ steps: Int, _ width: Int,
    _ target: UnsafeMutablePointer<Float>
  ) {
    let whole = count == 16 ? steps & ~15 : 0
    for step in stride(from: 0, to: whole, by: 16) {
      let place = target + step &* width
      // Rows that are far apart come from memory one by one otherwise.
      for row in 0..<16 { prefetch_line(source + (step &+ 64 &+ row &* pitch)) }
      Transpose.square(source + step, pitch, rows: 16) { storeRow($1, to: place + $0 &* width) }
    }
    for step in whole..<steps {
      for row in 0..<16 {
        target[step &* width &+ row] = row < count ? source[row &* pitch &+ step] : 0
      }
    }
  }
}
