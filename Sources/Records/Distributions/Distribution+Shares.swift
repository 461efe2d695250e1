/// A part of the finite values, taken as spread evenly from `low` to `high`; where these are equal, all in one point.
struct DistributionSpan: Equatable, Sendable {
  let low: Double
  let high: Double
  let count: Int

  /// The share of the span below `x`.
  func share(below x: Double) -> Double {
    guard low < high else { return low < x ? 1 : 0 }
    return Swift.min(Swift.max((x - low) / (high - low), 0), 1)
  }
}

// What a distribution says of its finite values by its buckets. Values count as spread evenly within a bucket; the first
// and the last bucket reach to the least and the greatest value only. The bucket of 0 is a point: its other values are
// below 2⁻¹³³.
extension Distribution {
  /// In ascending order, without overlap.
  var spans: [DistributionSpan] {
    guard let min, let max else { return [] }
    let range = Double(min)...Double(max)
    return buckets.map { bucket in
      let ends = bucket.isZero ? (0, 0) : (bucket.low, bucket.high)
      return DistributionSpan(
        low: ends.0.clamped(to: range), high: ends.1.clamped(to: range), count: bucket.count)
    }
  }

  /// The value below which a share `p` of the finite values lies; NaN if there are none.
  ///
  /// Exact at 0 and 1, which lower and higher shares count as; off by less than a bucket (0.8 %) between them.
  package func quantile(_ p: Double) -> Double { quantiles([p])[0] }

  /// Several quantiles, in the order of `shares`, for the price of one.
  package func quantiles(_ shares: [Double]) -> [Double] {
    guard let min, let max else { return shares.map { _ in .nan } }
    let spans = spans
    return shares.map { p in
      if p <= 0 { return Double(min) }
      if p >= 1 { return Double(max) }
      var left = p * Double(finiteCount)
      for span in spans {
        let count = Double(span.count)
        if left <= count { return span.low + (span.high - span.low) * (left / count) }
        left -= count
      }
      return Double(max)
    }
  }

  /// The share of the finite values that are less than `x`; NaN if there are none.
  package func share(below x: Double) -> Double {
    share { $0.share(below: x) }
  }

  /// The share of the finite values that are at least `x`; NaN if there are none.
  package func share(from x: Double) -> Double { 1 - share(below: x) }

  /// The share of the finite values that are `x` or less; NaN if there are none.
  package func share(upTo x: Double) -> Double {
    share { $0.low < $0.high ? $0.share(below: x) : ($0.low <= x ? 1 : 0) }
  }

  /// The share of the finite values whose magnitude is less than `limit`; NaN if there are none.
  package func share(ofMagnitudeBelow limit: Double) -> Double {
    share { span in
      guard span.low < span.high else { return abs(span.low) < limit ? 1 : 0 }
      return Swift.max(0, span.share(below: limit) - span.share(below: -limit))
    }
  }

  private func share(_ part: (DistributionSpan) -> Double) -> Double {
    guard finiteCount > 0 else { return .nan }
    return spans.reduce(0) { $0 + part($1) * Double($1.count) } / Double(finiteCount)
  }
}

/// Counts of a distribution in bins that were not declared beforehand: by overlap, so not whole numbers.
package struct RebinnedCounts: Equatable, Sendable {
  /// One a bin.
  package var counts: [Double]
  /// Finite values under the first edge, and over the last.
  package var below: Double
  package var above: Double
}

extension Distribution {
  /// The finite values in other bins, each bucket divided among the bins that it overlaps (as TensorBoard does).
  ///
  /// - Parameter edges: at least two, ascending. A point on an edge is in the bin above, on the last in the bin below.
  /// - Returns: counts that add up to `finiteCount`, but for rounding.
  package func rebinned(edges: [Double]) -> RebinnedCounts {
    precondition(edges.count > 1 && zip(edges, edges.dropFirst()).allSatisfy(<), "bins need ascending edges")
    var result = RebinnedCounts(counts: [Double](repeating: 0, count: edges.count - 1), below: 0, above: 0)
    let last = edges.count - 1
    // The first edge above the span's lower end: spans ascend, so this does too.
    var next = 0
    for span in spans {
      let count = Double(span.count)
      while next <= last, edges[next] <= span.low { next += 1 }
      if span.low == edges[last], span.high == span.low {
        result.counts[last - 1] += count
        continue
      }
      var done = 0.0
      for edge in next..<Swift.max(edges.count, next) where edge <= last {
        let share = span.low < span.high ? span.share(below: edges[edge]) : 1
        if edge == 0 {
          result.below += count * (share - done)
        } else {
          result.counts[edge - 1] += count * (share - done)
        }
        done = share
        if share == 1 { break }
      }
      result.above += count * (1 - done)
    }
    return result
  }
}

extension Double {
  func clamped(to range: ClosedRange<Double>) -> Double {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
