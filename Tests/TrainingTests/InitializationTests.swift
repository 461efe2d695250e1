import Numerics
import Studies
import Testing
import Training

/// Initial weights against the moments and bounds of their distributions.
@Suite struct InitializationTests {
  static let inputs = 300
  static let outputs = 200

  private func weights(_ initialization: WeightInit, seed: UInt64 = 3) -> [Double] {
    var settings = NetworkSettings()
    settings.hidden = []
    settings.activations = []
    settings.weightInit = initialization
    let network = Network(
      settings: settings, inputs: InitializationTests.inputs, outputs: InitializationTests.outputs, seed: seed
    )
    return network.parameters[0].elements.map(Double.init)
  }

  /// Variances, with fan-in 300 and fan-out 200.
  static let variances: [(WeightInit, Double)] = [
    (.normal(standardDeviation: 0.01), 1e-4), (.normal(standardDeviation: 1), 1),
    (.xavier, 2.0 / 500), (.xavierUniform, 2.0 / 500), (.he, 2.0 / 300), (.heUniform, 2.0 / 300),
    (.lecun, 1.0 / 300), (.lecunUniform, 1.0 / 300), (.pytorch, 1.0 / 900),
  ]

  /// Squares of the bounds.
  static let squaredBounds: [(WeightInit, Double)] = [
    (.xavierUniform, 6.0 / 500), (.heUniform, 6.0 / 300), (.lecunUniform, 3.0 / 300), (.pytorch, 1.0 / 300),
  ]

  @Test("weights have mean 0 and the standard deviation of their distribution", arguments: variances)
  func moments(_ initialization: WeightInit, expectedVariance: Double) {
    let deviation = expectedVariance.squareRoot()
    let values = weights(initialization)
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    // Five standard errors of a mean and of a standard deviation over 60,000 draws.
    #expect(abs(mean) < 5 * deviation / count.squareRoot())
    #expect(abs(variance.squareRoot() / deviation - 1) < 5 / (2 * count).squareRoot())
  }

  @Test("uniform weights stay within their bound, and reach close to it", arguments: squaredBounds)
  func bounds(_ initialization: WeightInit, squaredBound: Double) {
    let bound = squaredBound.squareRoot()
    let largest = weights(initialization).map(\.magnitude).max()!
    #expect(largest <= bound * (1 + 1e-6))
    #expect(largest > bound * 0.999)
  }

  @Test("normal inits of one seed are one draw, scaled")
  func scaledDraw() {
    let (small, large) = (weights(.normal(standardDeviation: 0.25)), weights(.normal(standardDeviation: 1)))
    #expect(zip(small, large).allSatisfy { $0 == $1 / 4 })
  }

  @Test("seeds differ, and zeros are zeros")
  func seeds() {
    #expect(weights(.he, seed: 1) != weights(.he, seed: 2))
    #expect(weights(.zeros).allSatisfy { $0 == 0 })
  }
}
