import Charts
import Records
import Studies

/// The lines of one quantity of one grid point, over all its seeds.
struct RunLines {
  /// One for each recording (layer); in each one series a seed.
  private let recordings: [(layer: Int?, series: [Series])]
  private let quantity: Quantity
  private let context: SheetContext

  init(_ spec: RecordingSpec, _ point: GridPoint, _ context: SheetContext) {
    quantity = spec.quantity
    self.context = context
    let records = context.results.records(ofPoint: point.index)
    recordings = spec.recordings(in: point.settings.network).map { recording in
      (recording.layer, records.compactMap { $0.series(of: recording) })
    }
  }

  var isEmpty: Bool { recordings.allSatisfy { $0.series.allSatisfy(\.values.isEmpty) } }

  /// Whether any value is NaN or infinite.
  var hasNonfinite: Bool {
    recordings.contains { $0.series.contains { $0.values.contains { !$0.isFinite } } }
  }

  /// What a panel draws of the point.
  ///
  /// - Parameters:
  ///   - scale: `logAbs` draws |value|.
  ///   - color: of all lines; nil colours layers and units apart.
  ///   - drawsSeeds: whether several seeds are thin lines rather than a band.
  /// - Returns: lines; before that of several seeds a band, or the lines of the seeds.
  func marks(scale: AxisScale, color: Color?, drawsSeeds: Bool) -> [Mark] {
    recordings.flatMap { layer, series -> [Mark] in
      guard let first = series.first else { return [] }
      guard quantity.scope == .unit else {
        let own = color ?? layer.map(context.color(ofLayer:)) ?? Palette.category(0)
        return drawsSeeds && series.count > 1
          ? singleSeeds(series, scale, own) : seedMarks(series, scale, own)
      }
      return unitMarks(first, scale, color)
    }
  }

  /// The names of the colours that `marks` uses without a given one.
  var legend: [Sheet.LegendEntry] {
    switch quantity.scope {
    case .run: return []
    case .layer:
      return recordings.compactMap(\.layer).map { .line("layer \($0)", context.color(ofLayer: $0)) }
    case .unit:
      guard let units = recordings.first?.series.first?.units, let last = units.last else { return [] }
      guard units.count > Palette.categoryCount else {
        return units.enumerated().map { .line("unit \($1)", Palette.category($0)) }
      }
      return [
        Sheet.LegendEntry(label: "unit", swatch: .ramp(from: "\(units[0])", to: "\(last)"))
      ]
    }
  }

  /// One seed as a line; several as their median and the band of their 10 % and 90 % quantiles.
  private func seedMarks(_ series: [Series], _ scale: AxisScale, _ color: Color) -> [Mark] {
    let x = series[0].steps.map(Double.init)
    guard series.count > 1 else {
      return [.line(.init(x: x, y: RunLines.heights(series[0].values, scale), color: color))]
    }
    let quantiles = x.indices.map { step in
      Quantiles(series.map { RunLines.heights([$0.values[step]], scale)[0] })
    }
    return [
      .band(.init(x: x, low: quantiles.map { $0.at(0.1) }, high: quantiles.map { $0.at(0.9) }, color: color)),
      .line(.init(x: x, y: quantiles.map(\.median), color: color)),
    ]
  }

  /// Every seed as a thin line, and their median.
  private func singleSeeds(_ series: [Series], _ scale: AxisScale, _ color: Color) -> [Mark] {
    let x = series[0].steps.map(Double.init)
    let seeds = series.map { RunLines.heights($0.values, scale) }
    let medians = x.indices.map { step in Quantiles(seeds.map { $0[step] }).median }
    return seeds.map { .line(.init(x: x, y: $0, color: color, width: 1.5, opacity: 0.4)) }
      + [.line(.init(x: x, y: medians, color: color, isDerived: true))]
  }

  private func unitMarks(_ series: Series, _ scale: AxisScale, _ color: Color?) -> [Mark] {
    let x = series.steps.map(Double.init)
    let style = Mark.Line.style(count: series.lineCount)
    return (0..<series.lineCount).map { index in
      let own =
        series.lineCount > Palette.categoryCount
        ? Palette.sequence(index, of: series.lineCount) : Palette.category(index)
      return .line(
        .init(
          x: x, y: RunLines.heights(series.line(index), scale), color: color ?? own, width: style.width,
          opacity: style.opacity))
    }
  }

  private static func heights(_ values: [Float], _ scale: AxisScale) -> [Double] {
    values.map { scale == .logAbs ? Double($0.magnitude) : Double($0) }
  }
}
