import Charts
import Records
import Studies

/// How often which values of a layer's tensor occur: filled for one step, outlines over each other for several.
struct HistogramRow: SheetRow {
  let row: RowSpec
  let spec: DistributionSpec
  let options: HistogramOptions
  private let axes: DistributionAxes
  private let context: SheetContext

  init(row: RowSpec, index: Int, spec: DistributionSpec, options: HistogramOptions, context: SheetContext) {
    self.row = row
    self.spec = spec
    self.options = options
    self.context = context
    axes = DistributionAxes(row: row, index: index, spec: spec, options: options, context: context)
  }

  func panel(_ members: [GridPoint], column: Int) -> Panel? {
    let drawn = members.flatMap { DrawnDistribution.all(of: spec, $0, context.results) }
    guard !drawn.isEmpty else { return nil }
    let bins = axes.bins(for: drawn)
    var notes = CountNotes(hidesZeros: options.values == .logAbs)
    var marks: [Mark] = []
    for item in drawn {
      let counts = bins.map { $0.counts(of: item.distribution) }
      notes.add(item.distribution, counts)
      guard let bins, let counts, item.distribution.finiteCount > 0 else { continue }
      marks.append(
        .histogram(
          .init(
            edges: bins.edges, counts: axes.heights(counts, item.distribution, bins),
            color: color(item, isAlone: drawn.count == 1), isFilled: drawn.count == 1,
            width: drawn.count == 1 ? 2 : Mark.Line.style(count: drawn.count).width)))
    }
    // An empty panel says why it is empty.
    if marks.isEmpty { marks = [DistributionAxes.nothing] }
    return Panel(
      x: axes.values(bins),
      y: heightAxis(marks, label: column == 0 ? axes.heightLabel : ""),
      marks: marks,
      notes: notes.texts, nonfiniteMessage: axes.emptyMessage(drawn))
  }

  /// A logarithmic axis of counts begins below 1, whatever the smallest count is: a lone value must show, and a bin must
  /// not look empty beside larger ones.
  private func heightAxis(_ marks: [Mark], label: String) -> Axis {
    var axis = Axis(label: label, scale: options.counts == .log ? .log : .linear)
    guard options.counts == .log, !options.density else { return axis }
    let highest =
      marks.map { mark in
        if case .histogram(let histogram) = mark { histogram.counts.max() ?? 0 } else { 0 }
      }.max() ?? 0
    axis.range = .fixed(0.5, 2 * max(1, highest))
    return axis
  }

  var legend: [Sheet.LegendEntry] {
    let isOverlaid = context.points.contains {
      DrawnDistribution.all(of: spec, $0, context.results).count > 1
    }
    return isOverlaid ? context.stepLegend : []
  }

  private func color(_ item: DrawnDistribution, isAlone: Bool) -> Color {
    if let facet = context.spec.color { return context.color(facet, item.point) }
    return isAlone ? context.color(ofLayer: item.layer) : context.color(ofStep: item.step)
  }
}
