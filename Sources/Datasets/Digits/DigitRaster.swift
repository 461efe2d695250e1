/// Turns a path into pixels: how much of each the pen covers, by the distance to the nearest segment.
struct DigitRaster {
  /// Pixels along each side of an image.
  static let side = 28

  /// Width of the soft edge of the ink, in pixels.
  private static let softness: Float = 1.1
  /// Pixels of a row that are looked at together; a fixed number lets the compiler use vectors.
  private static let lanes = 8
  /// Cells of a row, with room for lanes that reach beyond it.
  private static let stride = side + lanes

  /// Squared distance of each pixel's centre to the nearest segment so far.
  private var distances = [Float](repeating: .infinity, count: stride * side)

  /// Draws a path with a pen of this radius into `pixels`, side × side of them, row by row.
  mutating func draw(_ path: DigitPath, radius: Double, into pixels: UnsafeMutableBufferPointer<UInt8>) {
    let reach = radius + 0.5 * Double(DigitRaster.softness)
    let (low, high) = path.bounds
    distances.withUnsafeMutableBufferPointer { distances in
      distances.update(repeating: .infinity)
      for segment in path.segments {
        DigitRaster.approach(segment, reach: reach, distances)
      }
      pixels.update(repeating: 0)
      DigitRaster.ink(
        rows: DigitRaster.cells(from: low.y, to: high.y, reach: reach),
        columns: DigitRaster.cells(from: low.x, to: high.x, reach: reach), distances, radius: Float(radius),
        pixels)
    }
  }

  /// The rows or columns that something between two coordinates may reach, and perhaps one more.
  private static func cells(from low: Double, to high: Double, reach: Double) -> ClosedRange<Int> {
    max(0, Int(low - reach))...min(side - 1, Int(high + reach))
  }

  /// Lowers the distances of all pixels that the segment may colour.
  ///
  /// Pixels farther than `reach` stay white whatever
  /// their distance, so visiting more of them than needed changes nothing.
  private static func approach(
    _ segment: DigitPath.Segment, reach: Double, _ distances: UnsafeMutableBufferPointer<Float>
  ) {
    let (from, to) = (segment.start, segment.end)
    let rows = cells(from: min(from.y, to.y), to: max(from.y, to.y), reach: reach)
    let columns = cells(from: min(from.x, to.x), to: max(from.x, to.x), reach: reach)
    let (x, y) = (Float(from.x), Float(from.y))
    let (dx, dy) = (Float(to.x - from.x), Float(to.y - from.y))
    let squaredLength = dx * dx + dy * dy
    let inverse = squaredLength > 0 ? 1 / squaredLength : 0
    for row in rows {
      let py = Float(row) - y
      for column in Swift.stride(from: columns.lowerBound, through: columns.upperBound, by: lanes) {
        let left = Float(column) - x
        let cells = distances.baseAddress! + (row * stride + column)
        for lane in 0..<lanes {
          let px = left + Float(lane)
          let along = (px * dx + py * dy) * inverse
          let t = min(max(along, 0), 1)
          let (ex, ey) = (px - t * dx, py - t * dy)
          cells[lane] = min(cells[lane], ex * ex + ey * ey)
        }
      }
    }
  }

  /// Pixels at least `edge` inside the pen's outline are black and those as far outside are white, which spares the
  /// square root of all but the edge.
  private static func ink(
    rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ distances: UnsafeMutableBufferPointer<Float>,
    radius: Float, _ pixels: UnsafeMutableBufferPointer<UInt8>
  ) {
    let edge = 0.5 * softness
    let outside = (radius + edge) * (radius + edge)
    let inside = (radius - edge) * (radius - edge)
    for row in rows {
      for column in columns {
        let squared = distances[row * stride + column]
        var cover: Float = squared < outside ? 1 : 0
        if squared < outside && squared > inside {
          cover = min(max((radius - squared.squareRoot()) / softness + 0.5, 0), 1)
        }
        pixels[row * side + column] = UInt8(255 * cover + 0.5)
      }
    }
  }
}
