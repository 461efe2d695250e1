/// A packed block of the left side: a panel for each tile down the block.
struct PackedLeft<Tile: MicroKernel> {
  /// Steps that there is room for in each panel.
  let stepCapacity: Int
  let elements: UnsafeMutablePointer<Float>
  let steps: UnsafeMutablePointer<Int32>
  let panels: UnsafeMutablePointer<LeftPanel>

  /// The panel of the tile at this place down the block.
  func panel(_ index: Int) -> LeftPanel { panels[index] }

  /// Packs a block of rows, or takes the panels of rows that were packed before.
  ///
  /// - Parameters:
  ///   - left: the left side.
  ///   - rows: as many as there is room for, or fewer.
  ///   - block: the steps.
  ///   - inPlace: whether whole panels of a matrix whose vectors are columns stay where they are, and only their steps are
  ///     listed.
  ///   - right: zeros are left out only if all of it is finite; asked only if there are any.
  func pack(
    _ left: LeftSide, _ rows: Range<Int>, steps block: Range<Int>, inPlace: Bool,
    for right: inout FinitenessQuestion
  ) {
    switch left {
    case .matrix(let source):
      let packer = LeftPacker<Tile>(source: source)
      if !pack(packer, rows, block, inPlace: inPlace, keepsZeros: false) && !right.isFinite {
        _ = pack(packer, rows, block, inPlace: inPlace, keepsZeros: true)
      }
    case .packed(let view):
      let first = rows.lowerBound / Tile.rows
      for index in 0..<(rows.count + Tile.rows - 1) / Tile.rows {
        let panel = view.panel(first + index, block.lowerBound / ProductBlocks.steps)
        panels[index] =
          panel.count == block.count || right.isFinite ? panel : expanded(panel, index, block.count)
      }
    }
  }

  /// Packs panel after panel: each may overwrite the beginning of the next.
  ///
  /// - Returns: whether all steps were kept.
  private func pack(
    _ packer: LeftPacker<Tile>, _ rows: Range<Int>, _ block: Range<Int>, inPlace: Bool, keepsZeros: Bool
  ) -> Bool {
    var keptAll = true
    for (index, row) in stride(from: rows.lowerBound, to: rows.upperBound, by: Tile.rows).enumerated() {
      let (elements, list) = place(index)
      if inPlace && !packer.source.isDepthContiguous && row + Tile.rows <= rows.upperBound {
        panels[index] = packer.panel(row, block, keepsZeros: keepsZeros, list)
      } else {
        let count = packer.pack(
          row..<min(row + Tile.rows, rows.upperBound), block, keepsZeros: keepsZeros, elements, list)
        panels[index] = LeftPanel(elements: elements, steps: list, count: count)
      }
      keptAll = keptAll && panels[index].count == block.count
    }
    return keptAll
  }

  /// A panel with the zeros that it leaves out.
  private func expanded(_ panel: LeftPanel, _ index: Int, _ count: Int) -> LeftPanel {
    let (elements, list) = place(index)
    elements.update(repeating: 0, count: count * Tile.rows)
    for step in 0..<count { list[step] = Int32(truncatingIfNeeded: step) }
    for kept in 0..<panel.count {
      (elements + Int(panel.steps[kept]) * Tile.rows).update(
        from: panel.elements + kept * Tile.rows, count: Tile.rows)
    }
    return LeftPanel(elements: elements, steps: list, count: count)
  }

  private func place(_ index: Int) -> (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Int32>) {
    (elements + index * Tile.rows * stepCapacity, steps + index * stepCapacity)
  }
}

/// The left side of a product.
enum LeftSide {
  /// A matrix, whose rows are packed block by block.
  case matrix(PanelSource)
  /// Rows that were packed before; blocks begin at whole panels.
  case packed(PackedRows.View)

  /// Parts of the rows begin at multiples of it.
  var grain: Int {
    switch self {
    case .matrix: Kernels.Wide.rows
    case .packed: PackedRows.grain
    }
  }
}
