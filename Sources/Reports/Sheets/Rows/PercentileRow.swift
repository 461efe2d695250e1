import Charts
import Records
import Studies

/// Percentiles of a layer's tensor over the steps: nested bands around the median.
struct PercentileRow: SheetRow {
  /// Those of a normal distribution at ½, 1 and 1½ standard deviations, and the ends, as pairs from outside.
  static let bands: [(low: Double, high: Double)] = [
    (0, 1), (0.0668, 0.9332), (0.1587, 0.8413), (0.3085, 0.6915),
  ]

  let row: RowSpec
  let index: Int
  let spec: DistributionSpec
  let context: SheetContext

  func panel(_ members: [GridPoint], column: Int) -> Panel? {
    let drawn = members.map { DrawnDistribution.all(of: spec, $0, context.results) }.filter { !$0.isEmpty }
    guard !drawn.isEmpty else { return nil }
    var x = Axis.steps()
    if let only = drawn.first, drawn.allSatisfy({ $0.count == 1 }) {
      let step = Double(only[0].step)
      x = Axis(label: "step", names: [.init(step, "\(only[0].step)")])
    }
    return Panel(
      x: x,
      y: row.valueAxis(index: index, scale: row.scale, name: TensorText.value(spec.tensor)),
      marks: drawn.flatMap(marks), notes: notes(drawn))
  }

  var legend: [Sheet.LegendEntry] { [] }

  private func marks(_ items: [DrawnDistribution]) -> [Mark] {
    let color =
      context.spec.color.map { context.color($0, items[0].point) } ?? context.color(ofLayer: items[0].layer)
    let shares = PercentileRow.bands.flatMap { [$0.low, $0.high] } + [0.5]
    var x = items.map { Double($0.step) }
    var values = items.map { quantiles($0.distribution, shares) }
    if items.count == 1 {
      // A single step has no extent along the axis.
      x = [x[0] - 0.5, x[0] + 0.5]
      values = [values[0], values[0]]
    }
    let bands = PercentileRow.bands.indices.map { band in
      Mark.band(
        .init(
          x: x, low: values.map { $0[2 * band] }, high: values.map { $0[2 * band + 1] }, color: color,
          opacity: 0.2))
    }
    return bands + [.line(.init(x: x, y: values.map { $0[shares.count - 1] }, color: color))]
  }

  private func quantiles(_ distribution: Distribution, _ shares: [Double]) -> [Double] {
    guard row.scale == .logAbs else { return distribution.quantiles(shares) }
    let magnitudes = Magnitudes(distribution)
    return shares.map { magnitudes.isEmpty ? .nan : magnitudes.quantile($0) }
  }

  private func notes(_ drawn: [[DrawnDistribution]]) -> [String] {
    let first = drawn.joined().filter { $0.distribution.nonfiniteCount > 0 }.min { $0.step < $1.step }
    guard let first else { return [] }
    let distribution = first.distribution
    return [
      "\(ReportNumber.count(distribution.nonfiniteCount)) of \(ReportNumber.count(distribution.count)) not finite "
        + "at step \(first.step)"
    ]
  }
}
