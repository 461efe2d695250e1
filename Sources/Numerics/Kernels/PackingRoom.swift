/// Memory that products pack their sides into, kept from one product to the next.
///
/// It grows to what the largest of them needs; so a training step, whose products are those of the step before, takes nothing
/// from the heap. A copy that is used beside the original gets memory of its own.
package struct PackingRoom: Sendable {
  /// Lines of 64 bytes, which is how the largest registers like their memory.
  private var lines: [TileRow] = []

  /// A room that has no memory yet.
  package init() {}

  /// Lends a slab to each of the threads that share a product.
  ///
  /// - Parameters:
  ///   - count: how many slabs.
  ///   - bytes: of each, at least.
  ///   - body: gets the slabs; their contents are what the product before left.
  mutating func withSlabs(_ count: Int, bytes: Int, _ body: (PackingSlabs) -> Void) {
    let size = (bytes + MemoryLayout<TileRow>.stride - 1) / MemoryLayout<TileRow>.stride
    if lines.count < count * size { lines = [TileRow](repeating: TileRow(), count: count * size) }
    lines.withUnsafeMutableBytes {
      body(PackingSlabs(base: $0.baseAddress!, pitch: size * MemoryLayout<TileRow>.stride))
    }
  }
}

/// Pieces of a packing room, one a thread, that begin at whole lines.
struct PackingSlabs {
  fileprivate let base: UnsafeMutableRawPointer
  fileprivate let pitch: Int

  subscript(part: Int) -> UnsafeMutableRawPointer { base + part * pitch }
}

/// How a slab is laid out for blocks of a product.
struct PackingLayout<Tile: MicroKernel> {
  private let panels: Int
  private let leftTiles: Int
  private let steps: Int

  /// - Parameters:
  ///   - rows: of a block of the left side, at most.
  ///   - columns: of a block of the right side, at most.
  ///   - steps: of a block, at most.
  init(rows: Int, columns: Int, steps: Int) {
    panels = (columns + Tile.columns - 1) / Tile.columns
    leftTiles = (rows + Tile.rows - 1) / Tile.rows
    self.steps = steps
  }

  /// A tile that is computed beside the result, and after it the panels of the right side.
  private var rightCount: Int { Tile.rows * Tile.columns + panels * ProductBlocks.panel(steps, Tile.columns) }
  private var leftCount: Int { leftTiles * Tile.rows * steps + LeftPacker<Tile>.slack }
  /// One more, for a step that is not kept.
  private var listCount: Int { leftTiles * steps + 1 }

  private var leftStart: Int { rightCount * MemoryLayout<Float>.stride }
  private var listStart: Int { leftStart + leftCount * MemoryLayout<Float>.stride }
  private var tilesStart: Int {
    let end = listStart + listCount * MemoryLayout<Int32>.stride
    return (end + MemoryLayout<LeftPanel>.alignment - 1) & -MemoryLayout<LeftPanel>.alignment
  }

  /// What a slab needs.
  var bytes: Int { tilesStart + leftTiles * MemoryLayout<LeftPanel>.stride }

  /// The room for a tile, and after it for the panels of the right side.
  func spare(_ slab: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Float> {
    slab.bindMemory(to: Float.self, capacity: rightCount)
  }

  /// The room for a block of the left side.
  func left(_ slab: UnsafeMutableRawPointer) -> PackedLeft<Tile> {
    PackedLeft(
      stepCapacity: steps, elements: (slab + leftStart).bindMemory(to: Float.self, capacity: leftCount),
      steps: (slab + listStart).bindMemory(to: Int32.self, capacity: listCount),
      panels: (slab + tilesStart).bindMemory(to: LeftPanel.self, capacity: leftTiles))
  }
}
