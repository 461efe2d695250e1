package import Numerics
package import Studies

/// What a batch's outputs are worth.
package struct BatchLoss: Equatable, Sendable {
  /// The mean of the examples' losses, summed in Double in index order.
  package var loss: Float
  /// Examples whose label has the largest output.
  ///
  /// One with a non-finite output is never correct; of equal outputs the first counts.
  package var correct: Int
}

extension Loss {
  /// The loss of a batch, without its gradient.
  ///
  /// - Parameters:
  ///   - output: examples × classes.
  ///   - labels: one an example.
  /// - Returns: the mean loss, and how many examples are classified correctly.
  package func evaluate(_ output: Matrix, labels: [UInt8]) -> BatchLoss {
    var total = 0.0
    var correct = 0
    for row in 0..<output.rows {
      let label = Int(labels[row])
      total += Double(exampleLoss(output, row, label))
      if predicts(output, row, label) { correct += 1 }
    }
    return BatchLoss(loss: Float(total / Double(output.rows)), correct: correct)
  }

  /// The gradient of the batch's loss with respect to the outputs.
  ///
  /// - Parameters:
  ///   - output: examples × classes.
  ///   - labels: one an example.
  ///   - reduction: `mean` divides by the number of examples, `sum` does not.
  ///   - gradient: filled in; of the shape of the output.
  package func gradient(
    _ output: Matrix, labels: [UInt8], reduction: GradientReduction, into gradient: inout Matrix
  ) {
    let factor: Float = reduction == .mean ? 1 / Float(output.rows) : 1
    for row in 0..<output.rows {
      let label = Int(labels[row])
      switch self {
      case .softmaxCrossEntropy: softmaxGradient(output, row, label, factor, &gradient)
      case .meanSquaredError: squaredErrorGradient(output, row, label, factor, &gradient)
      }
    }
  }

  private func exampleLoss(_ output: Matrix, _ row: Int, _ label: Int) -> Float {
    switch self {
    case .softmaxCrossEntropy:
      let (maximum, sum) = exponentialSum(output, row)
      return maximum + Elementary.log(sum) - output[row, label]
    case .meanSquaredError:
      var sum: Float = 0
      for column in 0..<output.columns {
        let error = output[row, column] - (column == label ? 1 : 0)
        sum += error * error
      }
      return sum / Float(output.columns)
    }
  }

  /// The largest output of a row and Σ exp(output − largest), in ascending order.
  ///
  /// NaN makes both NaN.
  private func exponentialSum(_ output: Matrix, _ row: Int) -> (maximum: Float, sum: Float) {
    var maximum = output[row, 0]
    for column in 1..<max(1, output.columns) where !(output[row, column] <= maximum) {
      maximum = output[row, column]
      if maximum.isNaN { break }
    }
    var sum: Float = 0
    for column in 0..<output.columns { sum += Elementary.exp(output[row, column] - maximum) }
    return (maximum, sum)
  }

  private func softmaxGradient(
    _ output: Matrix, _ row: Int, _ label: Int, _ factor: Float, _ gradient: inout Matrix
  ) {
    let (maximum, sum) = exponentialSum(output, row)
    for column in 0..<output.columns {
      let probability = Elementary.exp(output[row, column] - maximum) / sum
      gradient[row, column] = (probability - (column == label ? 1 : 0)) * factor
    }
  }

  private func squaredErrorGradient(
    _ output: Matrix, _ row: Int, _ label: Int, _ factor: Float, _ gradient: inout Matrix
  ) {
    let scale = factor * (2 / Float(output.columns))
    for column in 0..<output.columns {
      gradient[row, column] = (output[row, column] - (column == label ? 1 : 0)) * scale
    }
  }

  private func predicts(_ output: Matrix, _ row: Int, _ label: Int) -> Bool {
    var best = 0
    for column in 0..<output.columns {
      guard output[row, column].isFinite else { return false }
      if output[row, column] > output[row, best] { best = column }
    }
    return best == label
  }
}
