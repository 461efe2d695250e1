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
      columns: spec.columns == spec.each ? [] : values.map(column),
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
    let lines = spec.rows.filter(\.mark.isLine)
    let recordings = lines.compactMap(\.mark.recording)
    if !lines.isEmpty {
      let spreads = [
        lines.contains { !$0.drawsSeeds } ? "band = 10 % to 90 % quantile" : "",
        lines.contains(where: \.drawsSeeds) ? "thin lines = single seeds" : "",
      ].filter { !$0.isEmpty }
      parts.append("Over \(seeds.count) seeds: line = median, \(spreads.joined(separator: ", ")).")
    }
    if recordings.contains(where: { $0.quantity.scope == .unit }) {
      parts.append("Single units: seed \(seeds[0]).")
    }
    if spec.rows.contains(where: \.mark.hasColoursOfSeeds) {
      parts.append("Colours: median over \(seeds.count) seeds.")
    }
    if spec.rows.contains(where: \.mark.isMultiples) {
      parts.append("Small charts: median over \(seeds.count) seeds.")
    }
    parts += responses(seeds.count)
    if spec.rows.contains(where: { $0.mark.distribution != nil }) {
      parts.append("Distributions: seed \(seeds[0]).")
    }
    return parts.joined(separator: " ")
  }

  /// What points and bars of responses are.
  private func responses(_ seeds: Int) -> [String] {
    let outcomes = spec.rows.compactMap { row -> Outcome? in
      if case .response(let spec, _) = row.mark { spec.outcome } else { nil }
    }
    let medians = outcomes.filter { $0 != .divergedShare }
    // Not every run becomes non-finite.
    let over = medians.contains(.metric(.firstNonfiniteStep)) ? "the seeds with a value" : "\(seeds) seeds"
    return [
      outcomes.contains(.divergedShare) ? "Shares: of \(seeds) seeds, with the 95 % interval by Wilson." : "",
      medians.isEmpty ? "" : "Points: median over \(over), bars: 10 % to 90 % quantile.",
    ].filter { !$0.isEmpty }
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
  fileprivate var isLine: Bool { if case .line = self { true } else { false } }
  fileprivate var isMultiples: Bool { if case .multiples = self { true } else { false } }

  /// Whether its colours are medians over the seeds.
  fileprivate var hasColoursOfSeeds: Bool {
    switch self {
    case .heatMap: true
    case .phaseDiagram(let spec, _, _): spec.outcome != .divergedShare
    case .line, .histogram, .ridgeline, .percentiles, .response, .multiples: false
    }
  }

  fileprivate var isPercentiles: Bool { if case .percentiles = self { true } else { false } }
}
