import Charts
import Studies

/// A quantity over the steps.
struct LineRow: SheetRow {
  let row: RowSpec
  let index: Int
  let recording: RecordingSpec
  let context: SheetContext

  func panel(_ members: [GridPoint], column: Int) -> Panel? {
    let lines = members.map { (point: $0, lines: RunLines(recording, $0, context)) }
    guard lines.contains(where: { !$0.lines.isEmpty }) else { return nil }
    let diverges = lines.contains { $0.lines.hasNonfinite }
    let scale = diverges ? row.ifDiverging ?? row.scale : row.scale
    let marks = lines.flatMap { point, lines in
      lines.marks(
        scale: scale, color: context.spec.color.map { context.color($0, point) }, drawsSeeds: row.drawsSeeds)
    }
    let name = QuantityText.short(recording.quantity)
    return Panel(x: .steps(), y: row.valueAxis(index: index, scale: scale, name: name), marks: marks)
  }

  var legend: [Sheet.LegendEntry] {
    var entries: [Sheet.LegendEntry] = []
    for point in context.points {
      for entry in RunLines(recording, point, context).legend where !entries.contains(entry) {
        entries.append(entry)
      }
    }
    return entries
  }
}
