import Studies
import Testing

@testable import Records

/// A shape has its word, and the word its shape.
@Suite struct DistributionShapeTests {
  @Test func wordsBeforeShape() {
    #expect(ShapeWord.of(Distribution([] as [Float])) == .empty)
    #expect(ShapeWord.of(Distribution([1, .nan] as [Float])) == .nonfinite)
    #expect(ShapeWord.of(Distribution([1, -.infinity] as [Float])) == .nonfinite)
    #expect(ShapeWord.of(Distribution([0, -0.0, 0] as [Float])) == .constant)
    #expect(ShapeWord.of(Distribution([1, 1] as [Float]), saturationLimit: 0.9) == .constant)
    #expect(ShapeWord.of(Distribution([1, -1, 0.5] as [Float])) == .tooFew)
  }

  @Test func wordsAreDistinctTexts() {
    #expect(Set(ShapeWord.allCases.map(\.text)).count == ShapeWord.allCases.count)
    #expect(ShapeWord.saturatedAtBothEnds.text == "saturated at both ends")
  }

  /// At least 95 of 100 samples get the right word, and all of thousands of values.
  @Test(arguments: [192, 640, 4096, 20_000])
  func samplesOfKnownShape(count: Int) {
    var samples = DistributionSamples(seed: UInt64(count))
    var words: [ShapeWord: Int] = [:]
    let repeats = count > 5000 ? 5 : 100
    for _ in 0..<repeats {
      let uniform = samples.uniform(count)
      let normal = samples.normal(count)
      let heavy = samples.heavyTailed(count)
      let skewed = samples.exponential(count)
      let clusters = normal.map { 0.2 * $0 + (samples.unit() < 0.3 ? 1 : -1) }
      if ShapeWord.of(Distribution(uniform)) == .uniformPlateau { words[.uniformPlateau, default: 0] += 1 }
      if ShapeWord.of(Distribution(normal)) == .bell { words[.bell, default: 0] += 1 }
      if ShapeWord.of(Distribution(heavy)) == .heavyTailed { words[.heavyTailed, default: 0] += 1 }
      if ShapeWord.of(Distribution(skewed)) == .skewed { words[.skewed, default: 0] += 1 }
      if ShapeWord.of(Distribution(clusters)) == .bimodal { words[.bimodal, default: 0] += 1 }
    }
    for word in [ShapeWord.uniformPlateau, .bell, .skewed, .bimodal] {
      #expect(words[word, default: 0] >= (count < 1000 ? 95 * repeats / 100 : repeats), "\(word.text)")
    }
    // With few values, a heavy tail may not show itself.
    #expect(words[.heavyTailed, default: 0] >= (count < 600 ? 80 * repeats / 100 : 95 * repeats / 100))
  }

  /// Two overlapping bells have the kurtosis of a plateau; the valley between them tells.
  @Test func overlappingBellsAreBimodal() {
    var samples = DistributionSamples(seed: 31)
    let values = samples.normal(4000).map { $0 + (samples.unit() < 0.5 ? 1.8 : -1.8) }
    let distribution = Distribution(values)
    #expect((-1.35 ... -1.05).contains(distribution.excessKurtosis))
    #expect(ShapeWord.of(distribution) == .bimodal)
  }

  /// Two points are bimodal: the ends of the range belong to bins.
  @Test func twoPointsAreBimodal() {
    let values = (0..<100).map { $0 % 2 == 0 ? -1 : 1 as Float }
    #expect(ShapeWord.of(Distribution(values)) == .bimodal)
  }

  /// The sum of two uniform values has an excess kurtosis of −.6, that of a wide and a narrow one of about −.9.
  @Test func sumsOfUniformValuesAreBetweenPlateauAndBell() {
    var samples = DistributionSamples(seed: 37)
    let (wide, narrow) = (samples.uniform(4096), samples.uniform(4096))
    #expect(ShapeWord.of(Distribution(zip(wide, narrow).map { $0 + 0.5 * $1 })) == .roundedPlateau)
  }

  /// Half of a ReLU's values are 0: not two clusters, but values to one side.
  @Test func rectifiedValuesAreSkewed() {
    var samples = DistributionSamples(seed: 41)
    let values = samples.normal(5000)
    #expect(ShapeWord.of(Distribution(values.map { max(0, $0) })) == .skewed)
    #expect(ShapeWord.of(Distribution(values.map { min(0, $0) })) == .skewed)
    // Nine in ten are 0.
    #expect(ShapeWord.of(Distribution(values.map { max(0, $0 - 1.3) })) == .skewed)
  }

  @Test func saturationIsNamedByItsEnds() {
    var samples = DistributionSamples(seed: 43)
    let bell = samples.normal(2000)
    let both = bell.map { min(max(2 * $0, -1), 1) }
    let one = bell.map { min(max(2 * $0 + 1.5, -1), 1) }
    #expect(ShapeWord.of(Distribution(both), saturationLimit: 0.97) == .saturatedAtBothEnds)
    #expect(ShapeWord.of(Distribution(both), saturationLimit: 1) == .saturatedAtBothEnds)
    #expect(ShapeWord.of(Distribution(one), saturationLimit: 0.97) == .saturatedAtOneEnd)
    #expect(ShapeWord.of(Distribution(both)) == .bimodal)
    #expect(ShapeWord.of(Distribution(bell.map { 0.3 * $0 }), saturationLimit: 0.97) == .bell)
    // A sigmoid's ends are 0 and 1.
    let sigmoid = both.map { 0.5 + 0.5 * $0 }
    #expect(ShapeWord.of(Distribution(sigmoid), saturation: 0.01...0.99) == .saturatedAtBothEnds)
  }

  /// Three in ten are the limit of saturation.
  @Test(arguments: [(29, ShapeWord.skewed), (30, .saturatedAtOneEnd)])
  func saturationBeginsAtItsLimit(percent: Int, word: ShapeWord) {
    // The others fall off from 0, evenly spread.
    let values = (0..<100).map { $0 < percent ? 1 : Float($0) / 500 - 0.1 }
    let found = ShapeWord.of(Distribution(values), saturationLimit: 1)
    if word == .saturatedAtOneEnd { #expect(found == word) } else { #expect(found != .saturatedAtOneEnd) }
  }

  @Test func collapseIsAgainstMeanOrStart() {
    var samples = DistributionSamples(seed: 47)
    let bell = samples.normal(2000)
    // A sigmoid layer with tiny weights: .5 ± .0123.
    #expect(ShapeWord.of(Distribution(bell.map { 0.5 + 0.0123 * $0 })) == .collapsed)
    #expect(ShapeWord.of(Distribution(bell.map { 0.5 + 0.06 * $0 })) == .bell)
    let initial = Distribution(bell)
    #expect(ShapeWord.of(Distribution(bell.map { 0.04 * $0 }), reference: initial) == .collapsed)
    #expect(ShapeWord.of(Distribution(bell.map { 0.06 * $0 }), reference: initial) == .bell)
    #expect(ShapeWord.of(initial, reference: Distribution([.nan] as [Float])) == .bell)
  }
}
