import Numerics

/// What a panel has to say about data that it cannot show.
struct PanelFindings {
  /// In place of the plot; nil where there is something to draw.
  private(set) var message: String?
  private(set) var notes: [String] = []

  init(_ panel: Panel, x: Scale, y: Scale) {
    let data = panel.marks.filter { !$0.isEmpty }
    guard !data.isEmpty else {
      message = "no data"
      return
    }
    var finite = 0
    var hidden = 0
    var outside = 0
    var placed = 0
    for mark in data {
      let isCounted: Bool
      switch mark {
      case .line, .points, .band, .intervals: isCounted = true
      case .rule, .note, .histogram, .ridgeline, .heatMap, .multiples: isCounted = false
      }
      guard isCounted else {
        if mark.hasSomethingToShow { finite += 1 }
        placed += 1
        continue
      }
      for position in mark.positions where position.x.isFinite && position.y.isFinite {
        finite += 1
        if x.map(position.x) == nil || y.map(position.y) == nil {
          hidden += 1
        } else if !x.contains(position.x) || !y.contains(position.y) {
          outside += 1
        } else {
          placed += 1
        }
      }
    }
    guard finite > 0 else {
      message = panel.nonfiniteMessage
      return
    }
    if hidden == finite { message = "no values above 0" }
    if let ending = Self.ending(panel) { notes.append(ending) }
    if outside > 0 { notes.append(Self.count(outside, "point") + " outside") }
    if hidden > 0, hidden < finite { notes.append(Self.count(hidden, "value") + " ≤ 0 not shown") }
    for case .heatMap(let map) in data { notes += Self.cells(map) }
    for case .multiples(let grid) in data { notes += Self.charts(grid) }
  }

  /// What the cells of a map cannot show, but for those that are drawn in a way of their own.
  private static func cells(_ map: Mark.HeatMap) -> [String] {
    let bounds = map.bounds
    let exceptions = Set(map.hatched + map.blank)
    let values = map.values.indices.filter { !exceptions.contains($0) }.map { map.values[$0] }
    let finite = values.filter(\.isFinite)
    let shown = map.scale == .log ? finite.filter { $0 > 0 } : finite
    let outside = shown.count { $0 < bounds.low || $0 > bounds.high }
    return [
      (values.count - finite.count, "not finite"), (finite.count - shown.count, "≤ 0"),
      (outside, "outside"),
    ].filter { $0.0 > 0 }.map { count($0.0, "cell") + " " + $0.1 }
  }

  /// How many of the small charts have lines that leave them.
  private static func charts(_ grid: Mark.Multiples) -> [String] {
    let bounds = AxisRange.resolve(grid.y, values: grid.cells.flatMap(\.lines).flatMap(\.y))
    let leaving = grid.cells.count { cell in
      cell.lines.contains { line in
        line.y.prefix(line.drawnCount).contains { $0 < bounds.low || $0 > bounds.high }
      }
    }
    return leaving == 0 ? [] : ["\(leaving) of \(grid.cells.count) reach outside"]
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// "NaN from step 352", for the lines that end early.
  private static func ending(_ panel: Panel) -> String? {
    var lines = 0
    var ends: [(x: Double, kind: String)] = []
    for case .line(let line) in panel.marks where min(line.x.count, line.y.count) > 0 && !line.isDerived {
      lines += 1
      let end = line.drawnCount
      guard end < min(line.x.count, line.y.count) else { continue }
      let kind = line.y[end].isNaN ? "NaN" : line.y[end] > 0 ? "∞" : "−∞"
      ends.append((line.x[end], line.y[end].isFinite ? "no position" : kind))
    }
    guard let first = ends.min(by: { $0.x < $1.x }) else { return nil }
    let name = panel.x.label.isEmpty ? "x" : panel.x.label
    let place = first.x.isFinite ? " from \(name) \(PlainNumber.text(first.x))" : ""
    if ends.allSatisfy({ $0.x == first.x && $0.kind == first.kind }), ends.count == lines {
      return first.kind + place
    }
    return "\(ends.count) of \(lines) lines end: \(first.kind)\(place)"
  }
}

/// A number in running text.
enum PlainNumber {
  /// With at most four significant digits, exactly where it is a whole number.
  static func text(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "−∞" : "∞" }
    if value == value.rounded(), abs(value) < 1e7 { return NumberFormat.integer(Int(value)) }
    let exponent = Decimal.exponent(abs(value)) - 3
    let unit = Elementary.pow10(exponent)
    guard unit > 0, unit.isFinite else { return value < 0 ? "−0" : "0" }
    var tick = TickValue(mantissa: Int((value / unit).rounded()), exponent: exponent)
    while tick.mantissa.isMultiple(of: 10), tick.mantissa != 0 {
      tick = TickValue(mantissa: tick.mantissa / 10, exponent: tick.exponent + 1)
    }
    return NumberFormat.linear([tick]).text(tick)
  }
}
