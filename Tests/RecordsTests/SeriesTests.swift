import Studies
import Testing

@testable import Records

@Suite struct SeriesTests {
  /// Values lie step by step; a line is one unit over the steps.
  @Test func aLineIsOneUnitOverTheSteps() {
    let series = Series(
      recording: Recording(quantity: .bias, layer: 1), units: [4, 7, 9], steps: [0, 5],
      values: [1, 2, 3, 10, 20, 30])
    #expect(series.lineCount == 3)
    #expect(series.line(0) == [1, 10])
    #expect(series.line(2) == [3, 30])
  }

  @Test func aQuantityOfARunIsOneLine() {
    let series = Series(
      recording: Recording(quantity: .trainLoss), units: [], steps: [0, 1], values: [2, 1])
    #expect(series.lineCount == 1)
    #expect(series.line(0) == [2, 1])
  }

  /// A metric is found by its layer, a series by all of its recording.
  @Test func aRecordIsAskedByNameAndLayer() {
    let record = Examples.full
    #expect(record.value(of: .finalTrainAccuracy) == 0.1)
    #expect(record.value(of: .maxAbsBias, layer: 1) == .infinity)
    #expect(record.value(of: .maxAbsBias) == nil)
    #expect(record.value(of: .maxAbsBias, layer: 3) == nil)
    #expect(record.value(of: .testAccuracy) == nil)
    #expect(record.series(of: Recording(quantity: .gradientNorm, layer: 2, every: 10))?.steps == [0])
    #expect(record.series(of: Recording(quantity: .gradientNorm, layer: 2)) == nil)
  }
}
