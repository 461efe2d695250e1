/// Everything of a sheet but its panels: titles, legend, column headings, footnotes.
struct HeaderDrawing {
  let layout: SheetLayout
  /// Of the first row.
  let plots: [Rect]

  mutating func draw(on canvas: inout some Canvas) {
    let scale = layout.scale
    var y = 30 * scale
    y = lines(layout.titles, Theme.title(scale), x: layout.margin, top: y, on: &canvas)
    y = lines(layout.subtitles, Theme.subtitle(scale), x: layout.margin, top: y, on: &canvas)
    legend(top: y + 10 * scale, on: &canvas)
    for (column, plot) in plots.enumerated() where column < layout.columnTitles.count {
      let top = lines(
        layout.columnTitles[column], Theme.column(scale), x: plot.x, top: layout.columnTop, on: &canvas)
      _ = lines(layout.columnNotes[column], Theme.columnNote(scale), x: plot.x, top: top, on: &canvas)
    }
    _ = lines(layout.footnotes, Theme.note(scale), x: layout.margin, top: layout.footnoteTop, on: &canvas)
  }

  /// Draws lines of text under each other; returns the top of what may follow.
  private func lines(
    _ lines: [String], _ style: TextStyle, x: Double, top: Double, on canvas: inout some Canvas
  ) -> Double {
    var y = top
    for line in lines {
      canvas.text(TextRun(line, at: Point(x, y + style.size), style: style))
      y += layout.line(style)
    }
    return y
  }

  private func legend(top: Double, on canvas: inout some Canvas) {
    for placed in layout.legend.entries {
      let x = layout.margin + placed.x
      let middle = top + (Double(placed.row) + 0.5) * layout.legend.rowHeight
      let baseline = middle + 0.36 * layout.legend.style.size
      swatch(placed, x: x + placed.swatchX, middle: middle, baseline: baseline, on: &canvas)
      let text = Point(x + placed.labelX, baseline)
      canvas.text(TextRun(placed.label, at: text, style: layout.legend.style))
    }
  }

  private func swatch(
    _ placed: LegendLayout.Placed, x: Double, middle: Double, baseline: Double, on canvas: inout some Canvas
  ) {
    let scale = layout.scale
    let style = layout.legend.style
    switch placed.entry.swatch {
    case .line(let color, let dash):
      let pen = Pen(color: color, width: 5 * scale, dash: dash)
      canvas.stroke(
        [[Point(x + 3 * scale, middle), Point(x + placed.swatchWidth, middle)]], pen: pen, clip: nil)
    case .box(let color):
      canvas.fill(
        Rect(x: x, y: middle - 9 * scale, width: placed.swatchWidth, height: 18 * scale), color: color)
    case .cell(let isHatched):
      let box = Rect(
        x: x.rounded(), y: (middle - 11 * scale).rounded(), width: placed.swatchWidth.rounded(),
        height: (22 * scale).rounded())
      canvas.fill(box.inset(-1, -1), color: Theme.frame)
      if isHatched {
        Hatching.draw(box, scale: scale, clip: nil, on: &canvas)
      } else {
        canvas.fill(box, color: Theme.ground)
      }
    case .point(let color):
      let center = Point(x + 9 * scale, middle)
      canvas.stroke([[center]], pen: Pen(color: color, width: 12 * scale), clip: nil)
    case .ramp(let from, let to):
      canvas.text(TextRun(from, at: Point(x, baseline), style: style))
      let left = x + StrokeFont.width(of: from, style: style) + 12 * scale
      let bar = Rect(
        x: left.rounded(), y: (middle - 9 * scale).rounded(), width: 220 * scale, height: 18 * scale)
      RampBar.horizontal(bar, on: &canvas)
      canvas.text(TextRun(to, at: Point(left + 232 * scale, baseline), style: style))
    }
  }
}

/// The palette's ramp as a bar.
enum RampBar {
  private static let steps = 44

  static func horizontal(_ bar: Rect, on canvas: inout some Canvas) {
    for step in 0..<steps {
      let left = (bar.x + bar.width * Double(step) / Double(steps)).rounded()
      let right = (bar.x + bar.width * Double(step + 1) / Double(steps)).rounded()
      let color = Palette.ramp(Double(step) / Double(steps - 1))
      canvas.fill(Rect(x: left, y: bar.y, width: right - left, height: bar.height), color: color)
    }
  }

  /// Low values at the foot.
  static func vertical(_ bar: Rect, on canvas: inout some Canvas) {
    for step in 0..<steps {
      let foot = (bar.maxY - bar.height * Double(step) / Double(steps)).rounded()
      let top = (bar.maxY - bar.height * Double(step + 1) / Double(steps)).rounded()
      let color = Palette.ramp(Double(step) / Double(steps - 1))
      canvas.fill(Rect(x: bar.x, y: top, width: bar.width, height: foot - top), color: color)
    }
  }
}
