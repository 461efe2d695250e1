import Charts
import Studies

/// An outcome over a setting: a point and its interval for each value.
struct ResponseRow: SheetRow {
  let row: RowSpec
  let index: Int
  let outcome: OutcomeSpec
  private let context: SheetContext
  private let x: GridAxis

  init(row: RowSpec, index: Int, outcome: OutcomeSpec, x: String, context: SheetContext) {
    self.row = row
    self.index = index
    self.outcome = outcome
    self.context = context
    self.x = GridAxis(x, context.spec.points.map { context.results.study.points[$0] })
  }

  func panel(_ members: [GridPoint], column: Int) -> Panel? {
    let colors = context.spec.color?.values(of: context.points) ?? [""]
    let marks = colors.enumerated().flatMap { index, value in
      let points = members.filter { context.spec.color?.value(of: $0) ?? "" == value }
      return self.marks(points, offset: (Double(index) - Double(colors.count - 1) / 2) * 12)
    }
    guard !members.isEmpty else { return nil }
    var y = row.valueAxis(index: index, scale: row.scale, name: QuantityText.name(outcome.outcome))
    if outcome.outcome.isShare, row.range == nil, row.scale == .linear { y.range = .fixed(0, 1) }
    return Panel(x: x.scaled, y: y, marks: marks, notes: notes(members), nonfiniteMessage: "no finite values")
  }

  var legend: [Sheet.LegendEntry] { [] }

  /// The points of one colour.
  private func marks(_ points: [GridPoint], offset: Double) -> [Mark] {
    let color =
      points.first.flatMap { point in context.spec.color.map { context.color($0, point) } }
      ?? Palette.category(0)
    let items = points.compactMap { point -> (x: Double, y: Double, low: Double, high: Double)? in
      let result = OutcomeResult(outcome, point, context.results)
      guard let x = self.x.position(of: point), let y = result.centre, y.isFinite,
        let interval = result.interval
      else { return nil }
      let (low, high) = (height(interval.low), height(interval.high))
      return (x, height(y), low.isFinite ? low : height(y), high.isFinite ? high : height(y))
    }.sorted { $0.x < $1.x }
    guard !items.isEmpty else { return [] }
    return [
      .intervals(
        .init(
          x: items.map(\.x), y: items.map(\.y), low: items.map(\.low), high: items.map(\.high), color: color,
          offset: offset))
    ]
  }

  private func height(_ value: Double) -> Double { row.scale == .logAbs ? value.magnitude : value }

  /// What has no point, or a bar without an end: what is not finite.
  private func notes(_ members: [GridPoint]) -> [String] {
    let results = members.map { OutcomeResult(outcome, $0, context.results) }
    let points = results.count { $0.centre.map { !$0.isFinite } ?? false }
    let bars = results.count { result in
      guard result.centre?.isFinite == true, let interval = result.interval else { return false }
      return !interval.low.isFinite || !interval.high.isFinite
    }
    return [
      points == 0 ? "" : "\(points) of \(members.count) medians not finite",
      bars == 0 ? "" : "\(bars) bar\(bars == 1 ? "" : "s") to what is not finite",
    ].filter { !$0.isEmpty }
  }
}

extension Outcome {
  /// Whether it lies between 0 and 1.
  var isShare: Bool {
    switch self {
    case .divergedShare, .deadShare, .metric(.finalTrainAccuracy), .metric(.testAccuracy): true
    case .metric: false
    }
  }
}
