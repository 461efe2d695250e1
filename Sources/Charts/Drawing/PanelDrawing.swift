/// Draws one panel: grid, marks, frame, ticks, and the texts around the plot.
struct PanelDrawing {
  let panel: Panel
  let place: PanelPlace
  let x: Scale
  let y: Scale
  let findings: PanelFindings

  init(panel: Panel, place: PanelPlace, x: AxisRange.Bounds, y: AxisRange.Bounds) {
    self.panel = panel
    self.place = place
    self.x = PanelScales.x(panel, x, plot: place.plot, scale: place.scale, isPadded: place.padsX)
    self.y = PanelScales.y(panel, y, plot: place.plot, scale: place.scale)
    findings = PanelFindings(panel, x: self.x, y: self.y)
  }

  func draw(on canvas: inout some Canvas) {
    strip(on: &canvas)
    let axes = AxesDrawing(panel: panel, place: place, x: x, y: y)
    if let message = findings.message {
      frame(on: &canvas)
      axes.sharedLabels(on: &canvas)
      sharedBar(on: &canvas)
      let style = Theme.label(place.scale)
      let grey = TextStyle(size: style.size, color: Theme.grey)
      let text = TextFitting.elided(message, style: grey, width: place.plot.width - 16 * place.scale)
      let center = Point(place.plot.midX, place.plot.midY + 0.36 * grey.size)
      canvas.text(TextRun(text, at: center, anchor: .middle, style: grey))
      return
    }
    axes.grid(on: &canvas)
    let quiet = QuietPlace(panel: panel, x: x, y: y)
    let drawing = MarkDrawing(x: x, y: y, plot: place.plot, scale: place.scale, quiet: quiet)
    for mark in panel.marks { drawing.draw(mark, on: &canvas) }
    frame(on: &canvas)
    axes.labels(on: &canvas)
    if place.directLabels { DirectLabels(self).draw(on: &canvas) }
    innerNotes(on: &canvas)
  }

  /// The colour bar that a panel without a plot bears for others of its row.
  private func sharedBar(on canvas: inout some Canvas) {
    for map in panel.heatMaps where map.range != nil {
      MarkDrawing(
        x: x, y: y, plot: place.plot, scale: place.scale, quiet: QuietPlace(panel: panel, x: x, y: y)
      )
      .colorBar(map, on: &canvas)
    }
  }

  private func frame(on canvas: inout some Canvas) {
    let line = max(1, (1.6 * place.scale).rounded())
    let plot = place.plot
    for edge in [
      Rect(x: plot.x - line, y: plot.y - line, width: plot.width + 2 * line, height: line),
      Rect(x: plot.x - line, y: plot.maxY, width: plot.width + 2 * line, height: line),
      Rect(x: plot.x - line, y: plot.y, width: line, height: plot.height),
      Rect(x: plot.maxX, y: plot.y, width: line, height: plot.height),
    ] { canvas.fill(edge, color: Theme.frame) }
  }

  // MARK: Texts above and inside the plot

  private var notes: [String] { findings.notes + panel.notes.filter { !$0.isEmpty } }

  /// Heading and title at the left, as many notes as fit at the right.
  private func strip(on canvas: inout some Canvas) {
    let scale = place.scale
    if !place.heading.isEmpty {
      canvas.text(TextRun(place.heading, at: place.headingStart, style: Theme.row(scale)))
    }
    if !panel.title.isEmpty {
      canvas.text(TextRun(title, at: Point(place.plot.x, place.stripBaseline), style: titleStyle))
    }
    guard stripNotes > 0 else { return }
    let text = notes.prefix(stripNotes).joined(separator: " · ")
    let end = Point(place.plot.maxX, place.stripBaseline)
    canvas.text(TextRun(text, at: end, anchor: .end, style: Theme.note(scale)))
  }

  private var titleStyle: TextStyle {
    TextStyle(size: Theme.label(place.scale).size, weight: .bold, color: Theme.ink)
  }

  private var title: String { TextFitting.elided(panel.title, style: titleStyle, width: place.plot.width) }

  /// How many of the notes stand above the plot.
  private var stripNotes: Int {
    let style = Theme.note(place.scale)
    let titled = panel.title.isEmpty ? 0 : StrokeFont.width(of: title, style: titleStyle) + 20 * place.scale
    let room = place.plot.maxX - max(place.stripLeft, place.plot.x + titled)
    var count = notes.count
    while count > 0,
      StrokeFont.width(of: notes.prefix(count).joined(separator: " · "), style: style) > room
    { count -= 1 }
    return count
  }

  /// The other notes stand in the corner of the plot with the least data.
  private func innerNotes(on canvas: inout some Canvas) {
    let rest = notes.dropFirst(stripNotes)
    guard !rest.isEmpty else { return }
    let style = Theme.note(place.scale)
    let inner = place.plot.inset(10 * place.scale, 8 * place.scale)
    let lines = rest.flatMap { TextFitting.wrapped($0, style: style, width: inner.width) }
    let width = lines.map { StrokeFont.width(of: $0, style: style) }.max() ?? 0
    let height = Double(lines.count) * style.size * 1.3
    let box = QuietPlace(panel: panel, x: x, y: y).corner(of: inner, width: width, height: height)
    canvas.fill(
      box.inset(-6 * place.scale, -4 * place.scale), color: Theme.ground.opacity(0.8), clip: place.plot)
    for (index, line) in lines.enumerated() {
      let baseline = box.y + style.size * (0.95 + 1.3 * Double(index))
      canvas.text(TextRun(line, at: Point(box.x, baseline), style: style))
    }
  }
}
