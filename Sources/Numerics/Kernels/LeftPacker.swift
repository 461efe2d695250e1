import CVectors

/// Packs the left side of a product: panels of as many rows as a tile has, with the steps that count.
///
/// Steps at which all rows of a panel are 0 can be left out where the right side is finite: adding ±0 to a sum that began at
/// +0 changes no bit. Images have a margin without ink and units die, so this spares up to half of the work.
struct LeftPacker<Tile: MicroKernel> {
  let source: PanelSource

  /// Elements behind a panel that packing may overwrite: whole registers are stored, in ascending order.
  static var slack: Int { 16 }

  /// A whole panel that is read where it is: of a source whose vectors are columns.
  ///
  /// - Parameters:
  ///   - row: the first.
  ///   - steps: the block of steps.
  ///   - keepsZeros: whether all steps are kept.
  ///   - list: room for the kept steps, and one more.
  /// - Returns: the panel.
  func panel(
    _ row: Int, _ steps: Range<Int>, keepsZeros: Bool, _ list: UnsafeMutablePointer<Int32>
  ) -> LeftPanel {
    let first = source.base + (row &+ steps.lowerBound &* source.pitch)
    var count = steps.count
    if keepsZeros {
      for step in 0..<count { list[step] = Int32(truncatingIfNeeded: step) }
    } else {
      count = list_rows(first, source.pitch, Int32(Tile.rows), count, list)
    }
    return LeftPanel(elements: first, steps: list, count: count, pitch: source.pitch)
  }

  /// Packs one panel.
  ///
  /// - Parameters:
  ///   - rows: at most as many as a tile has; absent ones count as zeros.
  ///   - steps: the block of steps.
  ///   - keepsZeros: whether all steps are kept.
  ///   - elements: room for `Tile.rows` elements a step, and `slack`.
  ///   - list: room for the kept steps, counted from the block's first.
  /// - Returns: how many steps were kept.
  func pack(
    _ rows: Range<Int>, _ steps: Range<Int>, keepsZeros: Bool, _ elements: UnsafeMutablePointer<Float>,
    _ list: UnsafeMutablePointer<Int32>
  ) -> Int {
    var panel = PanelWriter<Tile>(elements: elements, list: list, keepsZeros: keepsZeros)
    var step = steps.lowerBound
    if rows.count == Tile.rows {
      if Tile.rows == 10 && source.isDepthContiguous {
        while step + 16 <= steps.upperBound {
          Transpose.square(
            source.base + (rows.lowerBound &* source.pitch &+ step), source.pitch, rows: 10
          ) { panel.append($1, step &- steps.lowerBound &+ $0) }
          step += 16
        }
      } else if Tile.rows == 4 && source.isDepthContiguous {
        while step + 4 <= steps.upperBound {
          let quads = Transpose.quads(
            source.base + (rows.lowerBound &* source.pitch &+ step), source.pitch)
          panel.append(quads.0, step &- steps.lowerBound)
          panel.append(quads.1, step &- steps.lowerBound &+ 1)
          panel.append(quads.2, step &- steps.lowerBound &+ 2)
          panel.append(quads.3, step &- steps.lowerBound &+ 3)
          step += 4
        }
      } else {
        // Whole registers may be read as far as the matrix goes.
        let last = (source.count - 16 - rows.lowerBound) / max(1, source.pitch)
        let end = source.count < 16 + rows.lowerBound ? step : min(steps.upperBound, last + 1)
        while step < end {
          let neighbours = source.base + (step &* source.pitch &+ rows.lowerBound)
          if Tile.rows == 4 {
            panel.append(
              UnsafeRawPointer(neighbours).loadUnaligned(as: SIMD4<Float>.self), step &- steps.lowerBound)
          } else {
            panel.append(loadRow(neighbours), step &- steps.lowerBound)
          }
          step += 1
        }
      }
    }
    while step < steps.upperBound {
      var lanes = TileRow()
      for (lane, row) in rows.enumerated() { lanes[lane] = source.element(vector: row, step: step) }
      panel.append(lanes, step - steps.lowerBound)
      step += 1
    }
    return panel.count
  }
}

/// A panel that grows step by step.
private struct PanelWriter<Tile: MicroKernel> {
  let elements: UnsafeMutablePointer<Float>
  let list: UnsafeMutablePointer<Int32>
  /// A bit that makes every step count, or none.
  let kept: UInt8
  private(set) var count = 0

  init(elements: UnsafeMutablePointer<Float>, list: UnsafeMutablePointer<Int32>, keepsZeros: Bool) {
    self.elements = elements
    self.list = list
    kept = keepsZeros ? 1 : 0
  }

  /// Appends a step, of which the first lanes are the rows' elements; one of zeros is overwritten by the next.
  @inline(__always)
  mutating func append(_ lanes: TileRow, _ step: Int) {
    storeRow(lanes, to: elements + count &* Tile.rows)
    advance(step, has_magnitude(lanes, (1 << UInt32(Tile.rows)) - 1))
  }

  /// The same for a panel of four rows.
  @inline(__always)
  mutating func append(_ lanes: SIMD4<Float>, _ step: Int) {
    UnsafeMutableRawPointer(elements + count &* 4).storeBytes(of: lanes, as: SIMD4<Float>.self)
    let words = unsafeBitCast(lanes, to: SIMD2<UInt64>.self) & SIMD2(repeating: 0x7FFF_FFFF_7FFF_FFFF)
    advance(step, (words.x | words.y) != 0)
  }

  /// Without a branch, which would be wrong at every edge of the ink.
  @inline(__always)
  private mutating func advance(_ step: Int, _ counts: Bool) {
    list[count] = Int32(truncatingIfNeeded: step)
    count &+= Int(truncatingIfNeeded: unsafeBitCast(counts, to: UInt8.self) | kept)
  }
}
