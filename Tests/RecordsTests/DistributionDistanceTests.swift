import Testing

@testable import Records

@Suite struct DistributionDistanceTests {
  /// The distances of a distribution from itself and from one that has nothing in common with it.
  @Test func endsOfTheScale() {
    var samples = DistributionSamples(seed: 13)
    let a = Distribution(samples.normal(500))
    let b = Distribution(samples.uniform(300).map { $0 + 1000 })
    #expect(Distance.totalVariation(a, a) == 0)
    #expect(Distance.wasserstein1(a, a) == 0)
    #expect(abs(Distance.totalVariation(a, b) - 1) < 1e-12)
    #expect(abs(Distance.totalVariation(b, a) - 1) < 1e-12)
    let same = Distribution([2, 2] as [Float])
    #expect(Distance.totalVariation(same, Distribution([2] as [Float])) == 0)
  }

  @Test func withoutFiniteValuesThereIsNone() {
    let a = Distribution([1] as [Float])
    let none = Distribution([.nan] as [Float])
    #expect(Distance.totalVariation(a, none).isNaN)
    #expect(Distance.wasserstein1(none, a).isNaN)
    #expect(Distance.declaredTotalVariation(a, a) == nil)
  }

  /// Over declared bins it is half the sum of the differences, with what lies outside.
  @Test func declaredVariationIsExact() throws {
    let bins = try #require(DeclaredBins(low: 0, high: 1, count: 2))
    let a = Distribution([0.1, 0.2, 0.7, 2] as [Float], bins: bins)
    let b = Distribution([0.1, 0.7, -1, .nan, -2] as [Float], bins: bins)
    #expect(Distance.declaredTotalVariation(a, b) == 0.5)
    let others = try #require(DeclaredBins(low: 0, high: 1, count: 3))
    #expect(Distance.declaredTotalVariation(a, Distribution([0.1] as [Float], bins: others)) == nil)
  }

  /// Over joint bins it is that of the values' own histogram, but for buckets that an edge divides.
  @Test func jointVariationIsThatOfTheValues() throws {
    var samples = DistributionSamples(seed: 17)
    let left = samples.normal(4000)
    let right = samples.normal(3000).map { 0.5 * $0 + 1 }
    let both = Distribution(left + right)
    let bins = try #require(
      DeclaredBins(low: Double(both.min ?? 0), high: Double(both.max ?? 0), count: 30))
    let (a, b) = (Distribution(left, bins: bins), Distribution(right, bins: bins))
    let exact = try #require(Distance.declaredTotalVariation(a, b))
    #expect(exact > 0.3)
    // 29 edges divide a bucket each; near the middle it holds about 0.3 % of the values, of which few are misplaced.
    #expect(abs(Distance.totalVariation(a, b) - exact) < 0.02)
  }

  /// Points move as far as they lie apart.
  @Test func pointsMoveTheirDistance() {
    let zero = Distribution([0, 0, 0] as [Float])
    let one = Distribution([1, 1] as [Float])
    #expect(Distance.wasserstein1(zero, one) == 1)
    #expect(Distance.wasserstein1(one, zero) == 1)
    let spread = Distribution([0, 0, 0, 1] as [Float])
    #expect(abs(Distance.wasserstein1(spread, zero) - 0.25) < 1e-15)
    #expect(abs(Distance.wasserstein1(spread, one) - 0.75) < 1e-15)
  }

  /// Within a bucket, values are spread between the least and the greatest: here over 1/256, around a point.
  @Test func spreadValuesMoveBothWays() {
    let spread = Distribution([1, 1.00390625] as [Float])
    let point = Distribution([1.001953125, 1.001953125] as [Float])
    #expect(Distance.wasserstein1(spread, point) == 1.0 / 1024)
  }

  /// With equally many values it is the mean distance of the sorted values, but for the width of buckets (1/128 of a
  /// value, for both).
  @Test func wassersteinIsTheMeanDistanceOfSortedValues() {
    var samples = DistributionSamples(seed: 19)
    let left = samples.normal(2000)
    let right = samples.exponential(2000)
    let pairs = zip(left.sorted(), right.sorted()).map { (Double($0), Double($1)) }
    let mean = pairs.reduce(0) { $0 + abs($1.0 - $1.1) } / 2000
    let slack = pairs.reduce(0) { $0 + (abs($1.0) + abs($1.1)) / 128 } / 2000
    let distance = Distance.wasserstein1(Distribution(left), Distribution(right))
    #expect(abs(distance - mean) <= slack)
    #expect(mean > 10 * slack)
  }
}
