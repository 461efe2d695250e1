/// The exact signed area of a polygon in each pixel, as differences along the rows.
///
/// A running sum over a row gives the covered share of its pixels. The method is that of font-rs (Levien, 2016).
struct PolygonArea {
  let left: Int
  let top: Int
  let width: Int
  let height: Int
  let stride: Int
  private(set) var cells: [Double]

  /// Nil where no part of the polygon lies inside the bounds.
  init?(_ polygon: [Point], bounds: PixelBounds) {
    guard bounds.left < bounds.right, bounds.top < bounds.bottom else { return nil }
    let points = Self.clip(polygon, to: bounds.rect)
    guard points.count > 2, let first = points.first else { return nil }
    var low = first
    var high = first
    for point in points {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    left = CoverageMask.whole(low.x)
    top = CoverageMask.whole(low.y)
    width = min(bounds.right, CoverageMask.whole(high.x) + 1) - left
    height = min(bounds.bottom, CoverageMask.whole(high.y) + 1) - top
    guard width > 0, height > 0 else { return nil }
    stride = width + 2
    cells = [Double](repeating: 0, count: stride * (height + 1))
    var previous = points[points.count - 1]
    for point in points {
      edge(
        Point(previous.x - Double(left), previous.y - Double(top)),
        Point(point.x - Double(left), point.y - Double(top)))
      previous = point
    }
  }

  private mutating func edge(_ from: Point, _ to: Point) {
    guard from.y != to.y else { return }
    let sign: Double = from.y < to.y ? 1 : -1
    let (upper, lower) = from.y < to.y ? (from, to) : (to, from)
    let slope = (lower.x - upper.x) / (lower.y - upper.y)
    var x = upper.x
    for row in Int(upper.y)...min(height, Int(lower.y)) {
      let rise = min(Double(row + 1), lower.y) - max(Double(row), upper.y)
      guard rise > 0 else { continue }
      let next = x + slope * rise
      span(row: row, from: min(x, next), to: max(x, next), amount: rise * sign)
      x = next
    }
  }

  /// Adds a piece of an edge that crosses one row between two columns.
  private mutating func span(row: Int, from: Double, to: Double, amount: Double) {
    let first = max(0, min(width, Int(from)))
    let last = max(first, min(width, Int(to)))
    let base = row * stride
    guard first < last else {
      let share = (from + to) / 2 - Double(first)
      cells[base + first] += amount * (1 - share)
      cells[base + first + 1] += amount * share
      return
    }
    // The share of the piece in each column, and where in the column its middle lies.
    let inverse = 1 / (to - from)
    for column in first...last {
      let begin = max(from, Double(column))
      let end = column == last ? to : Double(column + 1)
      let part = amount * (end - begin) * inverse
      let share = (begin + end) / 2 - Double(column)
      cells[base + column] += part * (1 - share)
      cells[base + column + 1] += part * share
    }
  }

  /// The polygon inside a rectangle (Sutherland and Hodgman, 1974).
  private static func clip(_ polygon: [Point], to rect: Rect) -> [Point] {
    var points = polygon
    points = clip(points) { $0.x - rect.x }
    points = clip(points) { rect.maxX - $0.x }
    points = clip(points) { $0.y - rect.y }
    points = clip(points) { rect.maxY - $0.y }
    return points.map { Point(max(rect.x, min(rect.maxX, $0.x)), max(rect.y, min(rect.maxY, $0.y))) }
  }

  private static func clip(_ points: [Point], _ inside: (Point) -> Double) -> [Point] {
    guard var previous = points.last else { return [] }
    var kept: [Point] = []
    kept.reserveCapacity(points.count + 4)
    for point in points {
      let a = inside(previous)
      let b = inside(point)
      if (a < 0) != (b < 0) {
        let t = a / (a - b)
        kept.append(Point(previous.x + t * (point.x - previous.x), previous.y + t * (point.y - previous.y)))
      }
      if b >= 0 { kept.append(point) }
      previous = point
    }
    return kept
  }
}
