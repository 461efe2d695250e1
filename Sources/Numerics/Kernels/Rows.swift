/// A row against all rows of a matrix: biases forward, their gradients backward.
package enum Rows {
  /// Adds `row` to each row of `matrix`; `row` has as many elements as the matrix has columns.
  package static func add(_ row: [Float], to matrix: inout Matrix) {
    precondition(row.count == matrix.columns, "a row to add needs one element a column")
    let (rows, columns) = (matrix.rows, matrix.columns)
    matrix.elements.withUnsafeMutableBufferPointer { elements in
      row.withUnsafeBufferPointer { row in
        guard var target = elements.baseAddress, let source = row.baseAddress else { return }
        for _ in 0..<rows {
          for j in 0..<columns { target[j] += source[j] }
          target += columns
        }
      }
    }
  }

  /// Adds `row` to each row of a region of a matrix that begins at `base`.
  static func add(_ row: [Float], to base: UnsafeMutablePointer<Float>, _ region: Region) {
    row.withUnsafeBufferPointer { row in
      guard let source = row.baseAddress else { return }
      for i in region.rows {
        let target = base + i * region.pitch
        for j in region.columns { target[j] += source[j] }
      }
    }
  }

  /// Sums each column of `matrix` in Float32, in ascending row order from +0, with the bits of `Naive.sumRows`.
  ///
  /// - Parameters:
  ///   - matrix: any.
  ///   - sums: filled in; an element for each column.
  ///   - threads: at most; they share out the columns.
  package static func sum(of matrix: Matrix, into sums: inout [Float], threads: Threads = .one) {
    precondition(sums.count == matrix.columns, "the sums of a matrix need one element a column")
    matrix.elements.withUnsafeBufferPointer { elements in
      sums.withUnsafeMutableBufferPointer { sums in
        guard let target = sums.baseAddress else { return }
        target.update(repeating: 0, count: matrix.columns)
        guard let base = elements.baseAddress else { return }
        let threads = threads.worth(operations: 20 * elements.count)
        Parts.perform(matrix.columns, grain: 64, threads: threads) { _, part in
          for row in 0..<matrix.rows {
            let source = base + row * matrix.columns
            for j in part { target[j] += source[j] }
          }
        }
      }
    }
  }
}
