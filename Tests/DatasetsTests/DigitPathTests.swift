import Numerics
import Testing

@testable import Datasets

/// The pen's line and its ink.
@Suite struct DigitPathTests {
  @Test func straightPointsMakeAStraightLineThroughThem() {
    let points = [Point(x: 0, y: 0), Point(x: 1, y: 1), Point(x: 2, y: 2)]
    let path = DigitPath(through: points, strokes: [[0, 1, 2]])
    #expect(path.segments.count == 8)
    #expect(path.segments[3].end == points[1])
    #expect(path.segments.last?.end == points[2])
    // The terms of the spline are exact here: small multiples of powers of two.
    #expect(path.segments.allSatisfy { $0.start.x == $0.start.y && $0.end.x == $0.end.y })
  }

  /// A repeated point adds no piece of length 0, and the spline does not overshoot there.
  @Test func repeatedPointIsACorner() {
    let points = [Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 1, y: 1)]
    let path = DigitPath(through: points, strokes: [[0, 1, 1, 2]])
    #expect(path.segments.count == 8)
    #expect(path.segments.prefix(4).allSatisfy { $0.end.y == 0 })
    #expect(path.segments.suffix(4).allSatisfy { $0.start.x == 1 })
  }

  /// Whatever the shape, the longer side with the pen is 19.6 pixels and the ink stays on the image.
  @Test func fittedLineFillsItsRoom() {
    var stream = RandomStream(seed: 1, name: "test shapes")
    for _ in 0..<200 {
      let points = (0..<5).map { _ in Point(x: stream.unit(), y: stream.unit() * 3) }
      var path = DigitPath(through: points, strokes: [[0, 1, 2], [3, 4]])
      path.fit(radius: 1.5, from: &stream)
      let (low, high) = path.bounds
      // A few roundings of coordinates below 32.
      #expect(abs(max(high.x - low.x, high.y - low.y) - 16.6) < 64 * 0x1p-48)
      #expect(min(low.x, low.y) >= 1.5 - 0x1p-48)
      #expect(max(high.x, high.y) <= 25.5 + 0x1p-48)
    }
  }

  /// A horizontal stroke of radius 2 around row 10: black, half covered at its outline, white beyond.
  @Test func inkFallsOffOverTheSoftEdge() {
    let points = [Point(x: 5, y: 10), Point(x: 20, y: 10)]
    let path = DigitPath(through: points, strokes: [[0, 1]])
    var pixels = [UInt8](repeating: 7, count: 28 * 28)
    var raster = DigitRaster()
    pixels.withUnsafeMutableBufferPointer { raster.draw(path, radius: 2, into: $0) }
    let column = (0..<28).map { pixels[28 * $0 + 12] }
    #expect(Array(column[6...14]) == [0, 0, 128, 255, 255, 255, 128, 0, 0])
    #expect(column.prefix(6).allSatisfy { $0 == 0 } && column.suffix(13).allSatisfy { $0 == 0 })
    #expect(pixels[28 * 10 + 3] == 128)
    #expect(pixels[28 * 10 + 22] == 128)
    #expect(pixels[28 * 10 + 24] == 0)
  }
}
