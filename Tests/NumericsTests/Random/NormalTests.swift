import Numerics
import Testing

struct NormalTests {
  /// Values of the quantile to 16 digits; the first three are AS 241’s own checks.
  @Test(arguments: [
    (0.25, -0.6744897501960817), (0.001, -3.090232306167813), (1e-20, -9.262340089798408),
    (0.5, 0), (0.975, 1.959963984540054), (0.9, 1.2815515655446004), (0.05, -1.6448536269514729),
    (0x1p-54, -8.292361075813595), (1e-300, -37.0470962993612),
  ])
  func quantilesAreThePublishedOnes(_ p: Double, _ expected: Double) {
    #expect(abs(Normal.quantile(p) - expected) <= 4 * expected.ulp)
  }

  @Test func quantileIsOddAboutOneHalf() {
    for step in 1..<1_000 {
      let p = Double(step) / 2_048
      #expect(Normal.quantile(1 - p) == -Normal.quantile(p))
    }
  }

  @Test func quantileMeetsItsLimits() {
    #expect(Normal.quantile(0) == -.infinity)
    #expect(Normal.quantile(1) == .infinity)
    #expect(Normal.quantile(-0.1).isNaN && Normal.quantile(1.1).isNaN && Normal.quantile(.nan).isNaN)
  }

  /// The three pieces meet: no step where one approximation takes over from another.
  @Test func quantileIsContinuousWhereItsPiecesMeet() {
    for p in [0.075, 0.925, 1.388_794_386_496_402e-11] {
      let (below, above) = (Normal.quantile(p * (1 - 0x1p-50)), Normal.quantile(p * (1 + 0x1p-50)))
      #expect(below <= above && above - below < 1e-13)
    }
  }

  /// Moments of 200,000 draws, within five standard errors.
  @Test func normalsHaveTheMomentsOfTheirDistribution() {
    var stream = RandomStream(seed: 20_170_523, name: "normal test")
    let count = 200_000.0
    var moments = SIMD4<Double>()
    for _ in 0..<Int(count) {
      let x = Double(stream.normal())
      moments += SIMD4(x, x * x, x * x * x, x * x * x * x) / count
    }
    let expected = SIMD4(0.0, 1, 0, 3)
    let variances = SIMD4(1.0, 2, 15, 96)
    for order in 0..<4 {
      #expect(abs(moments[order] - expected[order]) < 5 * (variances[order] / count).squareRoot())
    }
  }

  @Test func eachNormalTakesTwoWords() {
    var normals = RandomStream(seed: 5, name: "normal test")
    var words = normals
    for _ in 0..<10 { _ = normals.normal() }
    for _ in 0..<20 { _ = words.nextWord() }
    #expect(normals.nextWord() == words.nextWord())
  }
}
