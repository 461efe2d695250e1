import Testing

@testable import Datasets

/// The four ways from pixels to inputs.
@Suite struct PixelScalingTests {
  /// Pixels 0, 0, 255, 255: mean ½, standard deviation ½.
  private let training = Examples(features: 2, pixels: [0, 0, 255, 255], labels: [0, 1])

  /// Each pixel, divided in Float32, is the correctly rounded quotient.
  @Test func unitIsTheRoundedQuotient() {
    let values = PixelScaling.unit.table(training: training).values
    #expect(values == (0..<256).map { Float($0) / 255 })
  }

  @Test func rawIsThePixel() {
    #expect(PixelScaling.raw.table(training: training).values == (0..<256).map { Float($0) })
  }

  @Test func symmetricReachesFromMinusOneToOne() {
    let values = PixelScaling.symmetric.table(training: training).values
    #expect(values.first == -1)
    #expect(values.last == 1)
    #expect(values.count == 256)
    #expect(values == values.sorted())
    for pixel in 0..<256 { #expect(values[pixel] == Float((Double(pixel) / 255 - 0.5) / 0.5)) }
  }

  @Test func standardUsesMeanAndDeviationOfTheTrainingPixels() {
    let values = PixelScaling.standard.table(training: training).values
    #expect(values[0] == -1)
    #expect(values[255] == 1)
  }

  /// Images without contrast have deviation 0; dividing by it would make every input NaN.
  @Test func standardOfEqualPixelsIsZero() {
    let flat = Examples(features: 3, pixels: [51, 51, 51], labels: [0])
    #expect(PixelScaling.standard.table(training: flat).values[51] == 0)
  }

  @Test func statisticsAreThoseOfAllPixels() {
    let pixels = (0..<1001).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 7) }
    let statistics = PixelStatistics(of: pixels)
    let values = pixels.map { Double($0) / 255 }
    let mean = values.reduce(0, +) / 1001
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1001
    // Sums of 1,001 terms of at most 1 in another order: within 1,001 half-ULPs of their size.
    #expect(abs(statistics.mean - mean) < 1001 * 0x1p-53)
    #expect(abs(statistics.standardDeviation - variance.squareRoot()) < 1001 * 0x1p-53)
  }
}
