import Numerics
import Testing

@testable import Charts

@Suite struct TicksTests {
  struct LinearCase: Sendable {
    var low: Double
    var high: Double
    var limit: Int
    var labels: [String]
  }

  /// Steps are 1, 2 or 5 times a power of ten, and all numbers of an axis look alike.
  @Test(arguments: [
    LinearCase(low: 0, high: 1, limit: 6, labels: ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    LinearCase(low: 0, high: 0.1, limit: 3, labels: ["0", "0.05", "0.10"]),
    LinearCase(low: 0, high: 600, limit: 7, labels: ["0", "100", "200", "300", "400", "500", "600"]),
    LinearCase(low: 0, high: 60000, limit: 4, labels: ["0", "20k", "40k", "60k"]),
    LinearCase(low: 0, high: 5000, limit: 6, labels: ["0", "1000", "2000", "3000", "4000", "5000"]),
    LinearCase(low: 0, high: 12500, limit: 4, labels: ["0", "5k", "10k"]),
    LinearCase(low: 0, high: 3e6, limit: 4, labels: ["0", "1M", "2M", "3M"]),
    LinearCase(low: -0.03, high: 0.03, limit: 4, labels: ["−0.02", "0", "0.02"]),
    LinearCase(
      low: 0, high: 2.5e-6, limit: 6, labels: ["0", "0.5e−6", "1.0e−6", "1.5e−6", "2.0e−6", "2.5e−6"]),
    LinearCase(low: -2e38, high: 2e38, limit: 5, labels: ["−2e38", "−1e38", "0", "1e38", "2e38"]),
    LinearCase(low: 0.09, high: 0.11, limit: 3, labels: ["0.09", "0.10", "0.11"]),
    LinearCase(low: 0.3, high: 0.9, limit: 1, labels: ["0.5"]),
  ])
  func linear(_ sample: LinearCase) {
    let scale = Scale(
      kind: .linear, bounds: .init(low: sample.low, high: sample.high), start: 0, end: 100)
    #expect(scale.ticks(limit: sample.limit).major.map(\.label) == sample.labels)
  }

  struct LogCase: Sendable {
    var low: Double
    var high: Double
    var limit: Int
    var labels: [String]
    var minorCount: Int
  }

  /// Decades with minor ticks; thinned where there are many; 1-2-5 under two decades; linear steps under half of one.
  @Test(arguments: [
    LogCase(low: 0.01, high: 100, limit: 8, labels: ["0.01", "0.1", "1", "10", "100"], minorCount: 32),
    LogCase(
      low: 1e-6, high: 1, limit: 7, labels: ["1e−6", "1e−5", "1e−4", "1e−3", "1e−2", "1e−1", "1e0"],
      minorCount: 48),
    LogCase(low: 1e-12, high: 1, limit: 5, labels: ["1e−12", "1e−9", "1e−6", "1e−3", "1e0"], minorCount: 13),
    LogCase(low: 0.05, high: 3, limit: 6, labels: ["0.05", "0.1", "0.2", "0.5", "1", "2"], minorCount: 15),
    LogCase(
      low: 2, high: 3, limit: 6, labels: ["2.0", "2.5", "3.0"],
      minorCount: 2),
  ])
  func log(_ sample: LogCase) {
    let scale = Scale(kind: .log, bounds: .init(low: sample.low, high: sample.high), start: 0, end: 100)
    let ticks = scale.ticks(limit: sample.limit)
    #expect(ticks.major.map(\.label) == sample.labels)
    #expect(ticks.minor.count == sample.minorCount)
  }

  /// Zero, and powers of ten from the threshold on, in both directions.
  @Test func symlog() {
    let scale = Scale(
      kind: .symlog(threshold: 0.01), bounds: .init(low: -1, high: 100), start: 0, end: 100)
    let labels = scale.ticks(limit: 9).major.map(\.label)
    #expect(labels == ["−1", "−0.01", "0", "0.01", "1", "100"])
  }

  /// Every range yields at most `limit` ticks inside it, and never a trap.
  @Test(arguments: [1e-300, 1e-38, 1e-7, 1, 12345, 1e9, 1e38, 1e300])
  func anyMagnitude(_ size: Double) {
    for (low, high) in [(0, size), (-size, size), (size, size * 1.001), (-size * 3, -size)] {
      for limit in 1...9 {
        let ticks = Ticks.linear(low: low, high: high, limit: limit)
        #expect(ticks.count <= limit)
        #expect(ticks.allSatisfy { $0.value >= low - size * 1e-6 && $0.value <= high + size * 1e-6 })
      }
      let logTicks = Ticks.log(low: max(low, size * 1e-9), high: max(high, size * 1e-8), limit: 5)
      #expect(logTicks.major.count <= 5)
    }
  }

  /// Degenerate input has no ticks instead of a trap.
  @Test func degenerate() {
    #expect(Ticks.linear(low: 1, high: 1, limit: 5).isEmpty)
    #expect(Ticks.linear(low: 0, high: .infinity, limit: 5).isEmpty)
    #expect(Ticks.linear(low: 0, high: 1, limit: 0).isEmpty)
    #expect(Ticks.log(low: -1, high: 1, limit: 5).major.isEmpty)
  }
}

@Suite struct DecimalTests {
  /// Exponents are exact at powers of ten, where a logarithm alone would be off by one.
  @Test func exponents() {
    for n in -300...300 { #expect(Decimal.exponent(Elementary.pow10(n)) == n) }
    #expect(Decimal.exponent(0.999) == -1)
    #expect(Decimal.exponent(9.99) == 0)
  }
}

@Suite struct AxisRangeTests {
  private func range(_ axis: Axis, _ values: [Double]) -> AxisRange.Bounds {
    AxisRange.resolve(axis, values: values)
  }

