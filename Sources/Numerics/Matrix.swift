/// A dense matrix of Float32 in row-major order: element (i, j) is `elements[i * columns + j]`.
///
/// Rows are examples or inputs of a layer, columns are features or units. All kernels that fill a matrix take it
/// `inout` with its final shape, so that a training step allocates nothing.
package struct Matrix: Equatable, Sendable {
  package let rows: Int
  package let columns: Int
  /// `rows * columns` values, row after row.
  package var elements: [Float]

  /// A matrix of zeros.
  package init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, elements: [Float](repeating: 0, count: rows * columns))
  }

  package init(rows: Int, columns: Int, elements: [Float]) {
    precondition(elements.count == rows * columns, "a matrix needs rows × columns elements")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Takes over the elements of a matrix of the same shape, into the memory that is there.
  package mutating func copyElements(of other: Matrix) {
    precondition(rows == other.rows && columns == other.columns, "elements fit a matrix of the same shape")
    elements.withUnsafeMutableBufferPointer { target in
      other.elements.withUnsafeBufferPointer { source in
        guard let target = target.baseAddress, let source = source.baseAddress else { return }
        target.update(from: source, count: rows * columns)
      }
    }
  }

  package subscript(row: Int, column: Int) -> Float {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }
}
