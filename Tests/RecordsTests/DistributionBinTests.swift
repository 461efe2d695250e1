import Testing

@testable import Records

/// Declared bins count as NumPy's `histogram` does.
@Suite struct DistributionBinTests {
  /// Multiples of a tenth, each as the float next to it, and four values beside edges.
  private let values = (-2..<14).map { Float($0) / 10 } + [0.05, 0.15, 0.999, 1.0000001]

  @Test func countsAreThoseOfNumPy() throws {
    let ten = try #require(DeclaredBins(low: 0, high: 1, count: 10))
    let first = try #require(Distribution(values, bins: ten).binned)
    #expect(first.counts == [2, 2, 1, 1, 1, 1, 2, 0, 2, 2])
    #expect(first.below == 2)
    #expect(first.above == 4)
    let seven = try #require(DeclaredBins(low: -0.1, high: 1.1, count: 7))
    let second = try #require(Distribution(values, bins: seven).binned)
    #expect(second.counts == [2, 3, 2, 1, 2, 2, 3])
  }

  /// The edges define the bins, however the place of a value is found.
  @Test func everyValueIsBetweenTheEdgesOfItsBin() throws {
    var samples = DistributionSamples(seed: 3)
    for (low, high, count) in [
      (0.0, 1.0, 30), (-1, 1, 100), (-0.3, 0.1, 7), (-0.6, 2.1, 12), (-0.3, 0.5, 16), (1e-30, 2e-30, 3),
      (-3e38, 3e38, 9),
    ] {
      let bins = try #require(DeclaredBins(low: low, high: high, count: count))
      let edges = bins.edges
      #expect(edges.count == count + 1)
      let near = edges.map { Float($0) }.flatMap { [$0.nextDown, $0, $0.nextUp] }
      for value in near + samples.patterns(100) + samples.uniform(100) where value.isFinite {
        let counts = try #require(Distribution([value], bins: bins).binned)
        let value = Double(value)
        #expect(counts.below == (value < low ? 1 : 0))
        #expect(counts.above == (value > high ? 1 : 0))
        for bin in 0..<count {
          let isIn = edges[bin] <= value && (value < edges[bin + 1] || bin == count - 1 && value == high)
          #expect(counts.counts[bin] == (isIn ? 1 : 0))
        }
      }
    }
  }

  @Test(
    arguments: [
      (1, 1, 3), (2, 1, 3), (0, 1, 0), (0, 1, -1), (0, 1, 65_537), (.nan, 1, 3), (0, .infinity, 3),
      (-.greatestFiniteMagnitude, .greatestFiniteMagnitude, 3), (1, 1.0.nextUp, 2),
      (0, .leastNonzeroMagnitude, 1),
    ] as [(Double, Double, Int)])
  func impossibleBinsAreRefused(low: Double, high: Double, count: Int) {
    #expect(DeclaredBins(low: low, high: high, count: count) == nil)
  }
}
