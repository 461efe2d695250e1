/// How a pixel p of 0…255 becomes an input of a network.
package enum PixelScaling: String, CaseIterable, Hashable, Sendable {
  /// p / 255, in [0, 1].
  case unit
  /// (p / 255 − 0.5) / 0.5, in [−1, 1].
  case symmetric
  /// (p / 255 − mean) / sd, with the mean and standard deviation of all training pixels.
  case standard
  /// p as it is.
  case raw

  /// The inputs for all 256 pixels: formed in Double, rounded once.
  ///
  /// - Parameter training: the examples that a run trains on; only `.standard` looks at them.
  /// - Returns: 256 finite values. Where all pixels are equal, `.standard` divides by 1.
  package func table(training: Examples) -> InputTable {
    switch self {
    case .unit: InputTable { $0 / 255 }
    case .symmetric: InputTable { ($0 / 255 - 0.5) / 0.5 }
    case .standard: PixelScaling.standardised(PixelStatistics(of: training.pixels))
    case .raw: InputTable { $0 }
    }
  }

  private static func standardised(_ statistics: PixelStatistics) -> InputTable {
    let deviation = statistics.standardDeviation > 0 ? statistics.standardDeviation : 1
    return InputTable { ($0 / 255 - statistics.mean) / deviation }
  }
}

/// The input of a network for each value of a pixel.
package struct InputTable: Equatable, Sendable {
  /// 256 values, by pixel.
  package let values: [Float]
  /// Whether every value is p / 255 in Float32 too, so that vectors can divide in place of looking up.
  let isQuotient: Bool

  init(_ input: (Double) -> Double) {
    let values = (0..<256).map { Float(input(Double($0))) }
    self.values = values
    isQuotient = values.indices.allSatisfy { values[$0].bitPattern == (Float($0) / 255).bitPattern }
  }
}
