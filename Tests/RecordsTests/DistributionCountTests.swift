import Testing

@testable import Records

/// A distribution counts every value once.
@Suite struct DistributionCountTests {
  static let cases: [[Float]] = {
    var samples = DistributionSamples(seed: 1)
    return [
      [], [0], [-0.0], [.nan], [-.infinity], DistributionSamples.special, samples.patterns(5000),
      samples.normal(777),
      samples.normal(300).map { max(0, $0) }, [Float](repeating: 0.1, count: 19), samples.patterns(1),
    ]
  }()

  @Test(arguments: cases)
  func countsAddUp(values: [Float]) throws {
    let bins = try #require(DeclaredBins(low: -0.5, high: 1, count: 7))
    let distribution = Distribution(values, bins: bins)
    let outside =
      distribution.nanCount + distribution.positiveInfinityCount + distribution.negativeInfinityCount
    #expect(distribution.count == values.count)
    #expect(distribution.buckets.reduce(0) { $0 + $1.count } + outside == values.count)
    let binned = try #require(distribution.binned)
    #expect(binned.counts.reduce(binned.below + binned.above, +) + outside == values.count)
  }

  @Test(arguments: cases)
  func kindsAreCountedOneByOne(values: [Float]) {
    let distribution = Distribution(values)
    let finite = values.filter(\.isFinite)
    #expect(distribution.nanCount == values.filter(\.isNaN).count)
    #expect(distribution.positiveInfinityCount == values.filter { $0 == .infinity }.count)
    #expect(distribution.negativeInfinityCount == values.filter { $0 == -.infinity }.count)
    #expect(distribution.zeroCount == values.filter { $0 == 0 }.count)
    #expect(distribution.min == finite.min())
    #expect(distribution.max == finite.max())
  }

  /// The buckets are those that a plain count by the upper half of the pattern gives, in order of value.
  @Test(arguments: cases)
  func bucketsAreThoseOfThePatterns(values: [Float]) {
    let buckets = Array(Distribution(values).buckets)
    var counts: [UInt16: Int] = [:]
    for value in values where value.isFinite { counts[UInt16(value.bitPattern >> 16), default: 0] += 1 }
    #expect(buckets.count == counts.count)
    for bucket in buckets { #expect(counts[bucket.key] == bucket.count) }
    for (left, right) in zip(buckets, buckets.dropFirst()) { #expect(left.high <= right.low) }
  }

  @Test func aBucketHoldsItsValues() {
    for value in DistributionSamples.special where value.isFinite {
      let bucket = Bucket(key: UInt16(value.bitPattern >> 16), count: 1)
      #expect(bucket.low <= Double(value))
      #expect(Double(value) <= bucket.high)
      // The outermost bucket has no end of its own.
      guard value.isNormal, abs(value) < .greatestFiniteMagnitude else { continue }
      #expect(bucket.high - bucket.low <= abs(Double(value)) / 128)
    }
  }

  @Test func minusZeroIsZero() {
    let distribution = Distribution([-0.0, -0.0] as [Float])
    #expect(distribution.min?.sign == .plus)
    #expect(distribution.max?.sign == .plus)
    #expect(distribution.zeroCount == 2)
    #expect(Array(distribution.buckets) == [Bucket(key: 0x8000, count: 2)])
  }

  /// Values come from anywhere: slices and lazy collections give what an array gives.
  @Test func anyCollectionWillDo() {
    let values = DistributionSamples.special
    #expect(Distribution(values[...]) == Distribution(values))
    #expect(Distribution(values.lazy.map { $0 }) == Distribution(values))
  }

  // MARK: Merging

  @Test func mergedCountsAreThoseOfAllValues() throws {
    let bins = try #require(DeclaredBins(low: 0, high: 1, count: 4))
    for left in Self.cases {
      for right in Self.cases {
        var merged = Distribution(left, bins: bins)
        merged.merge(Distribution(right, bins: bins))
        let whole = Distribution(left + right, bins: bins)
        #expect(merged.buckets == whole.buckets)
        #expect(merged.binned == whole.binned)
        #expect(merged.min == whole.min)
        #expect(merged.max == whole.max)
        #expect(merged.count == whole.count)
        #expect(merged.nanCount == whole.nanCount)
        #expect(merged.zeroCount == whole.zeroCount)
      }
    }
  }

  @Test func mergingNothingChangesNothing() {
    for values in Self.cases {
      let distribution = Distribution(values)
      var (left, right) = (distribution, Distribution([] as [Float]))
      left.merge(right)
      right.merge(distribution)
      #expect(left == distribution)
      #expect(right == distribution)
    }
  }

  @Test func otherBinsAreNotMerged() throws {
    let bins = try #require(DeclaredBins(low: 0, high: 1, count: 4))
    let others = try #require(DeclaredBins(low: 0, high: 1, count: 5))
    for right in [Distribution([0.5] as [Float]), Distribution([0.5] as [Float], bins: others)] {
      var left = Distribution([0.5] as [Float], bins: bins)
      left.merge(right)
      #expect(left.binned == nil)
      #expect(left.count == 2)
    }
  }
}
