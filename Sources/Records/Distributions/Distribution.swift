/// What is kept of many Float32 values, such as the weights of a layer at one step: a sketch that needs no range
/// beforehand, with exact counts, and that can be merged with others.
///
/// The values are counted by the upper 16 bits of their pattern (`buckets`), with NaN and ±Inf beside. Mean and higher
/// moments are of the finite values (see `MomentSums` for the order of summation). A sketch depends on its values and
/// their order only, not on the machine.
///
/// Always: the buckets' counts + NaN + ±Inf = `count`; and where bins are declared, their counts + below + above + NaN +
/// ±Inf = `count`.
package struct Distribution: Equatable, Sendable {
  package let nanCount: Int
  package let positiveInfinityCount: Int
  package let negativeInfinityCount: Int
  /// Values that are 0 or −0.
  package let zeroCount: Int
  /// Counts of the finite values.
  package let buckets: Buckets
  /// Counts in declared bins; nil if none were declared.
  package let binned: DeclaredCounts?
  let moments: MomentSums
  /// 0 where there are no finite values.
  private let low: Float
  private let high: Float

  /// - Parameters:
  ///   - values: fewer than 2³².
  ///   - bins: bins to count the values in exactly, beside the buckets.
  package init(_ values: some Collection<Float>, bins: DeclaredBins? = nil) {
    let result = values.withContiguousStorageIfAvailable { Distribution(buffer: $0, bins: bins) }
    self = result ?? Array(values).withUnsafeBufferPointer { Distribution(buffer: $0, bins: bins) }
  }

  private init(buffer values: UnsafeBufferPointer<Float>, bins: DeclaredBins?) {
    let table = BucketTable(values)
    let nonfinite = table.nonfiniteCount
    // Zeros and infinities share their keys with other values: look closer where those keys occur.
    let positive = table.count(0x7F80) > 0 ? values.occurrences(of: 0x7F80_0000) : 0
    let negative = table.count(0xFF80) > 0 ? values.occurrences(of: 0xFF80_0000) : 0
    let zeros = table.count(0, 0x8000) > 0 ? values.occurrences(of: 0, mask: 0x7FFF_FFFF) : 0
    let finite = FiniteSummary(values, finiteCount: values.count - nonfinite)
    self.init(
      nanCount: nonfinite - positive - negative, positiveInfinityCount: positive,
      negativeInfinityCount: negative,
      zeroCount: zeros, buckets: table.packed(), binned: bins.map { DeclaredCounts(values, in: $0) },
      moments: finite.moments, range: finite.moments.count > 0 ? (finite.min, finite.max) : nil)
  }

  init(
    nanCount: Int, positiveInfinityCount: Int, negativeInfinityCount: Int, zeroCount: Int, buckets: Buckets,
    binned: DeclaredCounts?, moments: MomentSums, range: (min: Float, max: Float)?
  ) {
    self.nanCount = nanCount
    self.positiveInfinityCount = positiveInfinityCount
    self.negativeInfinityCount = negativeInfinityCount
    self.zeroCount = zeroCount
    self.buckets = buckets
    self.binned = binned
    self.moments = moments
    low = range?.min ?? 0
    high = range?.max ?? 0
  }

  /// Takes in the values of another sketch.
  ///
  /// All counts are exact, in whatever order sketches are merged; the moments are rounded. Declared bins stay if both
  /// have the same.
  package mutating func merge(_ other: Distribution) {
    let low = [min, other.min].compactMap(\.self).min()
    let high = [max, other.max].compactMap(\.self).max()
    var moments = moments
    moments.merge(other.moments)
    self = Distribution(
      nanCount: nanCount + other.nanCount,
      positiveInfinityCount: positiveInfinityCount + other.positiveInfinityCount,
      negativeInfinityCount: negativeInfinityCount + other.negativeInfinityCount,
      zeroCount: zeroCount + other.zeroCount, buckets: buckets.merged(with: other.buckets),
      binned: other.binned.flatMap { binned?.merged(with: $0) }, moments: moments,
      range: low.flatMap { low in high.map { (low, $0) } })
  }
}

extension Distribution {
  /// How many values there are, finite or not.
  package var count: Int { finiteCount + nonfiniteCount }
  package var finiteCount: Int { moments.count }
  package var nonfiniteCount: Int { nanCount + positiveInfinityCount + negativeInfinityCount }
  /// The least finite value; nil if there is none.
  ///
  /// −0 counts as 0.
  package var min: Float? { finiteCount > 0 ? low : nil }
  /// The greatest finite value; nil if there is none.
  ///
  /// −0 counts as 0.
  package var max: Float? { finiteCount > 0 ? high : nil }

  /// The mean of the finite values; NaN if there are none.
  package var mean: Double { finiteCount > 0 ? moments.mean : .nan }

  /// The standard deviation of the finite values as a population; NaN if there are none.
  package var standardDeviation: Double {
    finiteCount > 0 ? (moments.second / Double(finiteCount)).squareRoot() : .nan
  }

  /// The third standardised moment of the finite values; NaN where they do not differ.
  package var skewness: Double {
    guard moments.second > 0 else { return .nan }
    return moments.third / Double(finiteCount) / (variance * variance.squareRoot())
  }

  /// The fourth standardised moment less 3: 0 for a normal distribution, −1.2 for a uniform one; NaN where the finite
  /// values do not differ.
  package var excessKurtosis: Double {
    guard moments.second > 0 else { return .nan }
    return moments.fourth / Double(finiteCount) / (variance * variance) - 3
  }

  private var variance: Double { moments.second / Double(finiteCount) }
}

extension UnsafeBufferPointer<Float> {
  /// How many values have this pattern, in the bits of the mask.
  fileprivate func occurrences(of pattern: UInt32, mask: UInt32 = .max) -> Int {
    reduce(into: 0) { $0 += $1.bitPattern & mask == pattern ? 1 : 0 }
  }
}
