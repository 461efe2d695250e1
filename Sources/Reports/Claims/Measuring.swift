package import Records
package import Studies

extension Measure {
  /// The measured number of a run; nil where it has none, such as a first non-finite step of a run that stays finite.
  package func value(of record: Record, layerCount: Int) -> Double? {
    switch self {
    case .metric(let metric, let layer):
      return record.value(of: metric, layer: layer)
    case .reduced(let spec, let reduction):
      let series = spec.recordings(layerCount: layerCount).compactMap { record.series(of: $0) }
      return reduction.apply(to: series)
    }
  }
}

extension Reduction {
  /// All values of some series as one.
  ///
  /// NaN if any value that counts is NaN; nil if none counts.
  func apply(to series: [Series]) -> Double? {
    let values = series.flatMap(counted).map(Double.init)
    guard let first = values.first else { return nil }
    switch self {
    case .first, .last, .mean, .meanOfLast100:
      return values.reduce(0, +) / Double(values.count)
    case .min:
      return values.reduce(first) { $0.isNaN || $0 <= $1 ? $0 : $1 }
    case .max:
      return values.reduce(first) { $0.isNaN || $0 >= $1 ? $0 : $1 }
    case .maxAbs:
      return values.reduce(0) { $0.isNaN || $0 >= $1.magnitude ? $0 : $1.magnitude }
    }
  }

  /// The values of a series that the reduction is over: those of its first, last or last 100 steps, or all.
  private func counted(_ series: Series) -> ArraySlice<Float> {
    let lines = series.lineCount
    return switch self {
    case .first: series.values.prefix(lines)
    case .last: series.values.suffix(lines)
    case .meanOfLast100: series.values.suffix(100 * lines)
    case .mean, .min, .max, .maxAbs: series.values[...]
    }
  }
}
