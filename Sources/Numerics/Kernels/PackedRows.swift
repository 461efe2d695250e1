/// Rows that many products have on their left, packed once for all of them and without what is zero.
///
/// Examples on which a network is looked at again and again are such rows: packing them takes as long as multiplying them by
/// a small layer, and images are half zeros.
package struct PackedRows: Sendable {
  package private(set) var rows = 0
  package let columns: Int
  private var elements: [Float] = []
  private var steps: [Int32] = []
  /// Of each column: the sum of its values, and of their magnitudes; in Double, good to some 10⁻¹² of the latter.
  package private(set) var sums: [Double]
  package private(set) var magnitudeSums: [Double]
  /// The largest magnitude of all.
  package private(set) var largestMagnitude: Float = 0
  /// Where the panels of each tile begin in `steps`, one a block of steps, and where the last one ends.
  private var starts: [Int] = [0]

  /// No rows yet.
  package init(columns: Int) {
    self.columns = columns
    sums = [Double](repeating: 0, count: columns)
    magnitudeSums = sums
  }

  /// Parts of the rows that products can take begin at multiples of it.
  package static let grain = 20

  /// Appends rows.
  ///
  /// All but the last rows that are appended are a multiple of `grain`.
  package mutating func append(_ matrix: Matrix) {
    precondition(matrix.columns == columns && rows % PackedRows.grain == 0, "whole panels are packed")
    if Product.usesWideTiles {
      append(matrix, Kernels.Wide.self)
    } else {
      append(matrix, Kernels.Narrow.self)
    }
    addUp(matrix)
    rows += matrix.rows
  }

  private mutating func addUp(_ matrix: Matrix) {
    matrix.elements.withUnsafeBufferPointer { values in
      for start in stride(from: 0, to: values.count, by: max(1, columns)) {
        for column in 0..<columns {
          let value = values[start + column]
          sums[column] += Double(value)
          magnitudeSums[column] += Double(value.magnitude)
          // Not max, which would lose NaN.
          if !(value.magnitude <= largestMagnitude) { largestMagnitude = value.magnitude }
        }
      }
    }
  }

  private mutating func append<Tile: MicroKernel>(_ matrix: Matrix, _: Tile.Type) {
    let capacity = ProductBlocks.steps
    matrix.elements.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      let packer = LeftPacker<Tile>(
        source: PanelSource(base: base, count: source.count, pitch: columns, isDepthContiguous: true))
      withUnsafeTemporaryAllocation(
        of: Float.self, capacity: capacity * Tile.rows + LeftPacker<Tile>.slack
      ) { panel in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: capacity + 1) { list in
          for row in stride(from: 0, to: matrix.rows, by: Tile.rows) {
            for block in ProductBlocks.of(0..<columns, capacity) {
              let count = packer.pack(
                row..<min(row + Tile.rows, matrix.rows), block, keepsZeros: false, panel.baseAddress!,
                list.baseAddress!)
              elements += panel[..<(count * Tile.rows)]
              steps += list[..<count]
              starts.append(steps.count)
            }
          }
        }
      }
    }
  }

  /// The panels in memory.
  struct View {
    let elements: UnsafePointer<Float>
    let steps: UnsafePointer<Int32>
    let starts: UnsafePointer<Int>
    let stepBlocks: Int
    let height: Int

    /// A panel: which tile down the rows, and which block of steps.
    func panel(_ tile: Int, _ stepBlock: Int) -> LeftPanel {
      let index = tile * stepBlocks + stepBlock
      return LeftPanel(
        elements: elements + starts[index] * height, steps: steps + starts[index],
        count: starts[index + 1] - starts[index])
    }
  }

  private var height: Int { Product.usesWideTiles ? Kernels.Wide.rows : Kernels.Narrow.rows }
  private var stepBlocks: Int { (columns + ProductBlocks.steps - 1) / ProductBlocks.steps }

  func withView(_ body: (View) -> Void) {
    elements.withUnsafeBufferPointer { elements in
      steps.withUnsafeBufferPointer { steps in
        starts.withUnsafeBufferPointer { starts in
          guard let elements = elements.baseAddress, let steps = steps.baseAddress else {
            // Rows of zeros only: their panels are empty, wherever they are.
            withUnsafeTemporaryAllocation(of: Float.self, capacity: 1) { nothing in
              let steps = UnsafeRawPointer(nothing.baseAddress!).assumingMemoryBound(to: Int32.self)
              body(view(nothing.baseAddress!, steps, starts.baseAddress!))
            }
            return
          }
          body(view(elements, steps, starts.baseAddress!))
        }
      }
    }
  }

  private func view(
    _ elements: UnsafePointer<Float>, _ steps: UnsafePointer<Int32>, _ starts: UnsafePointer<Int>
  ) -> View {
    View(elements: elements, steps: steps, starts: starts, stepBlocks: stepBlocks, height: height)
  }

  /// Some of the rows, with their zeros.
  package func matrix(_ rows: Range<Int>) -> Matrix {
    Matrix(rows: rows.count, columns: columns, elements: rows.flatMap { row($0) })
  }

  /// One row, with its zeros.
  package func row(_ row: Int) -> [Float] {
    precondition((0..<rows).contains(row), "a row that was packed")
    var values = [Float](repeating: 0, count: columns)
    for block in 0..<stepBlocks {
      let index = row / height * stepBlocks + block
      for kept in starts[index]..<starts[index + 1] {
        values[block * ProductBlocks.steps + Int(steps[kept])] = elements[kept * height + row % height]
      }
    }
    return values
  }
}
