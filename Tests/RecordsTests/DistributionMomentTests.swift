import Testing

@testable import Records

/// Moments are summed in their declared order, and mean what they say.
@Suite struct DistributionMomentTests {
  private func summary(_ values: [Float], naive: Bool) -> FiniteSummary {
    values.withUnsafeBufferPointer {
      naive
        ? FiniteSummary.naive($0)
        : FiniteSummary($0, finiteCount: $0.reduce(0) { $0 + ($1.isFinite ? 1 : 0) })
    }
  }

  /// Eight lanes at a time give the bits of one value at a time, at every length and with anything in between.
  @Test func lanesGiveTheBitsOfTheSpecification() {
    var samples = DistributionSamples(seed: 5)
    for count in Array(0...40) + [1001] {
      let normal = samples.normal(count)
      let mixed = normal.map {
        samples.unit() < 0.2 ? DistributionSamples.special.randomElement(using: &samples) ?? 0 : $0
      }
      for values in [normal, mixed, samples.patterns(count), normal.map { $0 * 0 }] {
        #expect(summary(values, naive: false) == summary(values, naive: true))
      }
    }
  }

  @Test func momentsOfFewValues() {
    let even = Distribution([1, 2, 3, 4] as [Float])
    #expect(even.mean == 2.5)
    #expect(even.standardDeviation == 1.25.squareRoot())
    #expect(even.skewness == 0)
    #expect(abs(even.excessKurtosis + 1.36) < 1e-15)
    // A share p of ones has skewness (1 − 2p) / √(p (1 − p)) and excess kurtosis 1 / (p (1 − p)) − 6.
    let quarter = Distribution([0, .nan, 0, 1, .infinity, 0] as [Float])
    #expect(quarter.mean == 0.25)
    #expect(abs(quarter.skewness - 0.5 / 0.1875.squareRoot()) < 1e-15)
    #expect(abs(quarter.excessKurtosis - (1 / 0.1875 - 6)) < 1e-14)
  }

  @Test func thereIsNothingToSayOfNoValues() {
    for values in [[], [.nan, .infinity]] as [[Float]] {
      let distribution = Distribution(values)
      #expect(distribution.mean.isNaN)
      #expect(distribution.standardDeviation.isNaN)
      #expect(distribution.skewness.isNaN)
      #expect(distribution.excessKurtosis.isNaN)
      #expect(distribution.min == nil)
      for quantile in distribution.quantiles([0, 0.5, 1]) { #expect(quantile.isNaN) }
    }
  }

  /// Equal values have no spread, although the sum of them is rounded.
  @Test func equalValuesDoNotVary() {
    for count in 1...50 {
      let distribution = Distribution([Float](repeating: 0.1, count: count))
      #expect(distribution.mean == Double(Float(0.1)))
      #expect(distribution.standardDeviation == 0)
      #expect(distribution.skewness.isNaN)
    }
  }

  /// The greatest floats overflow nothing: their fourth powers fit a Double.
  @Test func greatestValuesStayFinite() {
    let distribution = Distribution([.greatestFiniteMagnitude, -.greatestFiniteMagnitude] as [Float])
    #expect(distribution.mean == 0)
    #expect(distribution.standardDeviation == Double(Float.greatestFiniteMagnitude))
    #expect(distribution.excessKurtosis == -2)
  }

  /// Merged moments agree with those of all values to 12 digits: a few roundings of Double apart.
  @Test func mergedMomentsAreThoseOfAllValues() {
    var samples = DistributionSamples(seed: 7)
    let left = samples.normal(1000)
    let right = samples.exponential(300).map { 3 + 2 * $0 }
    var merged = Distribution(left)
    merged.merge(Distribution(right))
    let whole = Distribution(left + right)
    for (a, b) in [
      (merged.mean, whole.mean), (merged.standardDeviation, whole.standardDeviation),
      (merged.skewness, whole.skewness), (merged.excessKurtosis, whole.excessKurtosis),
    ] {
      #expect(abs(a - b) < 1e-12 * abs(b))
    }
  }

  /// Merging one value after the other is the hardest case for the formulas.
  @Test func valuesMergeOneByOne() {
    var samples = DistributionSamples(seed: 8)
    let values = samples.exponential(200)
    var merged = Distribution([] as [Float])
    for value in values { merged.merge(Distribution([value])) }
    let whole = Distribution(values)
    #expect(merged.buckets == whole.buckets)
    #expect(abs(merged.skewness - whole.skewness) < 1e-12)
    #expect(abs(merged.excessKurtosis - whole.excessKurtosis) < 1e-11)
  }
}

extension DistributionSamples: RandomNumberGenerator {
  mutating func next() -> UInt64 { word() }
}
