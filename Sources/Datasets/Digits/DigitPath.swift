import Numerics

/// The line that the pen follows: straight segments, first in the units of the template, then in pixels.
struct DigitPath {
  /// A straight piece of a stroke.
  struct Segment {
    var start: Point
    var end: Point
  }

  private(set) var segments: [Segment] = []

  /// Pieces of each span between two points of a stroke.
  private static let pieces = 4

  /// Room of the digit in pixels, pen included, along its longer side.
  private static let extent = 19.6

  /// The smooth line through the points of each stroke: Catmull–Rom splines whose end points count twice.
  ///
  /// A point that follows itself cuts the spline, which makes it a corner.
  init(through points: [Point], strokes: [[Int]]) {
    segments.reserveCapacity(DigitPath.pieces * strokes.reduce(0) { $0 + $1.count })
    for stroke in strokes {
      for place in 1..<stroke.count where stroke[place - 1] != stroke[place] {
        appendSpan(
          points[stroke[max(place - 2, 0)]], points[stroke[place - 1]], points[stroke[place]],
          points[stroke[min(place + 1, stroke.count - 1)]])
      }
    }
  }

  /// The span from b to c of the spline through a, b, c and d.
  private mutating func appendSpan(_ a: Point, _ b: Point, _ c: Point, _ d: Point) {
    let linear = c - a
    let quadratic = a * 2 - b * 5 + c * 4 - d
    let cubic = b * 3 - a - c * 3 + d
    var start = b
    for piece in 1...DigitPath.pieces {
      let t = Double(piece) / Double(DigitPath.pieces)
      let end = b + (linear + (quadratic + cubic * t) * t) * (t * 0.5)
      segments.append(Segment(start: start, end: end))
      start = end
    }
  }

  /// Moves the line to where MNIST has it: 20 pixels along the longer side, its centre of mass near the middle.
  ///
  /// Pixel centres are at the whole numbers, so that the middle of 28 pixels is 13.5; MNIST puts the centre at 14.
  mutating func fit(radius: Double, from stream: inout RandomStream) {
    let (low, high) = bounds
    let scale = (DigitPath.extent - 2 * radius) / max(high.x - low.x, high.y - low.y)
    let middle = centroid
    let shift = Point(x: 0.7 * (2 * stream.unit() - 1), y: 0.7 * (2 * stream.unit() - 1))
    let x = DigitPath.offset(
      14 + shift.x - scale * middle.x, keeping: scale * low.x - radius, to: scale * high.x + radius)
    let y = DigitPath.offset(
      14 + shift.y - scale * middle.y, keeping: scale * low.y - radius, to: scale * high.y + radius)
    let offset = Point(x: x, y: y)
    for index in segments.indices {
      segments[index].start = segments[index].start * scale + offset
      segments[index].end = segments[index].end * scale + offset
    }
  }

  /// The offset nearest to the given one with which ink from `low` to `high` stays within pixels 0 … 27.
  private static func offset(_ offset: Double, keeping low: Double, to high: Double) -> Double {
    min(max(offset, -low), 27 - high)
  }

  /// The smallest box around the line.
  var bounds: (low: Point, high: Point) {
    var low = segments[0].start
    var high = low
    for segment in segments {
      for point in [segment.start, segment.end] {
        low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
        high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
      }
    }
    return (low, high)
  }

  /// The mean of the segments' midpoints, each with its length.
  private var centroid: Point {
    var sum = Point(x: 0, y: 0)
    var total = 0.0
    for segment in segments {
      let step = segment.end - segment.start
      let length = (step.x * step.x + step.y * step.y).squareRoot()
      sum = sum + (segment.start + segment.end) * (0.5 * length)
      total += length
    }
    return sum * (1 / total)
  }
}
