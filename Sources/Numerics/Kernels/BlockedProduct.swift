/// A product cut into blocks that fit the caches: the loops around the micro-kernel.
///
/// Source: K. Goto and R. van de Geijn, "Anatomy of high-performance matrix multiplication", ACM TOMS 34 (2008). A block
/// of steps is added to the elements that the block before it stored, so the order of each sum stays ascending. The
/// tiles of a block are filled row after row, so that a long result, or weights to update, go by in the order of memory.
struct BlockedProduct<Tile: MicroKernel, LastTile: MicroKernel> {
  let left: LeftSide
  let right: PanelSource
  let target: ProductTarget
  let steps: Int

  /// Bytes of the slab that `fill` needs.
  ///
  /// - Parameters:
  ///   - rows: that it fills, at most.
  ///   - columns: that it fills, at most.
  /// - Returns: bytes.
  func slabBytes(rows: Int, columns: Int) -> Int { layout(rows, columns).bytes }

  private func layout(_ rows: Int, _ columns: Int) -> PackingLayout<Tile> {
    PackingLayout(rows: min(rows, ProductBlocks.rows), columns: min(columns, blockColumns), steps: blockSteps)
  }

  private var blockSteps: Int { min(steps, ProductBlocks.steps) }
  private var blockColumns: Int { ProductBlocks.columns(depth: blockSteps, Tile.columns) }

  /// Computes the elements of the result at `rows` and `columns`, and no others: disjoint parts may be filled by
  /// different threads, each with a slab of its own.
  ///
  /// - Returns: whether all weights that it moved are finite; true if it moved none.
  func fill(rows: Range<Int>, columns: Range<Int>, slab: UnsafeMutableRawPointer) -> Bool {
    let inPlace = columns.count <= ProductBlocks.panelsInPlace * Tile.columns
    var moved = FinitenessCheck()
    let layout = layout(rows.count, columns.count)
    let (spare, block) = (layout.spare(slab), layout.left(slab))
    let panels = spare + Tile.rows * Tile.columns
    var finiteness = FinitenessQuestion(right)
    for columnBlock in ProductBlocks.of(columns, blockColumns) {
      for stepBlock in ProductBlocks.of(0..<steps, ProductBlocks.steps) {
        pack(columnBlock, stepBlock, into: panels)
        for rowBlock in ProductBlocks.of(rows, ProductBlocks.rows) {
          block.pack(left, rowBlock, steps: stepBlock, inPlace: inPlace, for: &finiteness)
          fill(block, rowBlock, columnBlock, stepBlock, panels, spare, &moved)
        }
      }
    }
    return moved.isFinite
  }

  /// Packs a block of the right side, panel after panel.
  private func pack(_ columns: Range<Int>, _ steps: Range<Int>, into panels: UnsafeMutablePointer<Float>) {
    let whole = right.packWhole(columns, steps: steps, width: Tile.columns, into: panels)
    var panel =
      panels + (whole - columns.lowerBound) / Tile.columns * ProductBlocks.panel(steps.count, Tile.columns)
    for column in stride(from: whole, to: columns.upperBound, by: Tile.columns) {
      let part = column..<min(column + Tile.columns, columns.upperBound)
      let width = part.count <= LastTile.columns ? LastTile.columns : Tile.columns
      right.pack(part, steps: steps, width: width, into: panel)
      panel += ProductBlocks.panel(steps.count, Tile.columns)
    }
  }

  /// Adds one block of steps to a block of the result, row of tiles after row of tiles.
  private func fill(
    _ block: PackedLeft<Tile>, _ rows: Range<Int>, _ columns: Range<Int>, _ steps: Range<Int>,
    _ panels: UnsafePointer<Float>, _ spare: UnsafeMutablePointer<Float>, _ moved: inout FinitenessCheck
  ) {
    let resumes = steps.lowerBound > 0
    for (index, row) in stride(from: rows.lowerBound, to: rows.upperBound, by: Tile.rows).enumerated() {
      let left = block.panel(index)
      let height = min(Tile.rows, rows.upperBound - row)
      var panel = panels
      for column in stride(from: columns.lowerBound, to: columns.upperBound, by: Tile.columns) {
        let width = min(Tile.columns, columns.upperBound - column)
        let place = TilePlace(row: row, column: column, height: height, width: width)
        if case .update(let update) = target { update.prefetch(tile(after: place, rows, columns)) }
        if width <= LastTile.columns {
          fill(left, panel, place, spare, &moved, resumes: resumes, LastTile.self)
        } else {
          fill(left, panel, place, spare, &moved, resumes: resumes, Tile.self)
        }
        panel += ProductBlocks.panel(steps.count, Tile.columns)
      }
    }
  }

