/// A product cut into blocks that fit the caches: the loops around the micro-kernel.
///
/// Source: K. Goto and R. van de Geijn, "Anatomy of high-performance matrix multiplication", ACM TOMS 34 (2008). A block
/// of steps is added to the elements that the block before it stored, so the order of each sum stays ascending.
struct BlockedProduct {
  let left: PanelSource
  let right: PanelSource
  let result: UnsafeMutablePointer<Float>
  /// From one row of the result to the next.
  let pitch: Int
  let steps: Int

  /// Steps in a block: a panel of the right side (16 KiB) and one of the left (4 KiB) stay in the first cache.
  private static let stepBlock = 256
  /// Rows in a block: the packed left block takes 128 KiB of the second cache.
  private static let rowBlock = 128
  /// Columns in a block: the packed right block takes up to 1 MiB.
  private static let columnBlock = 1024

  /// Computes the elements of the result at `rows` and `columns`, and no others: disjoint parts may be filled by
  /// different threads.
  func fill(rows: Range<Int>, columns: Range<Int>) {
    let depth = min(steps, BlockedProduct.stepBlock)
    let leftSize = PanelSource.packedSize(min(rows.count, BlockedProduct.rowBlock), MicroKernel.rows, depth)
    let rightSize =
      PanelSource.packedSize(min(columns.count, BlockedProduct.columnBlock), MicroKernel.columns, depth)
    withUnsafeTemporaryAllocation(byteCount: (leftSize + rightSize) * 4, alignment: 64) { bytes in
      let panels = bytes.bindMemory(to: Float.self).baseAddress!
      for columnBlock in blocks(of: columns, BlockedProduct.columnBlock) {
        for stepBlock in blocks(of: 0..<steps, BlockedProduct.stepBlock) {
          right.packColumns(columnBlock, steps: stepBlock, into: panels + leftSize)
          for rowBlock in blocks(of: rows, BlockedProduct.rowBlock) {
            left.packRows(rowBlock, steps: stepBlock, into: panels)
            multiply(panels, panels + leftSize, rowBlock, columnBlock, stepBlock)
          }
        }
      }
    }
  }

  private func blocks(of range: Range<Int>, _ size: Int) -> some Sequence<Range<Int>> {
    stride(from: range.lowerBound, to: range.upperBound, by: size).lazy.map { start in
      start..<min(start + size, range.upperBound)
    }
  }

  /// The tiles of one packed block on the left and one on the right.
  private func multiply(
    _ leftPanels: UnsafePointer<Float>, _ rightPanels: UnsafePointer<Float>, _ rows: Range<Int>,
    _ columns: Range<Int>, _ steps: Range<Int>
  ) {
    let resumes = steps.lowerBound > 0
    var rightPanel = rightPanels
    for column in stride(from: columns.lowerBound, to: columns.upperBound, by: MicroKernel.columns) {
      var leftPanel = leftPanels
      for row in stride(from: rows.lowerBound, to: rows.upperBound, by: MicroKernel.rows) {
        let height = min(MicroKernel.rows, rows.upperBound - row)
        let width = min(MicroKernel.columns, columns.upperBound - column)
        let tile = result + (row * pitch + column)
        if height == MicroKernel.rows && width == MicroKernel.columns {
          MicroKernel.run(steps.count, leftPanel, rightPanel, tile, pitch, resumes: resumes)
        } else {
          edge(steps.count, leftPanel, rightPanel, tile, height, width, resumes: resumes)
        }
        leftPanel += MicroKernel.rows * steps.count
      }
      rightPanel += MicroKernel.columns * steps.count
    }
  }

  /// A tile that sticks out of the result is computed beside it; only the part within is copied.
  private func edge(
    _ steps: Int, _ leftPanel: UnsafePointer<Float>, _ rightPanel: UnsafePointer<Float>,
    _ tile: UnsafeMutablePointer<Float>, _ height: Int, _ width: Int, resumes: Bool
  ) {
    let columns = MicroKernel.columns
    withUnsafeTemporaryAllocation(of: Float.self, capacity: MicroKernel.rows * columns) { buffer in
      buffer.initialize(repeating: 0)
      let whole = buffer.baseAddress!
      if resumes {
        for row in 0..<height { (whole + row * columns).update(from: tile + row * pitch, count: width) }
      }
      MicroKernel.run(steps, leftPanel, rightPanel, whole, columns, resumes: resumes)
      for row in 0..<height { (tile + row * pitch).update(from: whole + row * columns, count: width) }
    }
  }
}
