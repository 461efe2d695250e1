/// Draws marks inside one plot.
struct MarkDrawing {
  let x: Scale
  let y: Scale
  let plot: Rect
  let scale: Double
  let quiet: QuietPlace

  func draw(_ mark: Mark, on canvas: inout some Canvas) {
    switch mark {
    case .line(let line): draw(line, on: &canvas)
    case .band(let band): draw(band, on: &canvas)
    case .points(let points): draw(points, on: &canvas)
    case .rule(let rule): draw(rule, on: &canvas)
    case .note(let note): draw(note, on: &canvas)
    case .histogram(let histogram): draw(histogram, on: &canvas)
    case .ridgeline(let ridgeline): draw(ridgeline, on: &canvas)
    case .heatMap(let map): draw(map, on: &canvas)
    case .intervals(let intervals): draw(intervals, on: &canvas)
    case .multiples(let multiples): draw(multiples, on: &canvas)
    }
  }

  func point(_ x: Double, _ y: Double) -> Point? {
    guard let px = self.x.map(x), let py = self.y.map(y) else { return nil }
    return Point(px, py)
  }

  // MARK: Lines

  private func draw(_ line: Mark.Line, on canvas: inout some Canvas) {
    let count = line.drawnCount
    var paths: [[Point]] = []
    var path: [Point] = []
    for index in 0..<count {
      if let point = point(line.x[index], line.y[index]) {
        path.append(point)
      } else if !path.isEmpty {
        paths.append(Decimation.thinned(path))
        path = []
      }
    }
    if !path.isEmpty { paths.append(Decimation.thinned(path)) }
    let pen = Pen(color: line.color.opacity(line.opacity), width: line.width * scale, dash: line.dash)
    canvas.stroke(paths, pen: pen, clip: plot)
    if count < min(line.x.count, line.y.count), let last = paths.last?.last {
      endMarker(at: last, color: line.color, on: &canvas)
    }
  }

  /// A cross where a line stops being finite, at the plot's edge if the last value lies outside.
  private func endMarker(at point: Point, color: Color, on canvas: inout some Canvas) {
    let r = 7 * scale
    let room = plot.inset(r + 2 * scale, r + 2 * scale)
    let center = Point(min(room.maxX, max(room.x, point.x)), min(room.maxY, max(room.y, point.y)))
    let arms = [
      [Point(center.x - r, center.y - r), Point(center.x + r, center.y + r)],
      [Point(center.x - r, center.y + r), Point(center.x + r, center.y - r)],
    ]
    canvas.stroke(arms, pen: Pen(color: Theme.ground, width: 8 * scale), clip: plot)
    canvas.stroke(arms, pen: Pen(color: color, width: 3.6 * scale), clip: plot)
  }

  private func draw(_ band: Mark.Band, on canvas: inout some Canvas) {
    var upper: [Point] = []
    var lower: [Point] = []
    func flush(_ canvas: inout some Canvas) {
      if upper.count > 1 {
        canvas.fill(upper + lower.reversed(), color: band.color.opacity(band.opacity), clip: plot)
      }
      upper = []
      lower = []
    }
    for index in 0..<band.count {
      if let low = point(band.x[index], band.low[index]), let high = point(band.x[index], band.high[index]) {
        lower.append(low)
        upper.append(high)
      } else {
        flush(&canvas)
      }
    }
    flush(&canvas)
  }

  private func draw(_ points: Mark.Points, on canvas: inout some Canvas) {
    let dots = zip(points.x, points.y).compactMap { point($0, $1) }.map { [$0] }
    let pen = Pen(color: points.color.opacity(points.opacity), width: points.size * scale)
    canvas.stroke(dots, pen: pen, clip: plot)
  }

  // MARK: References

  private func draw(_ rule: Mark.Rule, on canvas: inout some Canvas) {
    let style = TextStyle(size: Theme.note(scale).size, color: rule.color.readable)
    let pen = Pen(color: rule.color, width: 2 * scale, dash: [3, 3])
    let text = TextFitting.elided(rule.label, style: style, width: plot.width * 0.8)
    switch rule.direction {
    case .horizontal:
      guard let at = y.map(rule.value), at >= plot.y, at <= plot.maxY else { return }
      canvas.stroke([[Point(plot.x, at), Point(plot.maxX, at)]], pen: pen, clip: plot)
      let above = at - plot.y > style.size * 1.3
      let baseline = above ? at - 0.3 * style.size : at + 0.95 * style.size
      let origin = Point(plot.maxX - 8 * scale, baseline)
      label(TextRun(text, at: origin, anchor: .end, style: style), on: &canvas)
    case .vertical:
      guard let at = x.map(rule.value), at >= plot.x, at <= plot.maxX else { return }
      canvas.stroke([[Point(at, plot.y), Point(at, plot.maxY)]], pen: pen, clip: plot)
      let isLeft = at < plot.midX
      let runs = [plot.y + 1.05 * style.size, plot.midY, plot.maxY - 0.5 * style.size].map {
        let origin = Point(at + (isLeft ? 8 : -8) * scale, $0)
        return TextRun(text, at: origin, anchor: isLeft ? .start : .end, style: style)
      }
      if let run = quiet.best(runs) { label(run, on: &canvas) }
    }
  }

  private func draw(_ note: Mark.Note, on canvas: inout some Canvas) {
    guard let at = point(note.x, note.y), plot.contains(at) else { return }
    let style = TextStyle(size: Theme.note(scale).size, color: note.color.readable)
    let text = TextFitting.elided(note.text, style: style, width: plot.width - 12 * scale)
    let half = StrokeFont.width(of: text, style: style) / 2
    let x = min(max(at.x, plot.x + 6 * scale + half), plot.maxX - 6 * scale - half)
    let y = min(max(at.y, plot.y + style.size), plot.maxY - 0.35 * style.size)
    label(TextRun(text, at: Point(x, y), anchor: .middle, style: style), on: &canvas)
  }

  /// Text on a light plate, so that it can be read over a grid or a line.
  private func label(_ run: TextRun, on canvas: inout some Canvas) {
    guard !run.text.isEmpty else { return }
    canvas.fill(run.box.inset(-4 * scale, 4 * scale), color: Theme.ground.opacity(0.75), clip: plot)
    canvas.text(run)
  }
}
