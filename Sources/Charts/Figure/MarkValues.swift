/// What a panel must know of a mark before it can be placed.
extension Mark {
  enum Dimension: Sendable {
    case x
    case y
  }

  /// The values that the axis should reach.
  func values(_ dimension: Dimension) -> [Double] {
    switch self {
    case .line(let line): Array((dimension == .x ? line.x : line.y).prefix(line.drawnCount))
    case .band(let band): dimension == .x ? band.x : band.low + band.high
    case .points(let points): dimension == .x ? points.x : points.y
    case .rule(let rule):
      rule.extendsRange && (rule.direction == .horizontal) == (dimension == .y) ? [rule.value] : []
    case .note: []
    case .histogram(let histogram): dimension == .x ? histogram.edges : histogram.heights
    case .ridgeline(let ridgeline): dimension == .x ? ridgeline.slices.flatMap(\.edges) : ridgeline.reach
    case .heatMap(let map): dimension == .x ? map.xEdges : map.yEdges
    case .intervals(let points): dimension == .x ? points.x : points.y + points.low + points.high
    case .multiples(let grid): [-0.5, Double(dimension == .x ? grid.columns : grid.rows) - 0.5]
    }
  }

  /// Whether there is anything to draw, finite or not.
  var isEmpty: Bool {
    switch self {
    case .line(let line): min(line.x.count, line.y.count) == 0
    case .band(let band): band.count == 0
    case .points(let points): min(points.x.count, points.y.count) == 0
    case .intervals(let points): points.count == 0
    case .rule, .note: true
    case .multiples(let grid): grid.cells.allSatisfy { $0.lines.allSatisfy { Mark.line($0).isEmpty } }
    case .histogram(let histogram): histogram.bins == 0
    case .ridgeline(let ridgeline):
      ridgeline.slices.allSatisfy { min($0.counts.count, $0.edges.count - 1) < 1 }
    case .heatMap(let map): map.columns * map.rows == 0
    }
  }

  /// Whether any of it can be drawn.
  var hasSomethingToShow: Bool {
    if case .heatMap(let map) = self {
      let hasValue = map.values.contains { $0.isFinite && (map.scale != .log || $0 > 0) }
      return hasValue || !map.hatched.isEmpty || !map.blank.isEmpty
    }
    if case .multiples(let grid) = self {
      return grid.cells.contains { $0.lines.contains { $0.drawnCount > 0 } }
    }
    return values(.x).contains(where: \.isFinite)
  }

  /// Positions that the axes can show or fail to show, as pairs (x, y).
  var positions: [(x: Double, y: Double)] {
    switch self {
    case .line(let line): (0..<line.drawnCount).map { (line.x[$0], line.y[$0]) }
    case .points(let points): zip(points.x, points.y).map { ($0, $1) }
    case .band(let band):
      (0..<band.count).flatMap { [(band.x[$0], band.low[$0]), (band.x[$0], band.high[$0])] }
    case .intervals(let points):
      (0..<points.count).flatMap { index in
        [points.y, points.low, points.high].map { (points.x[index], $0[index]) }
      }
    case .rule, .note, .histogram, .ridgeline, .heatMap, .multiples: []
    }
  }

  /// Name and colour for a legend; nil for marks without a name.
  var legend: Sheet.LegendEntry? {
    switch self {
    case .line(let line) where !line.label.isEmpty: .line(line.label, line.color, dash: line.dash)
    case .band(let band) where !band.label.isEmpty:
      .init(label: band.label, swatch: .box(band.color.opacity(band.opacity)))
    case .points(let points) where !points.label.isEmpty:
      .init(label: points.label, swatch: .point(points.color))
    case .intervals(let points) where !points.label.isEmpty:
      .init(label: points.label, swatch: .point(points.color))
    case .histogram(let histogram) where !histogram.label.isEmpty:
      .init(label: histogram.label, swatch: .box(histogram.color.opacity(histogram.opacity)))
    default: nil
    }
  }
}

extension Mark.Line {
  /// How many points come before the first that is not finite.
  var drawnCount: Int {
    let count = min(x.count, y.count)
    return (0..<count).first { !x[$0].isFinite || !y[$0].isFinite } ?? count
  }
}

extension Mark.Band {
  var count: Int { min(x.count, low.count, high.count) }
}

extension Mark.Histogram {
  var bins: Int { max(0, min(counts.count, edges.count - 1)) }

  /// The counts and the base line: 0, and on a logarithmic axis, which has no 0, half of the least count above it.
  var heights: [Double] {
    let least = counts.filter { $0 > 0 }.min()
    return counts + [0] + (least.map { [$0 / 2] } ?? [])
  }
}

extension Mark.HeatMap {
  var columns: Int { max(0, xEdges.count - 1) }
  var rows: Int { columns == 0 ? 0 : max(0, min(yEdges.count - 1, values.count / columns)) }

  /// What the colours span: the given range, or that of the values which the scale can show.
  var bounds: AxisRange.Bounds {
    let rule = range.map { Axis.Range.fixed($0.low, $0.high) } ?? .data
    return AxisRange.resolve(Axis(scale: scale.valid, range: rule), values: values)
  }
}

extension Mark.Ridgeline {
  /// The base lines, and room above the last for its bins.
  var reach: [Double] {
    let positions = slices.map(\.position).filter(\.isFinite).sorted()
    guard let last = positions.last else { return [] }
    return positions + [last + spacing(positions) * overlap]
  }

  /// The median distance of neighbouring slices; 1 for a single one.
  func spacing(_ sorted: [Double]) -> Double {
    let gaps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.sorted()
    return gaps.isEmpty ? 1 : gaps[gaps.count / 2]
  }
}
