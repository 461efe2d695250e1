import Charts
import Records
import Studies

/// Lays out one picture: which runs stand in which column, and what each row draws of them.
struct SheetBuilder {
  let results: StudyResults
  let spec: SheetSpec
  /// The grid points of this picture.
  let points: [GridPoint]
  let title: String

  var sheet: Sheet {
    let values = spec.columns.values(of: points)
    return Sheet(
      title: title, subtitle: results.study.title == title ? "" : results.study.title,
      columns: values.map(column),
      rowLabels: spec.rows.enumerated().map { "\($0 + 1)  \(RowText.title($1))" },
      panels: spec.rows.enumerated().map { index, row in
        values.map { value in panel(row, index, points.filter { spec.columns.value(of: $0) == value }) }
      },
      naming: .legend(legend),
      footnotes: footnotes)
  }

  private func column(_ value: String) -> Sheet.Column {
    let members = points.filter { spec.columns.value(of: $0) == value }
    return Sheet.Column(
      title: spec.columns.heading(value), note: members.count == 1 ? members[0].note : "")
  }

  private func panel(_ row: RowSpec, _ index: Int, _ members: [GridPoint]) -> Panel? {
    let lines = members.map { (point: $0, lines: RunLines(row.recording, $0, results)) }
    guard lines.contains(where: { !$0.lines.isEmpty }) else { return nil }
    let diverges = lines.contains { $0.lines.hasNonfinite }
    let scale = diverges ? row.ifDiverging ?? row.scale : row.scale
    let marks = lines.flatMap { point, lines in
      lines.marks(scale: scale, color: spec.color.map { color($0, point) })
    }
    return Panel(x: .steps(), y: axis(row, index, scale), marks: marks)
  }

  /// The colour of a point's value among all values of the facet in the study, so that it is the same in every picture.
  private func color(_ facet: Facet, _ point: GridPoint) -> Color {
    let values = facet.values(of: spec.points.map { results.study.points[$0] })
    return Palette.category(values.firstIndex(of: facet.value(of: point)) ?? 0)
  }

  private func axis(_ row: RowSpec, _ index: Int, _ scale: AxisScale) -> Axis {
    let range: Axis.Range =
      if let range = row.range {
        .fixed(range.low, range.high)
      } else if let clip = row.clip {
        .robust(clip.low, clip.high)
      } else {
        .data
      }
    let axisScale: Axis.Scale =
      switch scale {
      case .linear: .linear
      case .log, .logAbs: .log
      // Linear where a Float32 is as good as zero beside 1.
      case .symlog: .symlog(threshold: 1e-6)
      }
    return Axis(
      label: label(row, scale), scale: axisScale, range: range,
      share: row.shared && scale == row.scale ? "row \(index)" : nil)
  }

  /// Rows that may change to |value| say on each panel which it is; the others are named by their heading.
  ///
  /// Whether a row has labels depends on the study, never on the data: the size of the picture goes by it.
  private func label(_ row: RowSpec, _ scale: AxisScale) -> String {
    guard row.scale == .logAbs || row.ifDiverging == .logAbs else { return "" }
    let name = QuantityText.short(row.recording.quantity)
    return scale == .logAbs ? "|\(name)|" : name
  }

  /// The names of all colours in the picture.
  private var legend: [Sheet.LegendEntry] {
    if let facet = spec.color {
      return facet.values(of: points).map { value in
        let point = points.first { facet.value(of: $0) == value }!
        return .line(facet.heading(value), color(facet, point))
      }
    }
    var entries: [Sheet.LegendEntry] = []
    for row in spec.rows {
      for point in points {
        for entry in RunLines(row.recording, point, results).legend where !entries.contains(entry) {
          entries.append(entry)
        }
      }
    }
    return entries
  }

  private var footnotes: [String] {
    let seeds = results.study.seeds
    guard seeds.count > 1 else { return [] }
    let units = spec.rows.contains { $0.recording.quantity.scope == .unit }
    return [
      "Over \(seeds.count) seeds: line = median, band = 10 % to 90 % quantile."
        + (units ? " Single units: seed \(seeds[0])." : "")
    ]
  }
}
