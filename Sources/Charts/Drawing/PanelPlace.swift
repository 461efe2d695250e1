/// Where a panel stands, and what of it is shown.
struct PanelPlace {
  var plot: Rect
  var scale: Double
  var showsX: Bool
  var showsY: Bool
  var directLabels: Bool
  /// Whether the x axis has free room at its ends; maps have none, unless a panel above or below with the same axis has.
  var padsX: Bool
  /// Drawn above the plot's row, from the sheet's left margin; empty except in the first column.
  var heading: String
  var headingStart: Point
  /// Baseline of title and notes.
  var stripBaseline: Double
  /// The leftmost x that notes may use.
  var stripLeft: Double
  /// Room right of the plot.
  var trailing: Double
  /// Left edge of the room for the y axis' labels.
  var labelX: Double

  init(_ layout: SheetLayout, row: Int, column: Int, plot: Rect) {
    self.plot = plot
    scale = layout.scale
    showsX = layout.showsX(row: row, column: column)
    showsY = layout.showsY(row: row, column: column)
    directLabels = layout.directLabels
    padsX = PanelPlace.padsX(layout.sheet, row: row, column: column)
    let room = SheetRoom(layout.sheet, columnCount: layout.columnCount)
    trailing = room.trailing[column]
    stripBaseline = plot.y - 11 * layout.scale
    stripLeft = plot.x
    heading = ""
    labelX = layout.margin
    headingStart = Point(layout.margin, plot.y - 22 * layout.scale)
    let labels = layout.sheet.rowLabels
    let isFirst = layout.sheet.panels[row].prefix(column).allSatisfy { $0 == nil }
    guard isFirst, row < labels.count, !labels[row].isEmpty else { return }
    let style = Theme.row(layout.scale)
    heading = TextFitting.elided(labels[row], style: style, width: layout.width - 2 * layout.margin)
    if layout.separateHeadings {
      headingStart.y -= layout.line(style)
    } else if column == 0 {
      stripLeft = layout.margin + StrokeFont.width(of: heading, style: style) + 28 * layout.scale
    }
  }

  private static func padsX(_ sheet: Sheet, row: Int, column: Int) -> Bool {
    guard let panel = sheet.panel(row: row, column: column), panel.isMap else { return true }
    guard let key = panel.x.share else { return false }
    return sheet.panels.indices.lazy.compactMap { sheet.panel(row: $0, column: column) }
      .contains { $0.x.share == key && !$0.isMap }
  }
}

/// The scales of a panel.
enum PanelScales {
  /// Free pixels at the ends of an axis, so that a line at the edge of a range is seen whole.
  private static let padding = 9.0

  static func x(
    _ panel: Panel, _ bounds: AxisRange.Bounds, plot: Rect, scale: Double, isPadded: Bool
  ) -> Scale {
    let share = isPadded ? padding * scale / max(1, plot.width - 2 * padding * scale) : 0
    return Scale(kind: panel.x.scale.valid, bounds: bounds, start: plot.x, end: plot.maxX, padding: share)
  }

  static func y(_ panel: Panel, _ bounds: AxisRange.Bounds, plot: Rect, scale: Double) -> Scale {
    let share = panel.isMap ? 0 : padding * scale / max(1, plot.height - 2 * padding * scale)
    return Scale(kind: panel.y.scale.valid, bounds: bounds, start: plot.maxY, end: plot.y, padding: share)
  }

  /// Ticks of the y axis, as many as the height has room for.
  static func yTicks(_ panel: Panel, _ axis: Scale, plot: Rect, scale: Double) -> Ticks {
    // Names are read one by one, numbers as a scale: names may stand closer.
    let pitch = panel.y.names.isEmpty ? 38.0 : 31.0
    return ticks(panel.y, axis, limit: max(2, min(8, Int(plot.height / (pitch * scale)))))
  }

  /// Ticks of the x axis, as many as have room for their labels.
  static func xTicks(_ panel: Panel, _ axis: Scale, style: TextStyle) -> Ticks {
    var limit = max(2, min(8, Int(abs(axis.end - axis.start) / (style.size * 1.8))))
    while limit > 1 {
      let ticks = ticks(panel.x, axis, limit: limit)
      if fits(ticks, axis, style) { return ticks }
      limit -= 1
    }
    var ticks = ticks(panel.x, axis, limit: 1)
    ticks.major = Array(ticks.major.prefix(1))
    return ticks
  }

  /// At most `limit` ticks: every n-th of the axis' names, or numbers.
  private static func ticks(_ axis: Axis, _ scale: Scale, limit: Int) -> Ticks {
    guard !axis.names.isEmpty else { return scale.ticks(limit: limit) }
    let shown = axis.names.filter { scale.contains($0.value) }
    let stride = (shown.count + limit - 1) / limit
    return Ticks(
      major: shown.enumerated().filter { $0.offset.isMultiple(of: max(1, stride)) }
        .map { .init(value: $0.element.value, label: $0.element.text) })
  }

  private static func fits(_ ticks: Ticks, _ axis: Scale, _ style: TextStyle) -> Bool {
    var free = -Double.infinity
    for tick in ticks.major {
      guard let x = axis.map(tick.value) else { continue }
      let half = StrokeFont.width(of: tick.label, style: style) / 2
      if x - half < free { return false }
      free = x + half + style.size * 0.9
    }
    return true
  }
}