  @Test func data() {
    #expect(range(Axis(), [3, 1, 2]) == .init(low: 1, high: 3))
    #expect(range(Axis(includesZero: true), [3, 1]) == .init(low: 0, high: 3))
    #expect(range(Axis(), [.nan, .infinity, 1, 2]) == .init(low: 1, high: 2))
    #expect(range(Axis(scale: .log), [-1, 0, 1, 100]) == .init(low: 1, high: 100))
  }

  /// Constant, zero, empty and enormous data have a range with low < high and no overflow.
  @Test(arguments: [
    [], [0], [0.1, 0.1], [-5, -5], [1e300, -1e300], [1.7e308, -1.7e308], [.nan],
    [Double.leastNonzeroMagnitude], [1, 1 + 1e-16],
  ])
  func degenerate(_ values: [Double]) {
    for scale in [Axis.Scale.linear, .log, .symlog(threshold: 1)] {
      let bounds = range(Axis(scale: scale), values)
      #expect(bounds.low < bounds.high)
      #expect((bounds.high - bounds.low).isFinite)
    }
  }

  @Test func fixed() {
    #expect(range(Axis(range: .fixed(0, 1)), [7]) == .init(low: 0, high: 1))
    #expect(range(Axis(range: .fixed(1, 0)), [7, 8]) == .init(low: 7, high: 8))
    #expect(range(Axis(scale: .log, range: .fixed(0, 1)), [7, 8]) == .init(low: 7, high: 8))
  }

  /// Percentiles ignore what lies beyond them.
  @Test func robust() {
    let values = (0...100).map(Double.init) + [1e9]
    #expect(range(Axis(range: .robust(1, 99)), values) == .init(low: 1, high: 100))
  }

  /// Selection equals sorting.
  @Test func percentiles() {
    let values = Example.noise(257, seed: 5)
    let sorted = values.sorted()
    for p in stride(from: 0.0, through: 100, by: 12.5) {
      var copy = values
      #expect(Percentile.value(p, of: &copy) == sorted[Int(p / 100 * 256 + 0.5)])
    }
  }
}

@Suite struct PlainNumberTests {
  @Test(arguments: [
    (352, "352"), (0.05, "0.05"), (-0.001, "−0.001"), (1e-6, "1e−6"), (1.0 / 3, "0.3333"),
    (Double.nan, "NaN"),
    (-Double.infinity, "−∞"), (123456.7, "123.5k"),
  ])
  func text(_ value: Double, _ text: String) {
    #expect(PlainNumber.text(value) == text)
  }
}
