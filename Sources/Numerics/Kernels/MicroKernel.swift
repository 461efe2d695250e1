/// The innermost loop of a product: a tile of the result held in registers while the steps go by.
///
/// Eight rows of two vectors each were the fastest or near it in every build measured (x86-64 baseline, AVX2, AVX-512).
/// Multiplication and addition are separate operations, and each lane is one element's only accumulator.
enum MicroKernel {
  /// Rows and columns of a tile.
  static let rows = 8
  static let columns = 32

  /// One row of a tile.
  private struct Row {
    var left = SIMD16<Float>()
    var right = SIMD16<Float>()

    init(resuming tile: UnsafeMutablePointer<Float>, if resumes: Bool) {
      guard resumes else { return }
      left = UnsafeRawPointer(tile).loadUnaligned(as: SIMD16<Float>.self)
      right = UnsafeRawPointer(tile + 16).loadUnaligned(as: SIMD16<Float>.self)
    }

    @inline(__always)
    mutating func add(_ scalar: Float, _ leftVector: SIMD16<Float>, _ rightVector: SIMD16<Float>) {
      let factor = SIMD16<Float>(repeating: scalar)
      left += factor * leftVector
      right += factor * rightVector
    }

    func store(to tile: UnsafeMutablePointer<Float>) {
      UnsafeMutableRawPointer(tile).storeBytes(of: left, as: SIMD16<Float>.self)
      UnsafeMutableRawPointer(tile + 16).storeBytes(of: right, as: SIMD16<Float>.self)
    }
  }

  /// Adds `steps` products to each element of the tile, in order.
  ///
  /// `left` holds, for each step, the elements of the 8 rows, and `right` those of the 32 columns. `pitch` leads from one
  /// row of the tile to the next. The sums go on from the tile's values if it `resumes`, else they start at +0.
  static func run(
    _ steps: Int, _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>,
    _ tile: UnsafeMutablePointer<Float>, _ pitch: Int, resumes: Bool
  ) {
    var row0 = Row(resuming: tile, if: resumes)
    var row1 = Row(resuming: tile + pitch, if: resumes)
    var row2 = Row(resuming: tile + 2 * pitch, if: resumes)
    var row3 = Row(resuming: tile + 3 * pitch, if: resumes)
    var row4 = Row(resuming: tile + 4 * pitch, if: resumes)
    var row5 = Row(resuming: tile + 5 * pitch, if: resumes)
    var row6 = Row(resuming: tile + 6 * pitch, if: resumes)
    var row7 = Row(resuming: tile + 7 * pitch, if: resumes)
    var left = left
    var right = UnsafeRawPointer(right)
    for _ in 0..<steps {
      let vector0 = right.loadUnaligned(as: SIMD16<Float>.self)
      let vector1 = (right + 64).loadUnaligned(as: SIMD16<Float>.self)
      row0.add(left[0], vector0, vector1)
      row1.add(left[1], vector0, vector1)
      row2.add(left[2], vector0, vector1)
      row3.add(left[3], vector0, vector1)
      row4.add(left[4], vector0, vector1)
      row5.add(left[5], vector0, vector1)
      row6.add(left[6], vector0, vector1)
      row7.add(left[7], vector0, vector1)
      left += rows
      right += columns * 4
    }
    row0.store(to: tile)
    row1.store(to: tile + pitch)
    row2.store(to: tile + 2 * pitch)
    row3.store(to: tile + 3 * pitch)
    row4.store(to: tile + 4 * pitch)
    row5.store(to: tile + 5 * pitch)
    row6.store(to: tile + 6 * pitch)
    row7.store(to: tile + 7 * pitch)
  }
}
