/// Finds the range of an axis from values and the axis' rule.
enum AxisRange {
  /// A finite range with low < high, positive on a logarithmic axis.
  struct Bounds: Equatable, Sendable {
    var low: Double
    var high: Double
    /// False where there was no value to take it from.
    var isKnown = true
  }

  /// Magnitudes beyond this are clamped, so that no difference of two overflows.
  private static let largest = 1e300

  /// The range for the finite values among `values`; those that the scale cannot show are left out.
  static func resolve(_ axis: Axis, values: [Double]) -> Bounds {
    if case .fixed(let low, let high) = axis.range, let bounds = fixed(low, high, axis.scale) {
      return bounds
    }
    let isLog = axis.scale == .log
    let shown = values.filter { $0.isFinite && (!isLog || $0 > 0) }
    guard !shown.isEmpty else { return Bounds(low: isLog ? 0.1 : 0, high: isLog ? 10 : 1, isKnown: false) }
    var (low, high) = extremes(axis.range, shown)
    if axis.includesZero, !isLog { (low, high) = (min(low, 0), max(high, 0)) }
    low = max(-largest, min(largest, low))
    high = max(-largest, min(largest, high))
    return widened(low, high, isLog: isLog)
  }

  private static func extremes(_ rule: Axis.Range, _ values: [Double]) -> (Double, Double) {
    if case .robust(let low, let high) = rule {
      var copy = values
      return (Percentile.value(low, of: &copy), Percentile.value(high, of: &copy))
    }
    return (values.min() ?? 0, values.max() ?? 1)
  }

  private static func fixed(_ low: Double, _ high: Double, _ scale: Axis.Scale) -> Bounds? {
    guard low < high, abs(low) <= largest, abs(high) <= largest else { return nil }
    return scale == .log && low <= 0 ? nil : Bounds(low: low, high: high)
  }

  /// Gives constant values some room.
  private static func widened(_ low: Double, _ high: Double, isLog: Bool) -> Bounds {
    let size = max(abs(low), abs(high))
    guard high / 2 - low / 2 <= size * 1e-9 else { return Bounds(low: low, high: high) }
    if isLog { return Bounds(low: low / 3, high: high * 3) }
    if size < 1e-290 { return Bounds(low: -1, high: 1) }
    return Bounds(low: low - size * 0.1, high: high + size * 0.1)
  }
}
