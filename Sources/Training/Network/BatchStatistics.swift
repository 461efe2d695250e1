import Numerics

/// The mean and the variance of each unit of a layer over a batch, or their running values.
package struct BatchStatistics: Equatable, Sendable {
  package var mean: [Float]
  /// Biased: the sum of squares over the number of examples.
  package var variance: [Float]
  /// How many examples they were taken over; 0 for running statistics.
  var examples: Int

  /// Of values that are all 0.
  init(units: Int) {
    mean = [Float](repeating: 0, count: units)
    variance = mean
    examples = 0
  }

  /// Of the columns of a batch.
  init(of batch: Matrix) {
    self.init(units: batch.columns)
    measure(batch)
  }

  /// Takes the statistics of the columns of a batch, in place of those that stand here: summed in Float32 in ascending order
  /// of the rows.
  mutating func measure(_ batch: Matrix) {
    precondition(batch.columns == mean.count, "a batch has a column for each unit")
    examples = batch.rows
    let count = Float(batch.rows)
    batch.elements.withUnsafeBufferPointer { values in
      guard let values = values.baseAddress else { return }
      mean.withUnsafeMutableBufferPointer { mean in
        variance.withUnsafeMutableBufferPointer { variance in
          guard let mean = mean.baseAddress, let variance = variance.baseAddress else { return }
          mean.update(repeating: 0, count: batch.columns)
          variance.update(repeating: 0, count: batch.columns)
          BatchStatistics.sum(values, batch.rows, batch.columns, mean)
          for unit in 0..<batch.columns { mean[unit] /= count }
          BatchStatistics.sumOfSquares(values, batch.rows, batch.columns, from: mean, variance)
          for unit in 0..<batch.columns { variance[unit] /= count }
        }
      }
    }
  }

  /// r ← (1 − m)·r + m·batch, with the batch's unbiased variance, as in PyTorch.
  mutating func move(towards batch: BatchStatistics, by momentum: Float) {
    let unbiased = batch.examples > 1 ? Float(batch.examples) / Float(batch.examples - 1) : 1
    for unit in mean.indices {
      mean[unit] = (1 - momentum) * mean[unit] + momentum * batch.mean[unit]
      variance[unit] = (1 - momentum) * variance[unit] + momentum * (batch.variance[unit] * unbiased)
    }
  }

  private static func sum(
    _ values: UnsafePointer<Float>, _ rows: Int, _ columns: Int, _ sums: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows {
      let values = values + row * columns
      for unit in 0..<columns { sums[unit] += values[unit] }
    }
  }

  private static func sumOfSquares(
    _ values: UnsafePointer<Float>, _ rows: Int, _ columns: Int, from means: UnsafePointer<Float>,
    _ sums: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows {
      let values = values + row * columns
      for unit in 0..<columns {
        let difference = values[unit] - means[unit]
        sums[unit] += difference * difference
      }
    }
  }
}
