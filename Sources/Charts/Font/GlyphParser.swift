/// Reads the strokes of a glyph from text.
///
/// `M x y` starts a stroke; `L x y …` draws straight lines; `C` cubic curves; `P x y` a dot. `H x y …` and `V x y …`
/// draw quarters of a rounded oval to the given points: the first leaves horizontally (H) or vertically (V) and arrives
/// at a right angle to that, the next goes on from there, in turn.
struct GlyphParser {
  /// How far a quarter's handles reach; 0.552 is a circle, more is squarer.
  private static let roundness = 0.585
  private static let pieces = 9

  private var strokes: [[Point]] = []
  private var current = Point(0, 0)

  /// The strokes, or nil where the text is malformed.
  static func strokes(_ tokens: some Collection<Substring>) -> [[Point]]? {
    var parser = GlyphParser()
    var numbers: [Double] = []
    var command = Character("M")
    for token in tokens {
      if let number = Double(token) {
        numbers.append(number)
      } else {
        guard parser.run(command, numbers), let next = token.first, token.count == 1 else { return nil }
        command = next
        numbers = []
      }
    }
    return parser.run(command, numbers) ? parser.strokes : nil
  }

  private mutating func run(_ command: Character, _ numbers: [Double]) -> Bool {
    guard numbers.count.isMultiple(of: command == "C" ? 6 : 2) else { return false }
    let points = stride(from: 0, to: numbers.count, by: 2).map { Point(numbers[$0], numbers[$0 + 1]) }
    switch command {
    case "M": points.forEach { start($0) }
    case "L": points.forEach { line($0) }
    case "C":
      stride(from: 0, to: points.count, by: 3).forEach { curve(points[$0], points[$0 + 1], points[$0 + 2]) }
    case "H": quarters(points, horizontal: true)
    case "V": quarters(points, horizontal: false)
    case "P": points.forEach { dot($0) }
    default: return false
    }
    return true
  }

  private mutating func start(_ point: Point) {
    strokes.append([point])
    current = point
  }

  private mutating func line(_ point: Point) {
    guard !strokes.isEmpty else { return start(point) }
    strokes[strokes.count - 1].append(point)
    current = point
  }

  private mutating func quarters(_ points: [Point], horizontal: Bool) {
    var horizontal = horizontal
    let k = Self.roundness
    for end in points {
      let from = current
      let dx = (end.x - from.x) * k
      let dy = (end.y - from.y) * k
      if horizontal {
        curve(Point(from.x + dx, from.y), Point(end.x, end.y - dy), end)
      } else {
        curve(Point(from.x, from.y + dy), Point(end.x - dx, end.y), end)
      }
      horizontal.toggle()
    }
  }

  private mutating func curve(_ b: Point, _ c: Point, _ end: Point) {
    let a = current
    for piece in 1...Self.pieces {
      let t = Double(piece) / Double(Self.pieces)
      let s = 1 - t
      let (wa, wb, wc, wd) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
      line(
        Point(
          wa * a.x + wb * b.x + wc * c.x + wd * end.x,
          wa * a.y + wb * b.y + wc * c.y + wd * end.y))
    }
  }

  /// A dot a little wider than the pen.
  private mutating func dot(_ point: Point) {
    let r = 1.7
    start(Point(point.x - r, point.y))
    line(Point(point.x, point.y + r))
    line(Point(point.x + r, point.y))
    line(Point(point.x, point.y - r))
    line(Point(point.x - r, point.y))
  }
}
