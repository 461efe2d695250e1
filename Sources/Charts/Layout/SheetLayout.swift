/// Where everything of a sheet stands.
///
/// All vertical positions, and the picture's size, follow from the structure of the sheet alone; only the
/// width of the plots gives way to long tick labels.
struct SheetLayout {
  let sheet: Sheet
  /// Pixels of the theme's pixels.
  let scale: Double
  let width: Double
  let margin: Double
  let columnCount: Int
  let legend: LegendLayout
  let directLabels: Bool
  let titles: [String]
  let subtitles: [String]
  let columnTitles: [[String]]
  let columnNotes: [[String]]
  let footnotes: [String]
  /// Whether row headings have a line of their own above titles and notes.
  let separateHeadings: Bool
  let plotHeight: Double
  private(set) var columnTop = 0.0
  private(set) var footnoteTop = 0.0
  private(set) var height = 0.0
  private(set) var rowTops: [Double] = []
  private(set) var plotTops: [Double] = []

  init(_ sheet: Sheet) {
    self.sheet = sheet
    columnCount = sheet.columnCount
    let room = SheetRoom(sheet, columnCount: columnCount)
    width = room.width
    scale = room.scale
    margin = room.margin
    directLabels = room.directLabels
    let inner = width - 2 * margin
    titles = TextFitting.wrapped(sheet.title, style: Theme.title(scale), width: inner)
    subtitles = TextFitting.wrapped(sheet.subtitle, style: Theme.subtitle(scale), width: inner)
    footnotes = sheet.footnotes.flatMap { [scale] in
      TextFitting.wrapped($0, style: Theme.note(scale), width: inner)
    }
    let plotWidth = room.plotWidth(gutters: room.defaultGutters)
    let headingWidth = max(plotWidth, 120 * scale)
    columnTitles = sheet.columns.map { [scale] in
      TextFitting.wrapped($0.title, style: Theme.column(scale), width: headingWidth)
    }
    columnNotes = sheet.columns.map { [scale] in
      TextFitting.wrapped($0.note, style: Theme.columnNote(scale), width: headingWidth)
    }
    legend = LegendLayout(room.legendEntries, scale: scale, width: inner)
    let tallest = (sheet.panels.count == 1 ? 620 : 420) * scale
    plotHeight = max(190 * scale, min(tallest, plotWidth * 0.6)).rounded()
    let widestHeading =
      sheet.rowLabels.map { StrokeFont.width(of: $0, style: Theme.row(room.scale)) }.max() ?? 0
    let hasTitles = sheet.panels.joined().contains { $0?.title.isEmpty == false }
    separateHeadings =
      widestHeading > 0 && (hasTitles || widestHeading > plotWidth + room.defaultGutters[0])
    placeRows()
  }

  private mutating func placeRows() {
    var y = 30 * scale
    y +=
      Double(titles.count) * line(Theme.title(scale)) + Double(subtitles.count) * line(Theme.subtitle(scale))
    if !legend.entries.isEmpty { y += 10 * scale + legend.height }
    y += 12 * scale
    columnTop = y
    let lines = columnTitles.map(\.count).max() ?? 0
    let notes = columnNotes.map(\.count).max() ?? 0
    y += Double(lines) * line(Theme.column(scale)) + Double(notes) * line(Theme.columnNote(scale))
    for row in sheet.panels.indices {
      y += (row == 0 ? 6 : 12) * scale
      rowTops.append(y)
      y += stripHeight + (separateHeadings ? line(Theme.row(scale)) : 0)
      y = y.rounded()
      plotTops.append(y)
      y += plotHeight + footHeight(row: row)
    }
    y += 18 * scale
    footnoteTop = y
    y += Double(footnotes.count) * line(Theme.note(scale)) + (footnotes.isEmpty ? 6 : 22) * scale
    height = y.rounded(.up)
  }

  func line(_ style: TextStyle) -> Double { style.size * 1.36 }

  /// The line above a plot: heading or title at the left, notes at the right.
  var stripHeight: Double { 50 * scale }

  /// Room under the plots of a row for tick labels and axis labels.
  private func footHeight(row: Int) -> Double {
    var foot = 8 * scale
    for column in 0..<columnCount where showsX(row: row, column: column) {
      let label = sheet.panel(row: row, column: column)?.x.label ?? ""
      foot = max(foot, (label.isEmpty ? 42 : 76) * scale)
    }
    return foot
  }

  /// Whether a panel has labels on its x axis: the last of its column, or where the next shares no range with it.
  func showsX(row: Int, column: Int) -> Bool {
    guard let panel = sheet.panel(row: row, column: column) else { return false }
    let next = (row + 1..<max(row + 1, sheet.panels.count)).lazy
      .compactMap { [sheet] in sheet.panel(row: $0, column: column) }.first
    guard let next else { return true }
    return panel.x.share == nil || next.x.share != panel.x.share || next.x.scale != panel.x.scale
  }

  /// Whether a panel has labels on its y axis: the first of its row, or where the one before shares no range with it.
  func showsY(row: Int, column: Int) -> Bool { SheetRoom.showsY(sheet, row: row, column: column) }

  /// The plots' rectangles for given gutters (room for labels left of each column).
  func plots(gutters: [Double]) -> [[Rect]] {
    let room = SheetRoom(sheet, columnCount: columnCount)
    let plotWidth = room.plotWidth(gutters: gutters)
    return plotTops.map { top in
      var x = margin
      return (0..<columnCount).map { column in
        x += gutters[column]
        // One width for all, or columns of one range would have different ticks.
        let left = x.rounded(.down)
        let right = left + plotWidth.rounded(.down)
        x += plotWidth + room.trailing[column] + room.gap
        return Rect(x: left, y: top, width: right - left, height: plotHeight)
      }
    }
  }
}
