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
    var gradient = Matrix(rows: output.rows, columns: output.columns)
    return evaluate(output, labels: labels, reduction: .sum, gradient: &gradient)
  }

  /// The loss of a batch with its gradient with respect to the outputs.
  ///
  /// - Parameters:
  ///   - output: examples × classes.
  ///   - labels: one an example.
  ///   - reduction: of the gradient: `mean` divides by the number of examples, `sum` does not.
  ///   - gradient: filled in; of the shape of the output.
  /// - Returns: the mean loss, and how many examples are classified correctly.
  package func evaluate(
    _ output: Matrix, labels: [UInt8], reduction: GradientReduction, gradient: inout Matrix
  ) -> BatchLoss {
    let factor: Float = reduction == .mean ? 1 / Float(output.rows) : 1
    if case .softmaxCrossEntropy = self { LossRow.shiftedExponentials(output, into: &gradient) }
    var total = 0.0
    var correct = 0
    gradient.elements.withUnsafeMutableBufferPointer { gradient in
      output.elements.withUnsafeBufferPointer { output in
        for (index, label) in labels.enumerated() {
          let places = index * gradient.count / labels.count..<(index + 1) * gradient.count / labels.count
          let row = LossRow(
            output: UnsafeBufferPointer(rebasing: output[places]), label: Int(label),
            gradient: UnsafeMutableBufferPointer(rebasing: gradient[places]))
          switch self {
          case .softmaxCrossEntropy: total += Double(row.crossEntropy(factor))
          case .meanSquaredError: total += Double(row.squaredError(factor))
          }
          if row.isCorrect { correct += 1 }
        }
      }
    }
    return BatchLoss(loss: Float(total / Double(output.rows)), correct: correct)
  }
}
