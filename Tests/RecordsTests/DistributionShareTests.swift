import Testing

@testable import Records

/// Quantiles and shares are those of the values, to within a bucket.
@Suite struct DistributionShareTests {
  static let cases: [[Float]] = {
    var samples = DistributionSamples(seed: 11)
    return [
      samples.normal(2001), samples.uniform(500), samples.exponential(1000), [0.3], [2, 2, 2],
      samples.normal(400).map { max(0, $0) }, samples.patterns(3000), [-0.0, 0, 1], [-1, 0, 0, 0],
      samples.normal(300).map { min(max(2 * $0, -1), 1) }, DistributionSamples.special,
    ]
  }()

  private func finite(_ values: [Float]) -> [Double] { values.filter(\.isFinite).map { Double($0) }.sorted() }

  /// A quantile is in the bucket of the value that has this rank, and at the ends it is the value.
  @Test(arguments: cases)
  func quantilesAreInTheirBucket(values: [Float]) {
    let sorted = finite(values)
    let distribution = Distribution(values)
    #expect(distribution.quantile(0) == sorted[0])
    #expect(distribution.quantile(1) == sorted[sorted.count - 1])
    var before = -Double.infinity
    for step in 1..<100 {
      let p = Double(step) / 100
      let quantile = distribution.quantile(p)
      #expect(quantile >= before)
      before = quantile
      let ranked = sorted[Int((p * Double(sorted.count)).rounded(.up)) - 1]
      let bucket = Bucket(key: UInt16(Float(ranked).bitPattern >> 16), count: 1)
      #expect(bucket.isZero && abs(quantile) < 0x1p-133 || bucket.low <= quantile && quantile <= bucket.high)
    }
  }

  @Test func manyQuantilesAreAsOne() {
    let distribution = Distribution(Self.cases[0])
    let shares = [0.9, 0.0668, 1.5, -1, 0.5]
    #expect(distribution.quantiles(shares) == shares.map(distribution.quantile))
  }

  /// A share is wrong by no more than the values that have the limit in their bucket.
  @Test(arguments: cases)
  func sharesCountValues(values: [Float]) {
    let sorted = finite(values)
    let distribution = Distribution(values)
    for limit in [0, 1e-40, 0.003, 0.01, 0.5, 0.97, 1, 3, 1e30] {
      let key = UInt16(Float(limit).bitPattern >> 16)
      let near = sorted.filter { UInt16(Float($0).bitPattern >> 16) & 0x7FFF == key }.count
      let slack = Double(near) / Double(sorted.count) + 1e-12
      let below = Double(sorted.filter { $0 < limit }.count) / Double(sorted.count)
      let inside = Double(sorted.filter { abs($0) < limit }.count) / Double(sorted.count)
      #expect(abs(distribution.share(below: limit) - below) <= slack)
      #expect(abs(distribution.share(ofMagnitudeBelow: limit) - inside) <= slack)
      #expect(abs(distribution.share(from: limit) + distribution.share(below: limit) - 1) < 1e-12)
    }
  }

  /// What lies in one point is not spread: half of a ReLU's values are 0, a saturated tanh has values of just 1.
  @Test func pointsAreExact() {
    let rectified = Distribution([0, 0, 0, -0.0, 1, 2, 3, 4] as [Float])
    #expect(rectified.share(below: 0) == 0)
    #expect(rectified.share(upTo: 0) == 0.5)
    #expect(rectified.share(ofMagnitudeBelow: 1e-40) == 0.5)
    #expect(rectified.quantile(0.4) == 0)
    let saturated = Distribution([-1, 1, 1, 1] as [Float])
    #expect(saturated.share(from: 1) == 0.75)
    #expect(saturated.share(upTo: -1) == 0.25)
    #expect(saturated.share(ofMagnitudeBelow: 1) == 0)
    #expect(saturated.share(ofMagnitudeBelow: 1.0.nextUp) == 1)
  }

  // MARK: Other bins

  /// The counts in other bins are the differences of the shares at their edges.
  @Test(arguments: cases)
  func rebinnedCountsAreThoseOfShares(values: [Float]) {
    let distribution = Distribution(values)
    let count = Double(distribution.finiteCount)
    for edges in [[-1, -0.5, 0.01, 0.7, 1.001], [0.1, 0.10001], [-1e38, 1e-42, 1e38], [5, 6]] as [[Double]] {
      let rebinned = distribution.rebinned(edges: edges)
      #expect(abs(rebinned.counts.reduce(rebinned.below + rebinned.above, +) - count) < 1e-9 * count)
      #expect(abs(rebinned.below - count * distribution.share(below: edges[0])) < 1e-9 * count)
      for bin in rebinned.counts.indices where bin < edges.count - 2 {
        let share = distribution.share(below: edges[bin + 1]) - distribution.share(below: edges[bin])
        #expect(abs(rebinned.counts[bin] - count * share) < 1e-9 * count)
      }
    }
  }

  /// Powers of two bound buckets, so there the counts are exact.
  @Test func rebinningAtBucketsIsExact() {
    let values = Self.cases[0]
    let edges = [-4, -2, -1, -0.5, 0, 0.25, 0.5, 1, 2, 4] as [Double]
    let rebinned = Distribution(values).rebinned(edges: edges)
    for bin in 0..<9 {
      let count = values.filter { edges[bin] <= Double($0) && Double($0) < edges[bin + 1] }.count
      #expect(rebinned.counts[bin] == Double(count))
    }
  }

  @Test func pointsOnEdgesBelongAbove() {
    let rebinned = Distribution([0, 0, 1, 1, 1] as [Float]).rebinned(edges: [0, 0.5, 1])
    #expect(rebinned == RebinnedCounts(counts: [2, 3], below: 0, above: 0))
    let one = Distribution([1, 1, 1] as [Float])
    #expect(one.rebinned(edges: [0, 1, 2]) == RebinnedCounts(counts: [0, 3], below: 0, above: 0))
    #expect(one.rebinned(edges: [1.5, 2]) == RebinnedCounts(counts: [0], below: 3, above: 0))
    #expect(one.rebinned(edges: [-1, 0, 0.5]) == RebinnedCounts(counts: [0, 0], below: 0, above: 3))
  }
}
