import Charts
import Records
import Studies

/// The bins that histograms of one panel, or of one row, share.
struct DrawnBins {
  let edges: [Double]
  /// Of a bin, in the values' unit or in decades.
  let width: Double
  private let isLogarithmic: Bool
  private let isDeclared: Bool

  /// Bins for some distributions; nil if they have no value that the axis can show.
  ///
  /// Declared bins are taken as they are; otherwise the range is the row's, or that of all values together, between
  /// the row's percentiles if it has some.
  init?(
    _ distributions: [Distribution], _ spec: DistributionSpec, _ options: HistogramOptions, _ row: RowSpec
  ) {
    isLogarithmic = options.values == .logAbs
    if !isLogarithmic, let declared = spec.bins,
      let bins = DeclaredBins(low: declared.range.low, high: declared.range.high, count: declared.count),
      distributions.contains(where: { $0.finiteCount > 0 })
    {
      (edges, isDeclared) = (bins.edges, true)
      width = (bins.high - bins.low) / Double(bins.count)
      return
    }
    guard let range = row.range ?? DrawnBins.range(distributions, isLogarithmic, row.clip) else { return nil }
    let bins =
      isLogarithmic
      ? Bins.logarithmic(low: range.low, high: range.high, count: options.bins)
      : Bins.linear(low: range.low, high: range.high, count: options.bins)
    guard let bins, distributions.contains(where: { $0.finiteCount > 0 }) else { return nil }
    (edges, width, isDeclared) = (bins.edges, bins.width, false)
  }

  private static func range(
    _ distributions: [Distribution], _ isLogarithmic: Bool, _ clip: ValueRange?
  ) -> ValueRange? {
    guard var all = distributions.first else { return nil }
    for other in distributions.dropFirst() { all.merge(other) }
    let (low, high) = ((clip?.low ?? 0) / 100, (clip?.high ?? 100) / 100)
    if isLogarithmic {
      let magnitudes = Magnitudes(all)
      guard !magnitudes.isEmpty else { return nil }
      return widened(magnitudes.quantile(low), magnitudes.quantile(high), isLogarithmic: true)
    }
    guard all.finiteCount > 0 else { return nil }
    return widened(all.quantile(low), all.quantile(high), isLogarithmic: false)
  }

  /// Values that are all equal, or nearly, stand in the middle of a range.
  private static func widened(_ low: Double, _ high: Double, isLogarithmic: Bool) -> ValueRange {
    let size = max(low.magnitude, high.magnitude)
    guard high - low <= size * 1e-6 else { return ValueRange(low: low, high: high) }
    if isLogarithmic { return ValueRange(low: low / 3, high: high * 3) }
    let room = size > 0 ? size / 2 : 0.5
    return ValueRange(low: low - room, high: high + room)
  }

  /// The counts of a distribution in these bins, and of what is in none.
  func counts(of distribution: Distribution) -> DrawnCounts {
    if isDeclared, let binned = distribution.binned {
      return DrawnCounts(
        counts: binned.counts.map(Double.init), below: Double(binned.below), above: Double(binned.above))
    }
    if isLogarithmic { return Magnitudes.counts(of: distribution, edges: edges) }
    let rebinned = distribution.rebinned(edges: edges)
    return DrawnCounts(counts: rebinned.counts, below: rebinned.below, above: rebinned.above)
  }
}

/// How many values are in each bin, and in none; by overlap, so not whole numbers, unless the bins were declared.
struct DrawnCounts {
  let counts: [Double]
  /// Finite values under the first bin, and over the last.
  let below: Double
  let above: Double
}

/// The magnitudes of a distribution's values other than 0.
struct Magnitudes {
  /// Ascending, without overlap.
  private let spans: [(low: Double, high: Double, count: Int)]
  private let total: Int

  init(_ distribution: Distribution) {
    let limit = distribution.maxMagnitude ?? 0
    var counts = [Int](repeating: 0, count: 0x8000)
    var bounds = [(low: Double, high: Double)](repeating: (0, 0), count: 0x8000)
    for bucket in distribution.buckets {
      let place = Int(bucket.key & 0x7FFF)
      counts[place] += bucket.count
      let ends = [bucket.low.magnitude, bucket.high.magnitude]
      bounds[place] = (min(ends[0], ends[1]), min(max(ends[0], ends[1]), limit))
    }
    // The first bucket holds 0, and nothing that could be told from it.
    spans = (1..<0x8000).filter { counts[$0] > 0 }.map { (bounds[$0].low, bounds[$0].high, counts[$0]) }
    total = spans.reduce(0) { $0 + $1.count }
  }

  var isEmpty: Bool { total == 0 }

  /// The magnitude below which a share lies; of no magnitudes 0.
  func quantile(_ share: Double) -> Double {
    var left = share * Double(total)
    for span in spans {
      let count = Double(span.count)
      if left <= count { return span.low + (span.high - span.low) * max(0, left / count) }
      left -= count
    }
    return spans.last?.high ?? 0
  }

  /// The magnitudes in bins with edges above 0; 0 itself counts as neither below nor above.
  static func counts(of distribution: Distribution, edges: [Double]) -> DrawnCounts {
    let all = distribution.rebinned(edges: edges.reversed().map { -$0 } + edges)
    let bins = edges.count - 1
    let middle = all.counts[bins]
    return DrawnCounts(
      counts: (0..<bins).map { all.counts[bins - 1 - $0] + all.counts[bins + 1 + $0] },
      below: max(0, middle - Double(distribution.zeroCount)), above: all.below + all.above)
  }
}
