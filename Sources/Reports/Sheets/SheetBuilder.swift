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
    let context = SheetContext(results: results, spec: spec, points: points)
    let values = spec.columns.values(of: points)
    let rows = spec.rows.enumerated().map { $1.drawing(context, index: $0) }
    return Sheet(
      title: title, subtitle: results.study.title == title ? "" : results.study.title,
      columns: values.map(column),
      rowLabels: spec.rows.enumerated().map { "\($0 + 1)  \(RowText.title($1))" },
      panels: rows.map { row in
        values.enumerated().map { column, value in
          row.panel(points.filter { spec.columns.value(of: $0) == value }, column: column)
        }
      },
      naming: .legend(legend(rows, context)), footnotes: SheetFootnotes(results: results, spec: spec).texts)
  }

  private func column(_ value: String) -> Sheet.Column {
    let members = points.filter { spec.columns.value(of: $0) == value }
    return Sheet.Column(
      title: heading(value), note: members.count == 1 ? members[0].note : "")
  }

  /// Empty over what the study gave no name: there is nothing to tell it from.
  private func heading(_ value: String) -> String {
    switch spec.columns {
    case .group where value == RunGroup.unnamed, .run where value == GridPoint.unnamed: ""
    case .group, .run, .setting: spec.columns.heading(value)
    }
  }

  /// The names of all colours in the picture.
  private func legend(_ rows: [any SheetRow], _ context: SheetContext) -> [Sheet.LegendEntry] {
    if let facet = spec.color {
      return facet.values(of: points).compactMap { value in
        points.first { facet.value(of: $0) == value }.map {
          .line(facet.heading(value), context.color(facet, $0))
        }
      }
    }
    var entries: [Sheet.LegendEntry] = []
    for entry in rows.flatMap(\.legend) where !entries.contains(entry) { entries.append(entry) }
    return entries
  }
}

/// What is said under a picture.
struct SheetFootnotes {
  let results: StudyResults
  let spec: SheetSpec

  var texts: [String] {
    [seeds, percentiles].filter { !$0.isEmpty }
  }

  private var seeds: String {
    let seeds = results.study.seeds
    guard seeds.count > 1 else { return "" }
    var parts: [String] = []
    let recordings = spec.rows.compactMap { if case .line(let spec) = $0.mark { spec } else { nil } }
    if !recordings.isEmpty {
      parts.append("Over \(seeds.count) seeds: line = median, band = 10 % to 90 % quantile.")
    }
    if recordings.contains(where: { $0.quantity.scope == .unit }) {
      parts.append("Single units: seed \(seeds[0]).")
    }
    if spec.rows.contains(where: \.mark.isHeatMap) {
      parts.append("Colours: median over \(seeds.count) seeds.")
    }
    if spec.rows.contains(where: { $0.mark.distribution != nil }) {
      parts.append("Distributions: seed \(seeds[0]).")
    }
    return parts.joined(separator: " ")
  }

  private var percentiles: String {
    guard spec.rows.contains(where: \.mark.isPercentiles) else { return "" }
    let bands = PercentileRow.bands.map { band in
      [band.low, band.high].map { ReportNumber.fixed(100 * $0, decimals: $0 == $0.rounded() ? 0 : 1) }
        .joined(separator: "–")
    }
    return "Bands: \(bands.joined(separator: ", ")) % of the values; line: median."
  }
}

extension RowMark {
  fileprivate var isHeatMap: Bool { if case .heatMap = self { true } else { false } }
  fileprivate var isPercentiles: Bool { if case .percentiles = self { true } else { false } }
}
