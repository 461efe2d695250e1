/// Grid, ticks and labels of a panel's axes.
struct AxesDrawing {
  let panel: Panel
  let place: PanelPlace
  let x: Scale
  let y: Scale
  private let xTicks: Ticks
  private let yTicks: Ticks

  init(panel: Panel, place: PanelPlace, x: Scale, y: Scale) {
    self.panel = panel
    self.place = place
    self.x = x
    self.y = y
    xTicks = PanelScales.xTicks(panel, x, style: Theme.tick(place.scale))
    yTicks = PanelScales.yTicks(panel, y, plot: place.plot, scale: place.scale)
  }

  private var hair: Double { max(1, (1.5 * place.scale).rounded()) }

  /// The left or top edge of a hairline around a position, on whole pixels.
  private func snapped(_ position: Double) -> Double { (position - hair / 2).rounded() }

  func grid(on canvas: inout some Canvas) {
    let plot = place.plot
    for value in xTicks.major.map(\.value) {
      guard let at = x.map(value) else { continue }
      let line = Rect(x: snapped(at), y: plot.y, width: hair, height: plot.height)
      canvas.fill(line, color: Theme.grid, clip: plot)
    }
    for value in yTicks.major.map(\.value) {
      guard let at = y.map(value) else { continue }
      let line = Rect(x: plot.x, y: snapped(at), width: plot.width, height: hair)
      canvas.fill(line, color: Theme.grid, clip: plot)
    }
  }

  func labels(on canvas: inout some Canvas) {
    labels(x: place.showsX, y: place.showsY, on: &canvas)
  }

  /// The labels that a panel without a plot bears for others that share its axes.
  func sharedLabels(on canvas: inout some Canvas) {
    labels(x: place.showsX && x.bounds.isKnown, y: place.showsY && y.bounds.isKnown, on: &canvas)
  }

  private func labels(x: Bool, y: Bool, on canvas: inout some Canvas) {
    if x {
      xMarks(on: &canvas)
      xLabels(on: &canvas)
    }
    if y {
      yMarks(on: &canvas)
      yLabels(on: &canvas)
    }
  }

  /// Short strokes outside the frame; shorter ones for minor ticks.
  private func xMarks(on canvas: inout some Canvas) {
    for (values, length) in marks(xTicks) {
      for at in values.compactMap(x.map) {
        let mark = Rect(x: snapped(at), y: place.plot.maxY + hair, width: hair, height: length)
        canvas.fill(mark, color: Theme.frame)
      }
    }
  }

  private func yMarks(on canvas: inout some Canvas) {
    for (values, length) in marks(yTicks) {
      for at in values.compactMap(y.map) {
        let left = place.plot.x - hair - length
        canvas.fill(Rect(x: left, y: snapped(at), width: length, height: hair), color: Theme.frame)
      }
    }
  }

  private func marks(_ ticks: Ticks) -> [(values: [Double], length: Double)] {
    [(ticks.major.map(\.value), (7 * place.scale).rounded()), (ticks.minor, (4 * place.scale).rounded())]
  }

  private func xLabels(on canvas: inout some Canvas) {
    let plot = place.plot
    let style = Theme.tick(place.scale)
    let overhang = 14 * place.scale
    for tick in xTicks.major {
      guard let at = x.map(tick.value) else { continue }
      let half = StrokeFont.width(of: tick.label, style: style) / 2
      let center = min(max(at, plot.x - overhang + half), plot.maxX + overhang - half)
      let baseline = plot.maxY + 33 * place.scale
      canvas.text(TextRun(tick.label, at: Point(center, baseline), anchor: .middle, style: style))
    }
    guard !panel.x.label.isEmpty else { return }
    let label = TextFitting.elided(panel.x.label, style: Theme.label(place.scale), width: plot.width)
    let origin = Point(plot.midX, plot.maxY + 66 * place.scale)
    canvas.text(TextRun(label, at: origin, anchor: .middle, style: Theme.label(place.scale)))
  }

  private func yLabels(on canvas: inout some Canvas) {
    let plot = place.plot
    let style = Theme.tick(place.scale)
    var widest = 0.0
    for tick in yTicks.major {
      guard let at = y.map(tick.value) else { continue }
      widest = max(widest, StrokeFont.width(of: tick.label, style: style))
      let origin = Point(plot.x - 14 * place.scale, at + 0.35 * style.size)
      canvas.text(TextRun(tick.label, at: origin, anchor: .end, style: style))
    }
    guard !panel.y.label.isEmpty else { return }
    let label = TextFitting.elided(panel.y.label, style: Theme.label(place.scale), width: plot.height)
    let center = Point(plot.x - widest - 26 * place.scale, plot.midY)
    canvas.text(TextRun(label, at: center, anchor: .middle, style: Theme.label(place.scale), turned: true))
  }
}
