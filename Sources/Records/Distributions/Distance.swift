/// How far two distributions are apart.
///
/// Only finite values count; NaN if one of the two has none.
package enum Distance {
  /// The total variation over equal bins of the joint range: 0 for equal shares in all bins, 1 for none in common.
  ///
  /// - Parameters:
  ///   - a: one of the two.
  ///   - b: the other.
  ///   - bins: 1 … 65,536; the fewer, the less it is moved by chance.
  /// - Returns: a number in 0 … 1.
  package static func totalVariation(_ a: Distribution, _ b: Distribution, bins: Int = 30) -> Double {
    guard let aMin = a.min, let aMax = a.max, let bMin = b.min, let bMax = b.max else { return .nan }
    let low = Double(min(aMin, bMin))
    let high = Double(max(aMax, bMax))
    precondition((1...DeclaredBins.limit).contains(bins), "a distance needs 1 … 65,536 bins")
    // In Double there is room for that many edges between any two floats.
    guard let joint = DeclaredBins(low: low, high: high, count: bins) else { return 0 }
    let left = a.rebinned(edges: joint.edges).counts.map { $0 / Double(a.finiteCount) }
    let right = b.rebinned(edges: joint.edges).counts.map { $0 / Double(b.finiteCount) }
    return halfSum(left, right)
  }

  /// The total variation over the bins that both declare, with what lies below and above them; exact.
  ///
  /// - Returns: nil unless both are counted in the same bins.
  package static func declaredTotalVariation(_ a: Distribution, _ b: Distribution) -> Double? {
    guard let left = a.binned, let right = b.binned, left.bins == right.bins else { return nil }
    return halfSum(shares(left), shares(right))
  }

  /// The first Wasserstein distance ("earth mover's"): how far values must move on average to make `a` of `b`, in the
  /// values' unit.
  ///
  /// It is ∫ |quantile of a − quantile of b| over the shares 0 … 1, exact for values spread evenly within buckets.
  package static func wasserstein1(_ a: Distribution, _ b: Distribution) -> Double {
    wasserstein1(a.spans, b.spans)
  }

  /// The first Wasserstein distance of what two reports carry of their distributions.
  package static func wasserstein1(_ a: CoarseSketch, _ b: CoarseSketch) -> Double {
    wasserstein1(a.spans, b.spans)
  }

  private static func wasserstein1(_ a: [DistributionSpan], _ b: [DistributionSpan]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return .nan }
    var left = QuantileWalk(a)
    var right = QuantileWalk(b)
    var share = 0.0
    var sum = 0.0
    while share < 1 {
      let end = min(left.end, right.end)
      if end > share {
        let first = left.value(at: share) - right.value(at: share)
        let second = left.value(at: end) - right.value(at: end)
        sum += (end - share) * meanMagnitude(first, second)
        share = end
      }
      if left.end <= end { left.advance() }
      if right.end <= end { right.advance() }
    }
    return sum
  }

  /// The mean of |x| where x goes evenly from one value to the other.
  private static func meanMagnitude(_ first: Double, _ second: Double) -> Double {
    let (p, q) = (abs(first), abs(second))
    if first * second >= 0 { return (p + q) / 2 }
    return (p * p + q * q) / (2 * (p + q))
  }

  private static func shares(_ counts: DeclaredCounts) -> [Double] {
    let total = Double(counts.total)
    return ([counts.below] + counts.counts + [counts.above]).map { Double($0) / total }
  }

  private static func halfSum(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
  }
}

/// Goes along the quantile function of a distribution, span by span.
private struct QuantileWalk {
  private let spans: [DistributionSpan]
  private let total: Double
  private var index = 0
  private var countBefore = 0
  private var start = 0.0
  /// The share at which the span ends; exactly 1 for the last.
  private(set) var end = 0.0

  init(_ spans: [DistributionSpan]) {
    self.spans = spans
    total = Double(spans.reduce(0) { $0 + $1.count })
    setEnds()
  }

  mutating func advance() {
    guard index < spans.count - 1 else { return }
    countBefore += spans[index].count
    index += 1
    setEnds()
  }

  func value(at share: Double) -> Double {
    let span = spans[index]
    return span.low + (span.high - span.low) * ((share - start) / (end - start))
  }

  private mutating func setEnds() {
    guard index < spans.count else { return }
    start = Double(countBefore) / total
    end = Double(countBefore + spans[index].count) / total
  }
}
