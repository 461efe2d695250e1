/// The innermost loop of a product: a tile of the result held in registers while the steps go by.
///
/// Four rows of sixteen take 4 of the 32 registers of AVX-512, 8 of the 16 of AVX2 and 16 of the 32 of NEON; the x86-64
/// baseline spills a few, as it would with any tile worth having. Larger tiles gain a sixth under AVX-512 and lose a
/// quarter or more elsewhere. Multiplication and addition are separate operations, and each lane is one element's only
/// accumulator.
enum MicroKernel {
  /// Rows and columns of a tile.
  static let rows = 4
  static let columns = 16

  /// The columns of one row of a tile.
  typealias Row = SIMD16<Float>

  /// Adds `steps` products to each element of the tile, in order.
  ///
  /// `left` holds, for each step, the elements of the 4 rows, and `right` those of the 16 columns. `pitch` leads from one
  /// row of the tile to the next. The sums go on from the tile's values if it `resumes`, else they start at +0.
  static func run(
    _ steps: Int, _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>,
    _ tile: UnsafeMutablePointer<Float>, _ pitch: Int, resumes: Bool
  ) {
    var row0 = Row()
    var row1 = Row()
    var row2 = Row()
    var row3 = Row()
    if resumes {
      row0 = load(tile)
      row1 = load(tile + pitch)
      row2 = load(tile + 2 * pitch)
      row3 = load(tile + 3 * pitch)
    }
    var left = left
    var right = right
    for _ in 0..<steps {
      let vector = load(right)
      row0 += Row(repeating: left[0]) * vector
      row1 += Row(repeating: left[1]) * vector
      row2 += Row(repeating: left[2]) * vector
      row3 += Row(repeating: left[3]) * vector
      left += rows
      right += columns
    }
    store(row0, to: tile)
    store(row1, to: tile + pitch)
    store(row2, to: tile + 2 * pitch)
    store(row3, to: tile + 3 * pitch)
  }

  @inline(__always)
  private static func load(_ source: UnsafePointer<Float>) -> Row {
    UnsafeRawPointer(source).loadUnaligned(as: Row.self)
  }

  @inline(__always)
  private static func store(_ row: Row, to target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: row, as: Row.self)
  }
}
