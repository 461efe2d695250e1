/// Intervals, exceptional cells of heat maps, and small charts in cells.
extension MarkDrawing {
  func draw(_ intervals: Mark.Intervals, on canvas: inout some Canvas) {
    let shift = intervals.offset * scale
    let half = 6 * scale
    var bars: [[Point]] = []
    var dots: [[Point]] = []
    for index in 0..<intervals.count {
      guard let at = x.map(intervals.x[index]).map({ $0 + shift }) else { continue }
      if let low = y.map(intervals.low[index]), let high = y.map(intervals.high[index]) {
        bars.append([Point(at, low), Point(at, high)])
        bars += [low, high].map { [Point(at - half, $0), Point(at + half, $0)] }
      }
      if let middle = y.map(intervals.y[index]) { dots.append([Point(at, middle)]) }
    }
    let trend = Pen(color: intervals.color.opacity(0.35), width: 2 * scale)
    canvas.stroke([dots.joined().map(\.self)], pen: trend, clip: plot)
    canvas.stroke(bars, pen: Pen(color: intervals.color, width: 2.4 * scale), clip: plot)
    canvas.stroke(dots, pen: Pen(color: Theme.ground, width: 16 * scale), clip: plot)
    canvas.stroke(dots, pen: Pen(color: intervals.color, width: 12 * scale), clip: plot)
  }

  /// The cells of a map that are not coloured by a value, and its contours, which a light line sets off from any colour.
  func drawExceptions(of map: Mark.HeatMap, on canvas: inout some Canvas) {
    for (cells, isHatched) in [(map.blank, false), (map.hatched, true)] {
      for rect in cells.compactMap({ rect(ofCell: $0, map) }) {
        if isHatched {
          Hatching.draw(rect, scale: scale, clip: plot, on: &canvas)
        } else {
          canvas.fill(rect, color: Theme.ground, clip: plot)
        }
      }
    }
    for line in map.contours {
      var halo = line
      (halo.color, halo.width, halo.dash) = (Theme.ground.opacity(0.8), line.width + 4, [])
      draw(.line(halo), on: &canvas)
      draw(.line(line), on: &canvas)
    }
  }

  private func rect(ofCell cell: Int, _ map: Mark.HeatMap) -> Rect? {
    guard map.columns > 0, 0..<map.columns * map.rows ~= cell else { return nil }
    let (row, column) = (cell / map.columns, cell % map.columns)
    guard let left = x.map(map.xEdges[column])?.rounded(),
      let right = x.map(map.xEdges[column + 1])?.rounded(),
      let foot = y.map(map.yEdges[row])?.rounded(), let top = y.map(map.yEdges[row + 1])?.rounded()
    else { return nil }
    return Rect(x: left, y: min(foot, top), width: right - left, height: abs(foot - top))
  }

  func draw(_ multiples: Mark.Multiples, on canvas: inout some Canvas) {
    let lines = multiples.cells.flatMap(\.lines).map(Mark.line)
    let (xBounds, yBounds) = (
      AxisRange.resolve(multiples.x, values: lines.flatMap { $0.values(.x) }),
      AxisRange.resolve(multiples.y, values: lines.flatMap { $0.values(.y) })
    )
    for cell in multiples.cells {
      guard let left = x.map(Double(cell.column) - 0.5), let right = x.map(Double(cell.column) + 0.5),
        let foot = y.map(Double(cell.row) - 0.5), let top = y.map(Double(cell.row) + 0.5)
      else { continue }
      let gap = 3 * scale
      let place = Rect(
        x: (left + gap).rounded(), y: (top + gap).rounded(), width: (right - left - 2 * gap).rounded(),
        height: (foot - top - 2 * gap).rounded())
      canvas.fill(place.inset(-1, -1), color: Theme.frame, clip: plot)
      canvas.fill(place, color: Theme.ground, clip: plot)
      let inner = MarkDrawing(
        x: Scale(kind: multiples.x.scale.valid, bounds: xBounds, start: place.x, end: place.maxX),
        y: Scale(
          kind: multiples.y.scale.valid, bounds: yBounds, start: place.maxY, end: place.y, padding: 0.06),
        plot: place, scale: scale, quiet: quiet)
      for line in cell.lines { inner.draw(.line(line), on: &canvas) }
    }
  }
}

/// Slanted lines on a pale ground; those of neighbouring places are in line.
enum Hatching {
  static func draw(_ rect: Rect, scale: Double, clip: Rect?, on canvas: inout some Canvas) {
    canvas.fill(rect, color: Theme.grid, clip: clip)
    // The pen is round: its ends stay inside.
    let inner = rect.inset(scale, scale)
    let pitch = (11 * scale).rounded()
    var lines: [[Point]] = []
    // Lines x + y = n · pitch, up and to the right.
    var sum = ((inner.x + inner.y) / pitch).rounded(.up) * pitch
    while sum < inner.maxX + inner.maxY {
      let from = Point(max(inner.x, sum - inner.maxY), min(inner.maxY, sum - inner.x))
      let to = Point(min(inner.maxX, sum - inner.y), max(inner.y, sum - inner.maxX))
      lines.append([from, to])
      sum += pitch
    }
    canvas.stroke(lines, pen: Pen(color: Theme.reference, width: 1.8 * scale), clip: clip)
  }
}
