/// How the width of a sheet is shared out, from its structure.
struct SheetRoom {
  let width: Double
  let scale: Double
  let margin: Double
  let gap: Double
  let directLabels: Bool
  let legendEntries: [Sheet.LegendEntry]
  /// Room left of each column for the label and the tick labels of its y axes, as long as no label is longer.
  let defaultGutters: [Double]
  /// Room right of each column for direct labels or a colour bar.
  let trailing: [Double]

  init(_ sheet: Sheet, columnCount: Int) {
    let scale = Self.scale(columnCount)
    self.scale = scale
    let entries = Self.labels(sheet)
    switch sheet.naming {
    case .none: (directLabels, legendEntries) = (false, [])
    case .direct: (directLabels, legendEntries) = (true, [])
    case .legend(let given): (directLabels, legendEntries) = (false, given)
    case .automatic:
      let few = sheet.panels.joined().allSatisfy { ($0?.marks.compactMap(\.legend).count ?? 0) <= 4 }
      let onlyLines = sheet.panels.joined().allSatisfy { $0?.hasOnlyNamedLines ?? true }
      directLabels = few && onlyLines && columnCount <= 2 && entries.count > 0
      legendEntries = directLabels ? [] : entries
    }
    margin = 34 * scale
    gap = 30 * scale
    defaultGutters = (0..<columnCount).map { column in
      let panels = sheet.panels.indices.filter { Self.showsY(sheet, row: $0, column: column) }
      guard !panels.isEmpty else { return 14 * scale }
      let labelled = panels.contains { sheet.panel(row: $0, column: column)?.y.label.isEmpty == false }
      return (labelled ? 122 : 84) * scale
    }
    let labelWidth = entries.map { StrokeFont.width(of: $0.label, style: Theme.note(scale)) }.max() ?? 0
    let direct = directLabels ? min(labelWidth + 18 * scale, 260 * scale) : 0
    trailing = (0..<columnCount).map { column in
      let maps = sheet.panels.indices.flatMap { sheet.panel(row: $0, column: column)?.heatMaps ?? [] }
        .filter(\.showsBar)
      let bar = maps.isEmpty ? 0 : maps.allSatisfy(\.label.isEmpty) ? 96 * scale : 128 * scale
      return max(direct, bar)
    }
    let grown =
      defaultGutters.reduce(0, +) + trailing.reduce(0, +) + Double(columnCount - 1) * gap + 2 * margin
    // Grows beyond 2400 only where plots would become narrower than tick labels need.
    width = max(Self.width(columnCount), grown + Double(columnCount) * 170 * scale).rounded(.up)
  }

  /// The width of every plot for given gutters.
  func plotWidth(gutters: [Double]) -> Double {
    let taken = 2 * margin + gutters.reduce(0, +) + trailing.reduce(0, +) + gap * Double(gutters.count - 1)
    return max(60 * scale, (width - taken) / Double(gutters.count))
  }

  private static func width(_ columns: Int) -> Double {
    switch columns {
    case ...4: 1800
    case 5: 2100
    default: 2400
    }
  }

  /// Sheets are shown at one width, so wider ones have larger type.
  private static func scale(_ columns: Int) -> Double { 0.25 + 0.75 * width(columns) / 1800 }

  static func showsY(_ sheet: Sheet, row: Int, column: Int) -> Bool {
    guard let panel = sheet.panel(row: row, column: column) else { return false }
    let before = (0..<column).reversed().lazy.compactMap { sheet.panel(row: row, column: $0) }.first
    guard let before else { return true }
    return panel.y.share == nil || before.y.share != panel.y.share || before.y.scale != panel.y.scale
  }

  /// The distinct names of all marks, in order of appearance.
  private static func labels(_ sheet: Sheet) -> [Sheet.LegendEntry] {
    var entries: [Sheet.LegendEntry] = []
    for entry in sheet.panels.joined().compactMap({ $0 }).flatMap({ $0.marks.compactMap(\.legend) })
    where !entries.contains(entry) {
      entries.append(entry)
    }
    return entries
  }
}

extension Panel {
  var heatMaps: [Mark.HeatMap] { marks.compactMap { if case .heatMap(let map) = $0 { map } else { nil } } }

  /// Whether it shows nothing but a map, which fills its frame.
  var isMap: Bool { !marks.isEmpty && heatMaps.count == marks.count }

  /// Whether every mark with a name is a line, which can be named where it ends.
  var hasOnlyNamedLines: Bool {
    marks.allSatisfy { if case .line = $0 { true } else { $0.legend == nil } }
  }
}
