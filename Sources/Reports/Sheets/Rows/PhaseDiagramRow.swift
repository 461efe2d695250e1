import Charts
import Studies

/// An outcome as colours over two settings, a cell a grid point.
struct PhaseDiagramRow: SheetRow {
  let row: RowSpec
  let outcome: OutcomeSpec
  let contours: [Double]
  private let context: SheetContext
  private let x: GridAxis
  private let y: GridAxis
  /// That of the whole row, if its panels share it.
  private let rowRange: (low: Double, high: Double)?
  /// Where the colour bar stands that is that of the whole row; nil where each panel has its own.
  private let barColumn: Int?

  init(row: RowSpec, outcome: OutcomeSpec, axes: GridAxes, contours: [Double], context: SheetContext) {
    self.row = row
    self.outcome = outcome
    self.contours = contours
    self.context = context
    let points = context.spec.points.map { context.results.study.points[$0] }
    x = GridAxis(axes.x, points)
    y = GridAxis(axes.y, points)
    let shown = points.map { OutcomeResult(outcome, $0, context.results) }.filter { !$0.isVoid }
    rowRange = row.shared ? HeatMapRow.range(of: shown.compactMap(\.centre), row) : nil
    let columns = context.spec.columns.values(of: context.points).count
    barColumn = row.shared || row.range != nil ? columns - 1 : nil
  }

  func panel(_ members: [GridPoint], column: Int) -> Panel? {
    guard !members.isEmpty else { return nil }
    var values = [Double](repeating: .nan, count: x.values.count * y.values.count)
    var isHatched = values.map { _ in false }
    // A median that is not finite is a value: the panel counts such cells.
    var isBlank = values.map { _ in true }
    for point in members {
      guard let place = x.place(of: point), let line = y.place(of: point) else { continue }
      let cell = line * x.values.count + place
      let result = OutcomeResult(outcome, point, context.results)
      isHatched[cell] = result.isVoid
      isBlank[cell] = !result.isVoid && result.centre == nil
      if !result.isVoid, let centre = result.centre { values[cell] = centre }
    }
    var map = Mark.HeatMap(
      xEdges: x.edges, yEdges: y.edges, values: values,
      range: row.shared ? rowRange : HeatMapRow.range(of: values, row), scale: row.colorScale)
    map.showsBar = barColumn.map { $0 == column } ?? true
    map.hatched = values.indices.filter { isHatched[$0] }
    map.blank = values.indices.filter { isBlank[$0] }
    map.contours = lines(values)
    return Panel(
      x: x.places, y: y.places, marks: [.heatMap(map)], nonfiniteMessage: "no run has this")
  }

  /// Contours pass between the middles of cells.
  private func lines(_ values: [Double]) -> [Mark.Line] {
    let contours = Contours(values: values, columns: x.values.count)
    return self.contours.enumerated().flatMap { index, level in
      contours.lines(at: level).map { line in
        .init(
          x: line.map(\.x), y: line.map(\.y), color: Theme.ink, width: 3,
          dash: PhaseDiagramRow.dash(index))
      }
    }
  }

  private static func dash(_ index: Int) -> [Double] { Palette.dash(index * Palette.categoryCount) }

  var legend: [Sheet.LegendEntry] {
    let name = QuantityText.name(outcome.outcome)
    var entries = contours.enumerated().map { index, level in
      Sheet.LegendEntry.line(
        "\(name) \(NumberText.decimal(level))", Theme.ink, dash: PhaseDiagramRow.dash(index))
    }
    if outcome.outcome == .metric(.firstNonfiniteStep) {
      entries.append(.init(label: "stays finite", swatch: .cell(isHatched: false)))
    } else if outcome.outcome != .divergedShare {
      let half = context.results.study.seeds.count > 1 ? " in half of the seeds or more" : ""
      entries.append(.init(label: "became NaN or infinite" + half, swatch: .cell(isHatched: true)))
    }
    return entries
  }
}

extension RowSpec {
  /// How the colours of a map go by values.
  var colorScale: Axis.Scale {
    switch scale {
    case .linear: .linear
    case .log, .logAbs: .log
    case .symlog: .symlog(threshold: 1e-6)
    }
  }
}
