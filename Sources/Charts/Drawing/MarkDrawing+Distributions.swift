import Numerics

/// Histograms, ridgelines and heat maps.
extension MarkDrawing {
  /// The outline of counts over bins, from base line to base line; counts that the scale cannot show lie on it.
  private func steps(_ edges: [Double], _ counts: [Double], base: Double, height: (Double) -> Double?)
    -> [Point]
  {
    var outline: [Point] = []
    for bin in 0..<min(counts.count, max(0, edges.count - 1)) {
      guard let left = x.map(edges[bin]), let right = x.map(edges[bin + 1]) else { continue }
      let top = height(counts[bin]) ?? base
      if outline.isEmpty { outline.append(Point(left, base)) }
      outline.append(Point(left, top))
      outline.append(Point(right, top))
    }
    if let last = outline.last { outline.append(Point(last.x, base)) }
    return outline
  }

  func draw(_ histogram: Mark.Histogram, on canvas: inout some Canvas) {
    let base = y.map(0) ?? plot.maxY
    let outline = steps(histogram.edges, histogram.counts, base: base, height: y.map)
    guard outline.count > 2 else { return }
    let color = histogram.color.opacity(histogram.opacity)
    if histogram.isFilled {
      canvas.fill(outline, color: color.opacity(0.45), clip: plot)
    }
    canvas.stroke([outline], pen: Pen(color: color, width: histogram.width * scale), clip: plot)
  }

  /// A line over the middles of the bins, upright at both ends: stairs behind each other would look like a wall.
  private func hills(_ edges: [Double], _ counts: [Double], base: Double, height: (Double) -> Double)
    -> [Point]
  {
    let at = edges.compactMap(x.map)
    guard at.count == edges.count, counts.count == edges.count - 1, let start = at.first, let end = at.last,
      let first = counts.first, let last = counts.last
    else { return [] }
    let tops = counts.indices.map { Point((at[$0] + at[$0 + 1]) / 2, height(counts[$0])) }
    return [Point(start, base), Point(start, height(first))] + tops
      + [Point(end, height(last)), Point(end, base)]
  }

  func draw(_ ridgeline: Mark.Ridgeline, on canvas: inout some Canvas) {
    let slices = ridgeline.slices.sorted { $0.position > $1.position }
    let bases = slices.compactMap { y.map($0.position) }
    let gaps = zip(bases, bases.dropFirst()).map { abs($1 - $0) }.filter { $0 > 0 }.sorted()
    let spacing = gaps.isEmpty ? plot.height / 2 : gaps[gaps.count / 2]
    let height = ridgeline.isLogarithmic ? { Elementary.log10(1 + $0) } : { (count: Double) in count }
    let highest = height(slices.flatMap(\.counts).filter(\.isFinite).max() ?? 0)
    guard highest > 0 else { return }
    // Outlines as wide as the base lines are apart would leave nothing to see.
    let outlineWidth = min(1.6 * scale, max(0.5 * scale, 0.35 * spacing))
    for slice in slices {
      guard let base = y.map(slice.position), let first = slice.counts.firstIndex(where: { $0 > 0 }),
        let last = slice.counts.lastIndex(where: { $0 > 0 }), last + 1 < slice.edges.count
      else { continue }
      let counts = Array(slice.counts[first...last])
      let crest = hills(Array(slice.edges[first...(last + 1)]), counts, base: base) { count in
        count.isFinite ? base - height(count) / highest * spacing * ridgeline.overlap : base
      }
      guard crest.count > 2 else { continue }
      canvas.fill(crest, color: slice.color, clip: plot)
      canvas.stroke([crest], pen: Pen(color: Theme.ground, width: outlineWidth), clip: plot)
    }
  }

  func draw(_ map: Mark.HeatMap, on canvas: inout some Canvas) {
    // 0 … 1 along the ramp.
    let shades = Scale(kind: map.scale.valid, bounds: map.bounds, start: 0, end: 1)
    for row in 0..<map.rows {
      guard let foot = y.map(map.yEdges[row])?.rounded(), let top = y.map(map.yEdges[row + 1])?.rounded()
      else { continue }
      for column in 0..<map.columns {
        guard let left = x.map(map.xEdges[column])?.rounded(),
          let right = x.map(map.xEdges[column + 1])?.rounded()
        else { continue }
        let value = map.values[row * map.columns + column]
        let color = shades.map(value).map(Palette.ramp) ?? Theme.frame
        canvas.fill(
          Rect(x: left, y: min(foot, top), width: right - left, height: abs(foot - top)), color: color,
          clip: plot)
      }
    }
    drawExceptions(of: map, on: &canvas)
    colorBar(map, on: &canvas)
  }

  func colorBar(_ map: Mark.HeatMap, on canvas: inout some Canvas) {
    guard map.showsBar else { return }
    let bar = Rect(
      x: (plot.maxX + 14 * scale).rounded(), y: plot.y, width: (16 * scale).rounded(), height: plot.height)
    RampBar.vertical(bar, on: &canvas)
    let style = Theme.note(scale)
    let axis = Scale(kind: map.scale.valid, bounds: map.bounds, start: bar.maxY, end: bar.y)
    for tick in axis.ticks(limit: max(2, Int(bar.height / (42 * scale)))).major {
      guard let at = axis.map(tick.value) else { continue }
      let baseline = min(max(at + 0.35 * style.size, bar.y + 0.75 * style.size), bar.maxY)
      canvas.text(TextRun(tick.label, at: Point(bar.maxX + 8 * scale, baseline), style: style))
    }
    guard !map.label.isEmpty else { return }
    let text = TextFitting.elided(map.label, style: style, width: plot.height)
    let origin = Point(bar.maxX + 92 * scale, plot.midY)
    canvas.text(TextRun(text, at: origin, anchor: .middle, style: style, turned: true))
  }
}
