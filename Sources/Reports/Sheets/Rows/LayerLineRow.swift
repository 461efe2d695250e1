import Charts
import Records
import Studies

/// A quantity of layers in a study without training: over the layers, since there are no steps.
struct LayerLineRow: SheetRow {
  let row: RowSpec
  let index: Int
  let recording: RecordingSpec
  let context: SheetContext

  func panel(_ members: [GridPoint], column: Int) -> Panel? {
    let marks = members.flatMap(marks)
    guard !marks.isEmpty else { return nil }
    let layers = context.spec.points.flatMap {
      recording.layers.resolved(in: context.results.network(ofPoint: $0))
    }
    let names = Set(layers).sorted().map { Axis.Name(Double($0), "\($0)") }
    return Panel(
      x: Axis(
        label: "layer", range: .fixed(Double(layers.min() ?? 1) - 0.25, Double(layers.max() ?? 1) + 0.25),
        share: "layers", names: names),
      y: row.valueAxis(index: index, scale: row.scale, name: QuantityText.short(recording.quantity)),
      marks: marks)
  }

  var legend: [Sheet.LegendEntry] { [] }

  /// One seed as points on a line; several as their median and the band of their 10 % and 90 % quantiles.
  private func marks(_ point: GridPoint) -> [Mark] {
    let color = context.spec.color.map { context.color($0, point) } ?? Palette.category(0)
    let records = context.results.records(ofPoint: point.index)
    let layers: [(layer: Int, quantiles: Quantiles)] = recording.recordings(in: point.settings.network)
      .compactMap { recording in
        let values = records.compactMap { $0.series(of: recording)?.values.first }.map(height)
        return recording.layer.flatMap { values.isEmpty ? nil : ($0, Quantiles(values)) }
      }
    guard !layers.isEmpty else { return [] }
    let x = layers.map { Double($0.layer) }
    let y = layers.map(\.quantiles.median)
    let band = Mark.Band(
      x: x, low: layers.map { $0.quantiles.at(0.1) }, high: layers.map { $0.quantiles.at(0.9) }, color: color)
    return (records.count > 1 ? [.band(band)] : [])
      + [.line(.init(x: x, y: y, color: color)), .points(.init(x: x, y: y, color: color))]
  }

  private func height(_ value: Float) -> Double {
    Double(row.scale == .logAbs ? value.magnitude : value)
  }
}
