import Numerics

/// The mean and the variance of each unit of a layer over a batch, or their running values.
package struct BatchStatistics: Equatable, Sendable {
  package var mean: [Float]
  /// Biased: the sum of squares over the number of examples.
  package var variance: [Float]
  /// How many examples they were taken over; 0 for running statistics.
  var examples: Int

  /// Over blocks of rows, as if they were one matrix: columns are summed in Float32 in ascending order of the rows.
  static func of(_ blocks: [Matrix]) -> BatchStatistics {
    let examples = blocks.reduce(0) { $0 + $1.rows }
    let count = Float(examples)
    var mean = [Float](repeating: 0, count: blocks[0].columns)
    for block in blocks { accumulate(block, &mean) { sum, value, _ in sum += value } }
    let means = mean.map { $0 / count }
    var variance = [Float](repeating: 0, count: blocks[0].columns)
    for block in blocks {
      accumulate(block, &variance) { sum, value, unit in
        let difference = value - means[unit]
        sum += difference * difference
      }
    }
    return BatchStatistics(mean: means, variance: variance.map { $0 / count }, examples: examples)
  }

  /// r ← (1 − m)·r + m·batch, with the batch's unbiased variance, as in PyTorch.
  mutating func move(towards batch: BatchStatistics, by momentum: Float) {
    let unbiased = batch.examples > 1 ? Float(batch.examples) / Float(batch.examples - 1) : 1
    for unit in mean.indices {
      mean[unit] = (1 - momentum) * mean[unit] + momentum * batch.mean[unit]
      variance[unit] = (1 - momentum) * variance[unit] + momentum * (batch.variance[unit] * unbiased)
    }
  }

  @inline(__always)
  private static func accumulate(
    _ block: Matrix, _ sums: inout [Float], _ add: (inout Float, Float, Int) -> Void
  ) {
    sums.withUnsafeMutableBufferPointer { sums in
      block.elements.withUnsafeBufferPointer { values in
        for row in 0..<block.rows {
          for unit in 0..<sums.count { add(&sums[unit], values[row * sums.count + unit], unit) }
        }
      }
    }
  }
}