  /// The tile to the right of another, or the first of the row of tiles below; without height at the end.
  private func tile(after place: TilePlace, _ rows: Range<Int>, _ columns: Range<Int>) -> TilePlace {
    let isLast = place.column + Tile.columns >= columns.upperBound
    let row = isLast ? place.row + Tile.rows : place.row
    let column = isLast ? columns.lowerBound : place.column + Tile.columns
    return TilePlace(
      row: row, column: column, height: max(0, min(Tile.rows, rows.upperBound - row)),
      width: min(Tile.columns, columns.upperBound - column))
  }

  @inline(__always)
  private func fill<Kernel: MicroKernel>(
    _ left: LeftPanel, _ right: UnsafePointer<Float>, _ place: TilePlace,
    _ spare: UnsafeMutablePointer<Float>, _ moved: inout FinitenessCheck, resumes: Bool, _: Kernel.Type
  ) {
    switch target {
    case .matrix(let result, let pitch):
      let tile = result + (place.row * pitch + place.column)
      if place.height == Kernel.rows && place.width == Kernel.columns {
        Kernel.run(left, right, tile, pitch, resumes: resumes)
      } else {
        edge(left, right, tile, pitch, spare, place.height, place.width, resumes: resumes, Kernel.self)
      }
    case .update(let update):
      Kernel.run(left, right, spare, Kernel.columns, resumes: false)
      update.apply(spare, Kernel.columns, place, &moved)
    }
  }

  /// A tile that sticks out of the result is computed beside it; only the part within is copied.
  private func edge<Kernel: MicroKernel>(
    _ left: LeftPanel, _ right: UnsafePointer<Float>, _ tile: UnsafeMutablePointer<Float>, _ pitch: Int,
    _ whole: UnsafeMutablePointer<Float>, _ height: Int, _ width: Int, resumes: Bool, _: Kernel.Type
  ) {
    let columns = Kernel.columns
    if resumes {
      whole.update(repeating: 0, count: Kernel.rows * columns)
      for row in 0..<height { (whole + row * columns).update(from: tile + row * pitch, count: width) }
    }
    Kernel.run(left, right, whole, columns, resumes: resumes)
    for row in 0..<height { (tile + row * pitch).update(from: whole + row * columns, count: width) }
  }
}

/// What becomes of the tiles of a product.
enum ProductTarget {
  /// They are stored in a matrix: its first element, and from one row to the next.
  case matrix(UnsafeMutablePointer<Float>, pitch: Int)
  /// They are gradients, along which weights move; only of products of one block of steps.
  case update(TileUpdate)
}

/// Where a tile lies in the result, and what of it is within.
struct TilePlace {
  let row: Int
  let column: Int
  let height: Int
  let width: Int
}

/// The sizes of blocks.
enum ProductBlocks {
  /// Steps in a block: a panel of 32 columns takes 32 KiB of the first cache.
  static let steps = 256
  /// Rows in a block: the packed left block takes 240 KiB of the second cache.
  static let rows = 240

  /// Up to how many panels of the right side the left side is read where it is: packing it takes as long as multiplying it by
  /// one or two of them.
  static let panelsInPlace = 4

  /// Columns in a block, a multiple of `width`: the packed right block takes up to 512 KiB.
  static func columns(depth: Int, _ width: Int) -> Int {
    max(1, (1 << 17) / (max(1, depth) * width)) * width
  }

  /// Elements from one panel of the right side to the next.
  ///
  /// Some more than a panel has, so that the panels do not fall into the same sets of the cache.
  static func panel(_ steps: Int, _ width: Int) -> Int { width * steps + 32 }

  /// `range` in parts of `size`; the last may be smaller.
  static func of(_ range: Range<Int>, _ size: Int) -> Blocks { Blocks(rest: range, size: size) }

  /// Not a lazy map, whose closure would be taken from the heap.
  struct Blocks: Sequence, IteratorProtocol {
    fileprivate var rest: Range<Int>
    fileprivate let size: Int

    mutating func next() -> Range<Int>? {
      guard !rest.isEmpty else { return nil }
      let block = rest.prefix(size)
      rest = block.upperBound..<rest.upperBound
      return block
    }
  }
}
