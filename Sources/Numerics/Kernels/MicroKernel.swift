/// The innermost loop of a product: a tile of the result held in registers while the steps go by.
///
/// Multiplication and addition are separate operations, and each lane is one element's only accumulator: so tiles of any
/// shape give the same bits.
protocol MicroKernel {
  /// Rows and columns of a tile.
  static var rows: Int { get }
  static var columns: Int { get }

  /// Adds one product for each listed step to each element of the tile, in the order of the list.
  ///
  /// The sums go on from the tile's values if it `resumes`, else they start at +0.
  ///
  /// - Parameters:
  ///   - panel: the rows' elements and the steps they belong to.
  ///   - right: the columns' elements: for each step of the block, `columns` of them side by side.
  ///   - tile: its first element.
  ///   - pitch: from one row of the tile to the next.
  ///   - resumes: whether another block of steps went before.
  static func run(
    _ panel: LeftPanel, _ right: UnsafePointer<Float>, _ tile: UnsafeMutablePointer<Float>, _ pitch: Int,
    resumes: Bool)
}

/// Sixteen columns of one row of a tile.
typealias TileRow = SIMD16<Float>

@inline(__always)
func loadRow(_ source: UnsafePointer<Float>) -> TileRow {
  UnsafeRawPointer(source).loadUnaligned(as: TileRow.self)
}

@inline(__always)
func storeRow(_ row: TileRow, to target: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(target).storeBytes(of: row, as: TileRow.self)
}

/// The product, as one of the micro-kernels sums it.
enum Kernels {
  /// Four rows of sixteen.
  ///
  /// They take 8 of the 16 registers of AVX2 and 16 of the 32 of NEON; the x86-64 baseline spills a few, as it would with any
  /// tile worth having.
  enum Narrow: MicroKernel {
    static var rows: Int { 4 }
    static var columns: Int { 16 }

    static func run(
      _ panel: LeftPanel, _ right: UnsafePointer<Float>, _ tile: UnsafeMutablePointer<Float>, _ pitch: Int,
      resumes: Bool
    ) {
      if let stepPitch = panel.pitch {
        let reader = PlacedReader(first: panel.elements, pitch: stepPitch)
        runFour(panel, reader, right, tile, pitch, resumes: resumes)
      } else {
        runFour(panel, PackedReader(first: panel.elements), right, tile, pitch, resumes: resumes)
      }
    }

    @inline(__always)
    private static func runFour<Left: LeftReader>(
      _ panel: LeftPanel, _ reader: Left, _ right: UnsafePointer<Float>, _ tile: UnsafeMutablePointer<Float>,
      _ pitch: Int, resumes: Bool
    ) {
      var row0 = TileRow()
      var row1 = TileRow()
      var row2 = TileRow()
      var row3 = TileRow()
      if resumes {
        row0 = loadRow(tile)
        row1 = loadRow(tile + pitch)
        row2 = loadRow(tile + 2 * pitch)
        row3 = loadRow(tile + 3 * pitch)
      }
      for index in 0..<panel.count {
        let step = Int(panel.steps[index])
        let left = reader.elements(index, step: step, height: rows)
        let vector = loadRow(right + step &* columns)
        row0 += TileRow(repeating: left[0]) * vector
        row1 += TileRow(repeating: left[1]) * vector
        row2 += TileRow(repeating: left[2]) * vector
        row3 += TileRow(repeating: left[3]) * vector
      }
      storeRow(row0, to: tile)
      storeRow(row1, to: tile + pitch)
      storeRow(row2, to: tile + 2 * pitch)
      storeRow(row3, to: tile + 3 * pitch)
    }
  }
}
