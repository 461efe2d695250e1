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

/// Transposes in registers.
enum Transpose {
  /// Four columns of four rows.
  @inline(__always)
  static func quads(
    _ source: UnsafePointer<Float>, _ pitch: Int
  ) -> (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>) {
    let rows = UnsafeRawPointer(source)
    let a = rows.loadUnaligned(as: SIMD4<Float>.self)
    let b = (rows + 4 * pitch).loadUnaligned(as: SIMD4<Float>.self)
    let c = (rows + 8 * pitch).loadUnaligned(as: SIMD4<Float>.self)
    let d = (rows + 12 * pitch).loadUnaligned(as: SIMD4<Float>.self)
    return (
      SIMD4(a.x, b.x, c.x, d.x), SIMD4(a.y, b.y, c.y, d.y), SIMD4(a.z, b.z, c.z, d.z),
      SIMD4(a.w, b.w, c.w, d.w)
    )
  }

  /// The columns of 16 rows of 16 elements, of which the first `rows` are there and the others count as zeros.
  ///
  /// Each of the four rounds deals the 256 elements onto two piles, those at even places and those at odd ones: so an
  /// element's place of eight bits, four of its row and four of its column, is rotated by one.
  @inline(__always)
  static func square(
    _ source: UnsafePointer<Float>, _ pitch: Int, rows: Int, _ body: (_ column: Int, TileRow) -> Void
  ) {
    // Two allocations, since one of that size would be taken from the heap.
    withUnsafeTemporaryAllocation(of: TileRow.self, capacity: 16) { a in
      withUnsafeTemporaryAllocation(of: TileRow.self, capacity: 16) { b in
        let (a, b) = (a.baseAddress!, b.baseAddress!)
        for row in 0..<rows { (a + row).initialize(to: loadRow(source + row &* pitch)) }
        for row in rows..<16 { (a + row).initialize(to: TileRow()) }
        deal(a, b)
        deal(b, a)
        deal(a, b)
        deal(b, a)
        for column in 0..<16 { body(column, a[column]) }
      }
    }
  }

  /// The columns of 16 × 16 neighbours, which are the rows one after the other.
  ///
  /// A call of its own: where it is inlined, the compiler takes it apart to load element by element.
  @inline(never)
  static func square(_ source: UnsafePointer<Float>, into columns: UnsafeMutablePointer<TileRow>) {
    square(source, 16, rows: 16) { columns[$0] = $1 }
  }

  @inline(__always)
  private static func deal(_ from: UnsafeMutablePointer<TileRow>, _ to: UnsafeMutablePointer<TileRow>) {
    for index in 0..<8 {
      let (x, y) = (from[2 &* index], from[2 &* index &+ 1])
      (to + index).initialize(to: TileRow(lowHalf: x.evenHalf, highHalf: y.evenHalf))
      (to + (index &+ 8)).initialize(to: TileRow(lowHalf: x.oddHalf, highHalf: y.oddHalf))
    }
  }
}
