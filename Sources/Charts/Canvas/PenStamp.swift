/// A round pen that marks the pixels along segments by their distance to the pen's path.
struct PenStamp {
  private let bounds: PixelBounds
  private let width: Int
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let spans: UnsafeMutableBufferPointer<CoverageMask.Span>
  /// Beyond this distance nothing is covered.
  private let outer: Double
  private let outerSquared: Double
  /// Up to this distance pixels are fully covered.
  private let innerSquared: Double
  /// A pen thinner than a pixel never covers one fully.
  private let peak: Double

  init(
    radius: Double, width: Int, bounds: PixelBounds, bytes: UnsafeMutableBufferPointer<UInt8>,
    spans: UnsafeMutableBufferPointer<CoverageMask.Span>
  ) {
    self.bounds = bounds
    self.width = width
    self.bytes = bytes
    self.spans = spans
    outer = radius + 0.5
    outerSquared = outer * outer
    let inner = max(0, radius - 0.5)
    innerSquared = inner * inner
    peak = 255 * min(1, 2 * radius)
  }

  /// Marks one segment, whose ends lie near the bounds.
  mutating func segment(_ a: Point, _ b: Point) {
    let dx = b.x - a.x
    let dy = b.y - a.y
    let squared = dx * dx + dy * dy
    let inverse = squared > 0 ? 1 / squared : 0
    let top = max(bounds.top, CoverageMask.whole(min(a.y, b.y) - outer))
    let bottom = min(bounds.bottom, CoverageMask.whole(max(a.y, b.y) + outer) + 1)
    guard top < bottom else { return }
    // Half of the width of the slanted strip on a row, and its slope, where the strip is not too flat for one.
    let slanted = abs(dy) > 1e-3
    let slope = slanted ? dx / dy : 0
    let reach = slanted ? outer * squared.squareRoot() / abs(dy) : 0
    let low = min(a.x, b.x) - outer
    let high = max(a.x, b.x) + outer
    for y in top..<bottom {
      let py = Double(y) + 0.5 - a.y
      let center = a.x + slope * py
      let left = slanted ? max(low, center - reach) : low
      let right = slanted ? min(high, center + reach) : high
      let first = max(bounds.left, CoverageMask.whole(left))
      let end = min(bounds.right, CoverageMask.whole(right) + 1)
      guard first < end else { continue }
      spans[y].first = min(spans[y].first, first)
      spans[y].end = max(spans[y].end, end)
      for x in first..<end {
        let px = Double(x) + 0.5 - a.x
        let t = max(0, min(1, (px * dx + py * dy) * inverse))
        let ex = px - t * dx
        let ey = py - t * dy
        let distance = ex * ex + ey * ey
        guard distance < outerSquared else { continue }
        let covered = distance <= innerSquared ? 1 : min(1, outer - distance.squareRoot())
        let byte = UInt8(covered * peak + 0.5)
        let index = y * width + x
        if bytes[index] < byte { bytes[index] = byte }
      }
    }
  }
}
