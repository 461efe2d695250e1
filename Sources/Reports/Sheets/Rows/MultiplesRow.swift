import Charts
import Records
import Studies

/// A quantity over the steps in many small charts, one for each cell of a grid of two settings.
struct MultiplesRow: SheetRow {
  let row: RowSpec
  let recording: RecordingSpec
  private let context: SheetContext
  private let x: GridAxis
  private let y: GridAxis
  /// Of all pictures of the sheet, so that they compare.
  private let range: (low: Double, high: Double)
  private let lastStep: Int

  init(row: RowSpec, recording: RecordingSpec, axes: GridAxes, context: SheetContext) {
    self.row = row
    self.recording = recording
    self.context = context
    let points = context.spec.points.map { context.results.study.points[$0] }
    x = GridAxis(axes.x, points)
    y = GridAxis(axes.y, points)
    let medians = points.compactMap { MultiplesRow.median(recording, $0, row.scale, context.results) }
    lastStep = medians.compactMap(\.steps.last).max() ?? 0
    let isLogarithmic = row.colorScale == .log
    let values = medians.flatMap(\.values).filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
    if let range = row.range {
      self.range = (range.low, range.high)
    } else if values.isEmpty {
      range = isLogarithmic ? (0.1, 10) : (0, 1)
    } else {
      let quantiles = Quantiles(values)
      range = (quantiles.at((row.clip?.low ?? 0) / 100), quantiles.at((row.clip?.high ?? 100) / 100))
    }
  }

  func panel(_ members: [GridPoint], column: Int) -> Panel? {
    guard !members.isEmpty else { return nil }
    var cells: [Mark.Multiples.Cell] = []
    for point in members {
      guard let column = x.place(of: point), let place = y.place(of: point),
        let median = MultiplesRow.median(recording, point, row.scale, context.results)
      else { continue }
      let color = context.spec.color.map { context.color($0, point) } ?? Palette.category(0)
      let line = Mark.Line(x: median.steps.map(Double.init), y: median.values, color: color, width: 2.4)
      if let index = cells.firstIndex(where: { $0.column == column && $0.row == place }) {
        cells[index].lines.append(line)
      } else {
        cells.append(.init(column: column, row: place, lines: [line]))
      }
    }
    let multiples = Mark.Multiples(
      columns: x.values.count, rows: y.values.count, cells: cells,
      x: Axis(range: .fixed(0, Double(max(1, lastStep)))),
      y: Axis(scale: row.colorScale, range: .fixed(range.low, range.high)))
    return Panel(x: x.places, y: y.places, marks: [.multiples(multiples)], notes: [scales])
  }

  var legend: [Sheet.LegendEntry] { [] }

  /// What the two sides of a small chart stand for.
  private var scales: String {
    let ends = [range.low, range.high].map { ReportNumber.significant($0, digits: 2) }
    let isLogarithmic = row.colorScale == .log ? ", logarithmic" : ""
    return
      "in each: steps 0 to \(lastStep), \(QuantityText.short(recording.quantity)) \(ends[0]) to \(ends[1])"
      + isLogarithmic
  }

  /// The median over the seeds at each step; nil if nothing is recorded.
  private static func median(
    _ spec: RecordingSpec, _ point: GridPoint, _ scale: AxisScale, _ results: StudyResults
  ) -> (steps: [Int], values: [Double])? {
    guard let recording = spec.recordings(in: point.settings.network).first else { return nil }
    let series = results.records(ofPoint: point.index).compactMap { $0.series(of: recording) }
    guard let first = series.first, !first.steps.isEmpty else { return nil }
    let values = first.steps.indices.map { step in
      let ofSeeds = series.map { Double(scale == .logAbs ? $0.values[step].magnitude : $0.values[step]) }
      return Quantiles(ofSeeds).median
    }
    return (first.steps, values)
  }
}
