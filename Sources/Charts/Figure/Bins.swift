import Numerics

/// Bins of one width along an axis, for histograms.
package struct Bins: Equatable, Sendable {
  /// One more than there are bins, ascending; the first and the last are the ends of the range.
  package let edges: [Double]
  /// Of every bin: in the values' unit, or in decades.
  package let width: Double

  /// Bins of equal difference.
  ///
  /// - Parameters:
  ///   - low: finite.
  ///   - high: finite, greater than `low`.
  ///   - count: at least 1.
  /// - Returns: nil where Double cannot tell their edges apart.
  package static func linear(low: Double, high: Double, count: Int) -> Bins? {
    let width = (high - low) / Double(count)
    return Bins(low: low, high: high, count: count, width: width) { low + Double($0) * width }
  }

  /// Bins of equal ratio.
  ///
  /// - Parameters:
  ///   - low: finite, above 0.
  ///   - high: finite, greater than `low`.
  ///   - count: at least 1.
  /// - Returns: nil where Double cannot tell their edges apart.
  package static func logarithmic(low: Double, high: Double, count: Int) -> Bins? {
    guard low > 0 else { return nil }
    let (from, to) = (Elementary.log10(low), Elementary.log10(high))
    let width = (to - from) / Double(count)
    // 10ˣ = exp(x · ln 10)
    return Bins(low: low, high: high, count: count, width: width) {
      Elementary.exp((from + Double($0) * width) * 2.302585092994046)
    }
  }

  private init?(low: Double, high: Double, count: Int, width: Double, edge: (Int) -> Double) {
    guard count > 0, low < high, width > 0, width.isFinite else { return nil }
    edges = [low] + (1..<count).map(edge) + [high]
    self.width = width
    guard zip(edges, edges.dropFirst()).allSatisfy(<) else { return nil }
  }
}
