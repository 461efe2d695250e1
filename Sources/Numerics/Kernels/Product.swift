import CVectors

/// Matrix products in Float32, fast and with the bits of `Naive`.
///
/// Each element of the result is one dot product, summed in ascending index order in one accumulator that starts at +0,
/// with one rounding for each multiplication and one for each addition. Nothing is called inside the loops and nothing
/// depends on the shape, so where the work is cut — into tiles, blocks of steps or threads — changes no bit.
package enum Product {
  /// c = a·b, with a of m × k, b of k × n and c of m × n.
  ///
  /// - Parameters:
  ///   - a: left side.
  ///   - b: right side.
  ///   - row: n elements that are added to each row of the product, after its sums; nil for none.
  ///   - c: filled in.
  ///   - room: what the product packs its sides into.
  ///   - threads: at most; they share out the elements of c.
  ///   - finish: called by each thread for the part that it has filled, rows and columns of c.
  package static func multiply(
    _ a: Matrix, _ b: Matrix, adding row: [Float]? = nil, into c: inout Matrix, room: inout PackingRoom,
    threads: Threads = .one, finish: (UnsafeMutablePointer<Float>, Region) -> Void = { _, _ in }
  ) {
    precondition(a.columns == b.rows, "a product needs as many columns on the left as rows on the right")
    precondition(
      c.rows == a.rows && c.columns == b.columns, "the result has the rows of a and the columns of b")
    precondition(row == nil || row?.count == c.columns, "a row to add needs one element a column")
    multiply(Operand(a, depthIs: .columns), Operand(b, depthIs: .rows), into: &c, &room, threads) {
      if let row { Rows.add(row, to: $0, $1) }
      finish($0, $1)
    }
  }

  /// c = a·b for some rows of a that was packed before.
  ///
  /// - Parameters:
  ///   - a: left side.
  ///   - rows: of a; they begin at a multiple of `PackedRows.grain`.
  ///   - b: right side.
  ///   - row: is added to each row of the product, after its sums; nil for none.
  ///   - c: filled in; as many rows as there are in `rows`.
  ///   - room: what the product packs its sides into.
  ///   - threads: at most; they share out the elements of c.
  package static func multiply(
    _ a: PackedRows, rows: Range<Int>, _ b: Matrix, adding row: [Float]? = nil, into c: inout Matrix,
    room: inout PackingRoom, threads: Threads = .one
  ) {
    precondition(a.columns == b.rows && c.rows == rows.count && c.columns == b.columns, "shapes must fit")
    precondition(
      rows.lowerBound % PackedRows.grain == 0 && rows.upperBound <= a.rows, "whole panels, which were packed")
    let columns = c.columns
    c.elements.withUnsafeMutableBufferPointer { elements in
      guard let base = elements.baseAddress else { return }
      guard a.columns > 0 else { return base.update(repeating: 0, count: elements.count) }
      Operand(b, depthIs: .rows).withPanelSource { right in
        a.withView { view in
          // The view counts rows from the first that was packed.
          let result = base - rows.lowerBound * columns
          let shape = Shape(rows: rows, columns: columns, steps: a.columns)
          fill(shape, .packed(view), right, .matrix(result, pitch: columns), &room, threads) {
            if let row { Rows.add(row, to: result, $0.region) }
          }
        }
      }
    }
  }

  /// c = aᵀ·b, with a of k × m, b of k × n and c of m × n.
  ///
  /// - Parameters:
  ///   - a: left side, transposed.
  ///   - b: right side.
  ///   - c: filled in.
  ///   - room: what the product packs its sides into.
  ///   - threads: at most; they share out the elements of c.
  package static func multiplyTransposedLeft(
    _ a: Matrix, _ b: Matrix, into c: inout Matrix, room: inout PackingRoom, threads: Threads = .one
  ) {
    precondition(a.rows == b.rows, "a transposed product needs as many rows on the left as on the right")
    precondition(c.rows == a.columns && c.columns == b.columns, "the result has the columns of a and of b")
    multiply(Operand(a, depthIs: .rows), Operand(b, depthIs: .rows), into: &c, &room, threads) { _, _ in }
  }

  /// c = a·bᵀ, with a of m × k, b of n × k and c of m × n.
  ///
  /// - Parameters:
  ///   - a: left side.
  ///   - b: right side, transposed.
  ///   - c: filled in.
  ///   - room: what the product packs its sides into.
  ///   - threads: at most; they share out the elements of c.
  ///   - finish: called by each thread for the part that it has filled, rows and columns of c.
  package static func multiplyTransposedRight(
    _ a: Matrix, _ b: Matrix, into c: inout Matrix, room: inout PackingRoom, threads: Threads = .one,
    finish: (UnsafeMutablePointer<Float>, Region) -> Void = { _, _ in }
  ) {
    precondition(a.columns == b.columns, "a product by a transpose needs as many columns on both sides")
    precondition(c.rows == a.rows && c.columns == b.rows, "the result has the rows of a and of b")
    multiply(
      Operand(a, depthIs: .columns), Operand(b, depthIs: .columns), into: &c, &room, threads, finish: finish)
  }

  /// One step of gradient descent along aᵀ·b, with the bits of `multiplyTransposedLeft` and `Update.descend` and without
  /// the gradient in memory.
  ///
  /// - Parameters:
  ///   - weights: m × n.
  ///   - a: k × m, with k of 1 … `fusedSteps`.
  ///   - b: k × n.
  ///   - rate: the learning rate.
  ///   - room: what the product packs its sides into.
  ///   - threads: at most; they share out the weights.
  /// - Returns: whether all weights are finite now.
  @discardableResult
  package static func descend(
    _ weights: inout Matrix, along a: Matrix, _ b: Matrix, rate: Float, room: inout PackingRoom,
    threads: Threads = .one
  ) -> Bool {
    descend(&weights, velocity: nil, a, b, rate, 0, &room, threads)
  }

  /// The same with momentum: v = momentum·v + gradient, then w −= rate·v.
  ///
  /// - Parameters:
  ///   - weights: m × n.
  ///   - velocity: m × n.
  ///   - a: k × m, with k of 1 … `fusedSteps`.
  ///   - b: k × n.
  ///   - rate: the learning rate.
  ///   - momentum: what is kept of the velocity.
  ///   - room: what the product packs its sides into.
  ///   - threads: at most; they share out the weights.
  /// - Returns: whether all weights are finite now.
  @discardableResult
  package static func descend(
    _ weights: inout Matrix, velocity: inout Matrix, along a: Matrix, _ b: Matrix, rate: Float,
    momentum: Float, room: inout PackingRoom, threads: Threads = .one
  ) -> Bool {
    precondition(
      velocity.rows == weights.rows && velocity.columns == weights.columns,
      "a velocity has the weights' shape")
    return velocity.elements.withUnsafeMutableBufferPointer {
      descend(&weights, velocity: $0.baseAddress, a, b, rate, momentum, &room, threads)
    }
  }

  private static func descend(
    _ weights: inout Matrix, velocity: UnsafeMutablePointer<Float>?, _ a: Matrix, _ b: Matrix, _ rate: Float,
    _ momentum: Float, _ room: inout PackingRoom, _ threads: Threads
  ) -> Bool {
    precondition(
      a.rows == b.rows && (1...fusedSteps).contains(a.rows), "a fused gradient is of one block of steps")
    precondition(
      weights.rows == a.columns && weights.columns == b.columns, "the weights have the columns of a and of b")
    let (rows, columns) = (weights.rows, weights.columns)
    return weights.elements.withUnsafeMutableBufferPointer { weights in
      guard let weights = weights.baseAddress else { return true }
      let update = TileUpdate(
        weights: weights, velocity: velocity, pitch: columns, rate: rate, momentum: momentum)
      return withUnsafeTemporaryAllocation(of: Bool.self, capacity: threads.count) { isFinite in
        isFinite.initialize(repeating: true)
        fill(
          Operand(a, depthIs: .rows), Operand(b, depthIs: .rows), .update(update), rows, columns, &room,
          threads
        ) { isFinite[$0.index] = $0.isFinite }
        return isFinite.allSatisfy(\.self)
      }
    }
  }

  /// The most examples of a mini-batch of which `descend` takes the gradient.
  package static let fusedSteps = ProductBlocks.steps

  /// Both sides of a product seen alike: vectors (rows of the left side, columns of the right) along a common depth.
  private struct Operand {
    enum Depth { case rows, columns }

    let matrix: Matrix
    let depth: Depth

    init(_ matrix: Matrix, depthIs depth: Depth) {
      self.matrix = matrix
      self.depth = depth
    }

    var steps: Int { depth == .rows ? matrix.rows : matrix.columns }

    func withPanelSource(_ body: (PanelSource) -> Void) {
      matrix.elements.withUnsafeBufferPointer { elements in
        guard let base = elements.baseAddress else { return }
        body(
          PanelSource(
            base: base, count: elements.count, pitch: matrix.columns, isDepthContiguous: depth == .columns))
      }
    }
  }

  private static func multiply(
    _ a: Operand, _ b: Operand, into c: inout Matrix, _ room: inout PackingRoom, _ threads: Threads,
    finish: (UnsafeMutablePointer<Float>, Region) -> Void
  ) {
    let (rows, columns) = (c.rows, c.columns)
    guard rows > 0, columns > 0 else { return }
    c.elements.withUnsafeMutableBufferPointer { elements in
      let result = elements.baseAddress!
      guard a.steps > 0 else {
        // An empty sum is +0.
        result.update(repeating: 0, count: rows * columns)
        finish(result, Region(rows: 0..<rows, columns: 0..<columns, pitch: columns))
        return
      }
      fill(a, b, .matrix(result, pitch: columns), rows, columns, &room, threads) { finish(result, $0.region) }
    }
  }

  private static func fill(
    _ a: Operand, _ b: Operand, _ target: ProductTarget, _ rows: Int, _ columns: Int,
    _ room: inout PackingRoom, _ threads: Threads, finish: (FilledPart) -> Void
  ) {
    a.withPanelSource { left in
      b.withPanelSource { right in
        let shape = Shape(rows: 0..<rows, columns: columns, steps: a.steps)
        fill(shape, .matrix(left), right, target, &room, threads, finish: finish)
      }
    }
  }

  /// What one thread has done of a product.
  private struct FilledPart {
    let index: Int
    let region: Region
    /// Whether all weights that it moved are finite.
    let isFinite: Bool
  }

  /// What a product fills in, and how many terms its sums have.
  private struct Shape {
    let rows: Range<Int>
    let columns: Int
    let steps: Int
  }

  /// Fills the result with the tiles of this build.
  private static func fill(
    _ shape: Shape, _ left: LeftSide, _ right: PanelSource, _ target: ProductTarget,
    _ room: inout PackingRoom, _ threads: Threads, finish: (FilledPart) -> Void
  ) {
    if usesWideTiles {
      fill(
        shape,
        BlockedProduct<Kernels.Wide, Kernels.HalfWide>(
          left: left, right: right, target: target, steps: shape.steps), &room, threads, finish)
    } else {
      fill(
        shape,
        BlockedProduct<Kernels.Narrow, Kernels.Narrow>(
          left: left, right: right, target: target, steps: shape.steps), &room, threads, finish)
    }
  }

  private static func fill<Tile, LastTile>(
    _ shape: Shape, _ product: BlockedProduct<Tile, LastTile>, _ room: inout PackingRoom, _ threads: Threads,
    _ finish: (FilledPart) -> Void
  ) {
    let threads = threads.worth(operations: shape.rows.count * shape.columns * shape.steps)
    let bytes = product.slabBytes(rows: shape.rows.count, columns: shape.columns)
    room.withSlabs(threads.count, bytes: bytes) { slabs in
      cut(shape, grain: product.left.grain, threads) { part, region in
        let isFinite = product.fill(rows: region.rows, columns: region.columns, slab: slabs[part])
        finish(FilledPart(index: part, region: region, isFinite: isFinite))
      }
    }
  }

  /// Cuts the longer side of the result into a part for each thread.
  private static func cut(
    _ shape: Shape, grain: Int, _ threads: Threads, _ body: (Int, Region) -> Void
  ) {
    let (rows, columns) = (shape.rows, shape.columns)
    if rows.count >= columns {
      Parts.perform(rows.count, grain: grain, threads: threads) { part, range in
        let shifted = range.lowerBound + rows.lowerBound..<range.upperBound + rows.lowerBound
        body(part, Region(rows: shifted, columns: 0..<columns, pitch: columns))
      }
    } else {
      Parts.perform(columns, grain: Kernels.Wide.columns, threads: threads) { part, range in
        body(part, Region(rows: rows, columns: range, pitch: columns))
      }
    }
  }

  /// Tiles that fill the registers of AVX-512 would spill those of all others.
  static var usesWideTiles: Bool { vector_bytes >= 64 }
}

/// A part of a matrix.
package struct Region: Sendable {
  package let rows: Range<Int>
  package let columns: Range<Int>
  /// From one row of the matrix to the next.
  package let pitch: Int

  /// Calls `body` with each stretch of neighbours: where it begins in the matrix, and its length.
  ///
  /// A region of whole rows is one stretch.
  @inline(__always)
  package func forEachStretch(_ body: (_ start: Int, _ count: Int) -> Void) {
    if columns.count == pitch { return body(rows.lowerBound * pitch, rows.count * pitch) }
    for row in rows { body(row * pitch + columns.lowerBound, columns.count) }
  }
}
