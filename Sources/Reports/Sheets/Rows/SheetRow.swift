import Charts
import Studies

/// A row of panels under way: what it draws in a column.
protocol SheetRow {
  /// What the row shows of some points in a column; nil if their runs have nothing of it.
  func panel(_ members: [GridPoint], column: Int) -> Panel?

  /// The names of the colours that it uses where the sheet has no facet for colours.
  var legend: [Sheet.LegendEntry] { get }
}

extension RowSpec {
  /// The row as part of a picture; `index` is its position in the sheet.
  func drawing(_ context: SheetContext, index: Int) -> any SheetRow {
    switch mark {
    case .line(let recording)
    where context.results.study.kind == .forward && recording.quantity.scope == .layer:
      LayerLineRow(row: self, index: index, recording: recording, context: context)
    case .line(let recording):
      LineRow(row: self, index: index, recording: recording, context: context)
    case .heatMap(let recording):
      HeatMapRow(row: self, index: index, recording: recording, context: context)
    case .histogram(let spec, let options):
      HistogramRow(row: self, index: index, spec: spec, options: options, context: context)
    case .ridgeline(let spec, let options):
      RidgelineRow(row: self, index: index, spec: spec, options: options, context: context)
    case .percentiles(let spec):
      PercentileRow(row: self, index: index, spec: spec, context: context)
    case .phaseDiagram(let outcome, let axes, let contours):
      PhaseDiagramRow(row: self, outcome: outcome, axes: axes, contours: contours, context: context)
    case .response(let outcome, let x):
      ResponseRow(row: self, index: index, outcome: outcome, x: x, context: context)
    case .multiples(let recording, let axes):
      MultiplesRow(row: self, recording: recording, axes: axes, context: context)
    }
  }

  /// The axis of the values of lines and bands.
  ///
  /// Rows that may change to |value| say on each panel which it is; the others are named by their heading.
  /// Whether a row has labels depends on the study, never on the data: the size of the picture goes by it.
  func valueAxis(index: Int, scale: AxisScale, name: String) -> Axis {
    let range: Axis.Range =
      if let range {
        .fixed(range.low, range.high)
      } else if let clip {
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
    let isLabelled = self.scale == .logAbs || ifDiverging == .logAbs
    return Axis(
      label: isLabelled ? (scale == .logAbs ? "|\(name)|" : name) : "", scale: axisScale, range: range,
      share: shared && scale == self.scale ? "row \(index)" : nil)
  }
}
