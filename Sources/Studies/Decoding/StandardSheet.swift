extension SheetSpec {
  /// The sheet of a study that describes none: what anyone would look at first.
  static func standard(title: String, groups: Int, points: [GridPoint]) -> SheetSpec {
    SheetSpec(
      name: "sheet", title: title, points: Array(points.indices), each: groups > 1 ? .group : nil,
      columns: .run,
      color: nil, rows: rows(of: points.first?.settings.kind ?? .supervised, points), reading: "")
  }

  private static func rows(of kind: StudyKind, _ points: [GridPoint]) -> [RowSpec] {
    switch kind {
    case .supervised:
      [
        RowSpec(
          mark: .line(RecordingSpec(quantity: .trainAccuracy)), range: ValueRange(low: 0, high: 1),
          shared: true),
        RowSpec(mark: .line(RecordingSpec(quantity: .trainLoss))), gradientNorms,
      ]
    case .forward:
      RowSpec(mark: .histogram(DistributionSpec(tensor: .activations), HistogramOptions())).expanded(
        over: points) + [
          RowSpec(mark: .line(RecordingSpec(quantity: .activationDeviation)), scale: .log), gradientNorms,
        ]
    case .policy:
      [
        RowSpec(
          mark: .line(RecordingSpec(quantity: .reward)), range: ValueRange(low: -1, high: 1), shared: true),
        gradientNorms,
      ]
    }
  }

  private static let gradientNorms = RowSpec(mark: .line(RecordingSpec(quantity: .gradientNorm)), scale: .log)
}
