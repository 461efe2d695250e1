import Records
import Studies

@testable import Reports

extension ExampleResults {
  /// Two groups of two learning rates, with what the rows of `spec` draw; of a diverging example the last run's values
  /// become infinite and then NaN.
  static func drawn(diverging: Bool = false, seeds: [UInt64] = [1], spec: SheetSpec = sheet())
    -> ExampleResults
  {
    var example = ExampleResults(title: "Study", seeds: seeds, sheets: [spec])
    for (index, (group, rate)) in [("A", "1"), ("A", "0.1"), ("B", "1"), ("B", "0.1")].enumerated() {
      example.add(
        group, rate: rate, note: "note \(index)", metrics: seeds.map { _ in [] },
        series: seeds.map { seed in
          series(spec, scale: Float(index + 1) * Float(seed), diverging: diverging && index == 3)
        })
    }
    return example
  }

  /// A loss, the biases of the last layer, and the norms of both layers.
  static func sheet(
    each: Facet? = nil, columns: Facet = .run, color: Facet? = nil, name: String = "curves",
    title: String = "Sheet"
  ) -> SheetSpec {
    SheetSpec(
      name: name, title: title, points: [0, 1, 2, 3], each: each, columns: columns, color: color,
      rows: [
        RowSpec(mark: .line(RecordingSpec(quantity: .trainLoss)), range: ValueRange(low: 0, high: 3)),
        RowSpec(
          mark: .line(RecordingSpec(quantity: .bias, layers: .last, units: .first(2))), title: "biases",
          ifDiverging: .logAbs, shared: true),
        RowSpec(
          mark: .line(RecordingSpec(quantity: .weightNorm)), scale: .log, clip: ValueRange(low: 1, high: 99)),
      ], reading: "Read it.")
  }

  private static func series(_ spec: SheetSpec, scale: Float, diverging: Bool) -> [Series] {
    spec.rows.flatMap { row in
      (row.mark.recording?.recordings(in: NetworkSettings()) ?? []).map { recording in
        let units = recording.quantity.scope == .unit ? [1, 2] : []
        let values = (0..<5 * max(1, units.count)).map { place in
          diverging && place >= 4 ? (place >= 6 ? Float.nan : -.infinity) : scale * Float(place + 1) / 8
        }
        return Series(recording: recording, units: units, steps: [0, 5, 10, 15, 20], values: values)
      }
    }
  }
}
