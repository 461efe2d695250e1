/// Matrix products in Float32, fast and with the bits of `Naive`.
///
/// Each element of the result is one dot product, summed in ascending index order in one accumulator that starts at +0,
/// with one rounding for each multiplication and one for each addition. Nothing is called inside the loops and nothing
/// depends on the shape, so where the work is cut — into tiles, blocks of steps or threads — changes no bit.
package enum Product {
  /// c = a·b, with a of m × k, b of k × n and c of m × n.
  package static func multiply(_ a: Matrix, _ b: Matrix, into c: inout Matrix) {
    precondition(a.columns == b.rows, "a product needs as many columns on the left as rows on the right")
    precondition(
      c.rows == a.rows && c.columns == b.columns, "the result has the rows of a and the columns of b")
    multiply(Operand(a, depthIs: .columns), Operand(b, depthIs: .rows), into: &c)
  }

  /// c = aᵀ·b, with a of k × m, b of k × n and c of m × n.
  package static func multiplyTransposedLeft(_ a: Matrix, _ b: Matrix, into c: inout Matrix) {
    precondition(a.rows == b.rows, "a transposed product needs as many rows on the left as on the right")
    precondition(c.rows == a.columns && c.columns == b.columns, "the result has the columns of a and of b")
    multiply(Operand(a, depthIs: .rows), Operand(b, depthIs: .rows), into: &c)
  }

  /// c = a·bᵀ, with a of m × k, b of n × k and c of m × n.
  package static func multiplyTransposedRight(_ a: Matrix, _ b: Matrix, into c: inout Matrix) {
    precondition(a.columns == b.columns, "a product by a transpose needs as many columns on both sides")
    precondition(c.rows == a.rows && c.columns == b.rows, "the result has the rows of a and of b")
    multiply(Operand(a, depthIs: .columns), Operand(b, depthIs: .columns), into: &c)
  }

  /// Both sides of a product seen alike: vectors (rows of the left side, columns of the right) along a common depth.
  private struct Operand {
    enum Depth { case rows, columns }

    let matrix: Matrix
    let depth: Depth

    init(_ matrix: Matrix, depthIs depth: Depth) {
      self.matrix = matrix
      self.depth = depth
    }

    var vectors: Int { depth == .rows ? matrix.columns : matrix.rows }
    var steps: Int { depth == .rows ? matrix.rows : matrix.columns }

    func withPanelSource(_ body: (PanelSource) -> Void) {
      matrix.elements.withUnsafeBufferPointer { elements in
        guard let base = elements.baseAddress else { return }
        body(PanelSource(base: base, pitch: matrix.columns, isDepthContiguous: depth == .columns))
      }
    }
  }

  private static func multiply(_ a: Operand, _ b: Operand, into c: inout Matrix) {
    let (rows, columns) = (c.rows, c.columns)
    guard rows > 0, columns > 0 else { return }
    guard a.steps > 0 else {
      // An empty sum is +0.
      for index in c.elements.indices { c.elements[index] = 0 }
      return
    }
    c.elements.withUnsafeMutableBufferPointer { elements in
      let result = elements.baseAddress!
      a.withPanelSource { left in
        b.withPanelSource { right in
          BlockedProduct(left: left, right: right, result: result, pitch: columns, steps: a.steps)
            .fill(rows: 0..<rows, columns: 0..<columns)
        }
      }
    }
  }
}
