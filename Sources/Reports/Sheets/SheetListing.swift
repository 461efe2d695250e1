import Charts
import Digests
import Records

/// What a sheet shows, as text inside its PNG: the study, the picture's title, and a line for each panel with what it draws
/// and a digest of the plotted data.
///
/// `git diff` prints it by `kiseki textconv`, so that a changed picture says which of its panels changed.
package enum SheetListing {
  static func text(study: String, description: String, _ sheet: Sheet) -> String {
    var lines = ["\(study): \(description)"]
    let rows = sheet.panels.count
    lines.append("\(sheet.columnCount) × \(rows) panels (columns × rows)")
    for (row, panels) in sheet.panels.enumerated() {
      for (column, panel) in panels.enumerated() {
        guard let panel else { continue }
        let place = [
          sheet.columns.indices.contains(column) ? sheet.columns[column].title : "column \(column + 1)",
          sheet.rowLabels.indices.contains(row) ? sheet.rowLabels[row] : "row \(row + 1)",
        ]
        lines.append((place + [PanelListing(panel).text]).map(field).joined(separator: separator))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let separator = "\t"

  /// Text without what would end a field, or the text in a PNG.
  private static func field(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "\0" }.joined(separator: " ")
  }

  /// The listing in a sheet's PNG; nil for other pictures.
  package static func text(of png: [UInt8]) -> String? {
    guard let picture = try? PNGImage.decode(png) else { return nil }
    return picture.texts.first { $0.key == SheetPicture.textKey }?.value
  }

  /// The panels that only one of two sheets has, or whose data differ: "learning rate 0.05 · 1 train accuracy".
  package static func changedPanels(_ base: [UInt8], _ head: [UInt8]) -> [String] {
    let (before, after) = (panels(text(of: base) ?? ""), panels(text(of: head) ?? ""))
    // A sheet of a Kiseki that did not list panels.
    guard !before.isEmpty, !after.isEmpty else { return [] }
    if before.count == after.count {
      // A column may have another name now.
      return zip(before, after).filter { $0.content != $1.content }.map { $1.name }
    }
    let changed = after.filter { panel in !before.contains { $0 == panel } }
    let removed = before.filter { panel in !after.contains { $0.name == panel.name } }
    return (changed + removed).map(\.name)
  }

  private struct ListedPanel: Equatable {
    let name: String
    let content: String
  }

  private static func panels(_ text: String) -> [ListedPanel] {
    text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: separator, maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { return nil }
      return ListedPanel(name: "\(fields[0]) · \(fields[1])", content: String(fields[2]))
    }
  }
}

/// What one panel draws: "10 lines, -0.021…0.043, data 8f3a2c1d90ab".
struct PanelListing {
  let text: String

  init(_ panel: Panel) {
    var kinds: [(name: String, count: Int)] = []
    for mark in panel.marks {
      guard let kind = mark.kind else { continue }
      if let index = kinds.firstIndex(where: { $0.name == kind }) {
        kinds[index].count += 1
      } else {
        kinds.append((kind, 1))
      }
    }
    let names = kinds.map { "\($0.count) \($0.name)\($0.count == 1 ? "" : "s")" }
    var writer = ByteWriter()
    for mark in panel.marks { mark.append(to: &writer) }
    text = (names + [PanelListing.range(panel), "data \(Digest.of(writer.bytes).short)"])
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What the values reach over.
  private static func range(_ panel: Panel) -> String {
    let values = panel.marks.flatMap(\.shownValues).filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return "" }
    return "\(ReportNumber.significant(low))…\(ReportNumber.significant(high))"
  }
}

extension Mark {
  fileprivate var kind: String? {
    switch self {
    case .line: "line"
    case .band: "band"
    case .points: "set of points"
    case .histogram: "histogram"
    case .ridgeline: "ridgeline"
    case .heatMap: "heat map"
    case .intervals: "set of intervals"
    case .multiples: "grid of small chart"
    case .rule, .note: nil
    }
  }

  fileprivate var shownValues: [Double] {
    switch self {
    case .line(let line): line.y
    case .band(let band): band.low + band.high
    case .points(let points): points.y
    case .histogram(let histogram): [histogram.edges.first, histogram.edges.last].compactMap(\.self)
    case .ridgeline(let ridgeline):
      ridgeline.slices.flatMap { [$0.edges.first, $0.edges.last].compactMap(\.self) }
    case .heatMap(let map): map.values
    case .intervals(let intervals): intervals.low + intervals.high
    case .multiples(let multiples): multiples.cells.flatMap(\.lines).flatMap(\.y)
    case .rule, .note: []
    }
  }

  /// The plotted data to the last bit; colours and widths are not among them.
  fileprivate func append(to writer: inout ByteWriter) {
    func add(_ lists: [Double]...) {
      for list in lists {
        writer.append(UInt32(list.count))
        for value in list { writer.append(value.isNaN ? Double.nan : value) }
      }
    }
    writer.append(kind ?? "")
    switch self {
    case .line(let line): add(line.x, line.y)
    case .band(let band): add(band.x, band.low, band.high)
    case .points(let points): add(points.x, points.y)
    case .histogram(let histogram): add(histogram.edges, histogram.counts)
    case .ridgeline(let ridgeline):
      for slice in ridgeline.slices { add([slice.position], slice.edges, slice.counts) }
    case .heatMap(let map):
      add(map.xEdges, map.yEdges, map.values, map.hatched.map(Double.init), map.blank.map(Double.init))
    case .intervals(let intervals): add(intervals.x, intervals.y, intervals.low, intervals.high)
    case .multiples(let multiples):
      for cell in multiples.cells {
        add([Double(cell.column), Double(cell.row)])
        for line in cell.lines { add(line.x, line.y) }
      }
    case .rule(let rule): add([rule.value])
    case .note(let note): writer.append(note.text)
    }
  }
}
