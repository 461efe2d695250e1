import Charts
import Records
import Studies

/// A quantity of layers as colours: a row of cells a layer, over the steps.
struct HeatMapRow: SheetRow {
  let row: RowSpec
  let recording: RecordingSpec
  private let context: SheetContext
  /// That of the whole row, if its panels share it.
  private let rowRange: (low: Double, high: Double)?
  /// The column whose colour bar is for the whole row; nil if every panel has its own.
  private let barColumn: Int?

  init(row: RowSpec, index: Int, recording: RecordingSpec, context: SheetContext) {
    self.row = row
    self.recording = recording
    self.context = context
    let cells =
      row.shared
      ? context.points.flatMap { LayerCells(recording, $0, row.scale, context.results).values } : []
    rowRange = HeatMapRow.range(of: cells, row)
    // By the study alone, not by the data: the picture's size goes by it.
    barColumn =
      row.shared || row.range != nil ? HeatMapRow.lastColumn(of: recording, row, context) : nil
  }

  func panel(_ members: [GridPoint], column: Int) -> Panel? {
    guard let point = members.first else { return nil }
    let cells = LayerCells(recording, point, row.scale, context.results)
    guard !cells.steps.isEmpty else { return nil }
    let name = QuantityText.short(recording.quantity)
    let map = Mark.HeatMap(
      xEdges: HeatMapRow.edges(cells.steps.map(Double.init)),
      yEdges: (0...cells.layers.count).map { Double($0) + 0.5 }, values: cells.values,
      range: row.shared ? rowRange : HeatMapRow.range(of: cells.values, row), scale: scale,
      label: row.scale == .logAbs ? "|\(name)|" : "", showsBar: barColumn.map { $0 == column } ?? true)
    let names = cells.layers.enumerated().map { Axis.Name(Double($0.offset + 1), "\($0.element)") }
    return Panel(
      x: .steps(), y: Axis(label: "layer", names: names), marks: [.heatMap(map)],
      notes: members.count > 1 ? ["only \(point.name)"] : [])
  }

  private static func lastColumn(of recording: RecordingSpec, _ row: RowSpec, _ context: SheetContext)
    -> Int?
  {
    let columns = context.spec.columns
    return columns.values(of: context.points).lastIndex { value in
      let point = context.points.first { columns.value(of: $0) == value }
      return point.map { !LayerCells(recording, $0, row.scale, context.results).steps.isEmpty } ?? false
    }
  }

  var legend: [Sheet.LegendEntry] { [] }

  private var scale: Axis.Scale {
    switch row.scale {
    case .linear: .linear
    case .log, .logAbs: .log
    case .symlog: .symlog(threshold: 1e-6)
    }
  }

  /// What the colours span; nil for all values.
  static func range(of values: [Double], _ row: RowSpec) -> (low: Double, high: Double)? {
    if let range = row.range { return (range.low, range.high) }
    let isLogarithmic = row.scale == .log || row.scale == .logAbs
    let shown = values.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
    guard !shown.isEmpty, row.shared || row.clip != nil else { return nil }
    let quantiles = Quantiles(shown)
    let (low, high) = (quantiles.at((row.clip?.low ?? 0) / 100), quantiles.at((row.clip?.high ?? 100) / 100))
    return low < high ? (low, high) : nil
  }

  /// Cells meet halfway between steps; the first and the last end at theirs.
  private static func edges(_ steps: [Double]) -> [Double] {
    guard steps.count > 1 else { return [steps[0] - 0.5, steps[0] + 0.5] }
    return [steps[0]] + zip(steps, steps.dropFirst()).map { ($0 + $1) / 2 } + [steps[steps.count - 1]]
  }
}

/// The values of a heat map: medians over the seeds.
private struct LayerCells {
  let layers: [Int]
  let steps: [Int]
  /// Row after row, the first layer first.
  let values: [Double]

  init(_ spec: RecordingSpec, _ point: GridPoint, _ scale: AxisScale, _ results: StudyResults) {
    let records = results.records(ofPoint: point.index)
    let rows = spec.recordings(in: point.settings.network).compactMap { recording -> (Int, [Series])? in
      let series = records.compactMap { $0.series(of: recording) }
      return recording.layer.flatMap { series.isEmpty ? nil : ($0, series) }
    }
    layers = rows.map(\.0)
    let steps = rows.first?.1[0].steps ?? []
    self.steps = steps
    values = rows.flatMap { _, series in
      steps.indices.map { step in
        let ofSeeds = series.map { Double(scale == .logAbs ? $0.values[step].magnitude : $0.values[step]) }
        return Quantiles(ofSeeds).median
      }
    }
  }
}
