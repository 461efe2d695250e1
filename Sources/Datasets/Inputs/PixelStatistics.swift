/// Mean and standard deviation of p / 255 over pixels p.
///
/// Pixels are counted by value first: the sum over all of them is an exact integer, and the squared deviations need one
/// term for each of the 256 values, in their order.
struct PixelStatistics: Equatable {
  let mean: Double
  /// Of the population: the root of the mean squared deviation.
  let standardDeviation: Double

  init(of pixels: [UInt8]) {
    let counts = PixelStatistics.counts(of: pixels)
    let total = Double(max(pixels.count, 1))
    let sum = counts.enumerated().reduce(UInt64(0)) { $0 + UInt64($1.offset) * $1.element }
    let mean = Double(sum) / total
    var squares = 0.0
    for (pixel, count) in counts.enumerated() {
      let deviation = Double(pixel) - mean
      squares += Double(count) * (deviation * deviation)
    }
    self.mean = mean / 255
    standardDeviation = (squares / total).squareRoot() / 255
  }

  /// How often each of the 256 values occurs.
  ///
  /// Most pixels are 0, and a counter cannot be raised again before it is back from memory, so four take turns.
  private static func counts(of pixels: [UInt8]) -> [UInt64] {
    var turns = [UInt64](repeating: 0, count: 4 * 256)
    for (place, pixel) in pixels.enumerated() { turns[(place & 3) << 8 | Int(pixel)] += 1 }
    return (0..<256).map { turns[$0] + turns[256 + $0] + turns[512 + $0] + turns[768 + $0] }
  }
}
