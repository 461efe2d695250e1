import Testing

@testable import Reports

@Suite struct QuantilesTests {
  /// `numpy.quantile` (linear): the values at h = q (n − 1), exact here because every step is a power of two.
  @Test(arguments: [
    ([4.0, 1, 3, 2], 0.5, 2.5), ([1, 2, 4], 0.5, 2), ([1, 2, 4], 0.25, 1.5), ([1, 2, 4], 0.75, 3),
    ([7], 0.1, 7), ([1, 2, 4], 0, 1), ([1, 2, 4], 1, 4), ([0, 8], 0.125, 1),
  ])
  func linearBetweenNeighbours(values: [Double], q: Double, expected: Double) {
    #expect(Quantiles(values).at(q) == expected)
  }

  /// Of 0 … 10, the 10 % and 90 % quantiles are 1 and 9: within the rounding of q (n − 1).
  @Test func decilesOfElevenValues() {
    let quantiles = Quantiles((0...10).map(Double.init).reversed())
    #expect(abs(quantiles.at(0.1) - 1) <= 2 * 1.0.ulp)
    #expect(abs(quantiles.at(0.9) - 9) <= 2 * 9.0.ulp)
    #expect(quantiles.median == 5)
  }

  /// NaN is larger than everything: half of the seeds lost is a median of NaN.
  @Test func notANumberIsTheLargest() {
    let quantiles = Quantiles([.nan, 1, .infinity, 2, .nan])
    #expect(quantiles.at(0) == 1)
    #expect(quantiles.at(0.25) == 2)
    #expect(quantiles.median == .infinity)
    #expect(quantiles.at(0.75).isNaN)
    #expect(quantiles.at(1).isNaN)
  }

  /// ∞ − ∞ must not make NaN of what is infinite in every seed.
  @Test func betweenEqualInfinitiesIsInfinity() {
    #expect(Quantiles([.infinity, .infinity]).median == .infinity)
    #expect(Quantiles([-.infinity, -.infinity, 1]).at(0.25) == -.infinity)
  }
}
