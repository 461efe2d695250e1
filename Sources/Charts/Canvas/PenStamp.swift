/// A round pen that marks the pixels along segments by their distance to the pen's path.
struct PenStamp {
  private let bounds: PixelBounds
  private let width: Int
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let spans: UnsafeMutableBufferPointer<CoverageMask.Span>
  /// Beyond this distance nothing is covered.
  private let outer: Float
  /// A pen thinner than a pixel never covers one fully.
  private let peak: Float

  init(
    radius: Double, width: Int, bounds: PixelBounds, bytes: UnsafeMutableBufferPointer<UInt8>,
    spans: UnsafeMutableBufferPointer<CoverageMask.Span>
  ) {
    self.bounds = bounds
    self.width = width
    self.bytes = bytes
    self.spans = spans
    outer = Float(radius) + 0.5
    peak = 255 * min(1, 2 * Float(radius))
  }

  /// Marks one segment, whose ends lie near the bounds.
  func segment(_ a: Point, _ b: Point) {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let squared = dx * dx + dy * dy
    let length = squared.squareRoot()
    // A dot has any direction, but needs one.
    let (ux, uy) = length > 0 ? (dx / length, dy / length) : (1, 0)
    let line = Line(origin: a, ux: Float(ux), uy: Float(uy), length: Float(length))
    let outer = Double(outer)
    let top = max(bounds.top, CoverageMask.whole(min(a.y, b.y) - outer))
    let bottom = min(bounds.bottom, CoverageMask.whole(max(a.y, b.y) + outer) + 1)
    guard top < bottom else { return }
    // Half of the width of the slanted strip on a row, and its slope, where the strip is not too flat for one.
    let slanted = abs(dy) > 1e-3
    let slope = slanted ? dx / dy : 0
    let reach = slanted ? outer * length / abs(dy) : 0
    let low = min(a.x, b.x) - outer
    let high = max(a.x, b.x) + outer
    for y in top..<bottom {
      let center = a.x + slope * (Double(y) + 0.5 - a.y)
      let left = slanted ? max(low, center - reach) : low
      let right = slanted ? min(high, center + reach) : high
      let first = max(bounds.left, CoverageMask.whole(left))
      let end = min(bounds.right, CoverageMask.whole(right) + 1)
      guard first < end else { continue }
      spans[y].first = min(spans[y].first, first)
      spans[y].end = max(spans[y].end, end)
      row(y, first..<end, line)
    }
  }

  /// A segment with its unit direction, in single precision: errors stay below a thousandth of a pixel.
  private struct Line {
    var origin: Point
    var ux: Float
    var uy: Float
    var length: Float
  }

  private typealias Lanes = SIMD8<Float>
  private static let lanes = 8
  private static let offsets = Lanes(0, 1, 2, 3, 4, 5, 6, 7)

  /// Marks the pixels of one row, eight at a time: a strip is rarely wider.
  private func row(_ y: Int, _ columns: Range<Int>, _ line: Line) {
    guard let base = bytes.baseAddress.map({ UnsafeMutableRawPointer($0 + y * width) }) else { return }
    let py = Float(Double(y) + 0.5 - line.origin.y)
    let start = Float(Double(columns.lowerBound) + 0.5 - line.origin.x)
    var done = 0
    while done < columns.count {
      let px = Self.offsets + (start + Float(done))
      let along = px * line.ux + py * line.uy
      let across = px * line.uy - py * line.ux
      // How far beyond either end; 0 beside the segment.
      var beyond = along - line.length
      beyond.replace(with: -along, where: along .< 0)
      beyond.replace(with: 0, where: beyond .< 0)
      let distance = (across * across + beyond * beyond).squareRoot()
      var covered = outer - distance
      covered.replace(with: 0, where: covered .< 0)
      covered.replace(with: 1, where: covered .> 1)
      covered *= peak
      covered.replace(with: 0, where: Self.offsets .>= Float(columns.count - done))
      // Adding 2²³ rounds to a whole number and leaves it in the low bits.
      let bits = unsafeBitCast(covered + 8_388_608, to: SIMD8<UInt32>.self)
      let target = base + columns.lowerBound + done
      let old = target.loadUnaligned(as: SIMD8<UInt8>.self)
      let new = SIMD8<UInt8>(truncatingIfNeeded: bits)
      target.storeBytes(of: old.replacing(with: new, where: new .> old), as: SIMD8<UInt8>.self)
      done += Self.lanes
    }
  }
}
