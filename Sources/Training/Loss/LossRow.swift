import Numerics

/// One example of a batch: its outputs, its label, and the place of its gradient.
struct LossRow {
  let output: UnsafeBufferPointer<Float>
  let label: Int
  let gradient: UnsafeMutableBufferPointer<Float>

  /// exp(z − max) of every row of a batch, in one go: for `crossEntropy`, which begins with them.
  static func shiftedExponentials(_ output: Matrix, into exponentials: inout Matrix) {
    let columns = output.columns
    exponentials.elements.withUnsafeMutableBufferPointer { shifted in
      output.elements.withUnsafeBufferPointer { output in
        for start in stride(from: 0, to: output.count, by: max(1, columns)) {
          let maximum = largest(UnsafeBufferPointer(rebasing: output[start..<start + columns]))
          for place in start..<start + columns { shifted[place] = output[place] - maximum }
        }
      }
    }
    Elementary.exp(inPlace: &exponentials.elements)
  }

  /// The largest of some values; NaN if one is.
  private static func largest(_ values: UnsafeBufferPointer<Float>) -> Float {
    var largest = values[0]
    for value in values.dropFirst() where !(value <= largest) {
      largest = value
      if largest.isNaN { break }
    }
    return largest
  }

  /// max + log Σ exp(z − max) − z[label], with the sum in ascending order.
  ///
  /// On entry the gradient's place holds exp(z − max), on return (exp(z − max) / Σ − one-hot) · factor. NaN makes all NaN.
  func crossEntropy(_ factor: Float) -> Float {
    var sum: Float = 0
    for exponential in gradient { sum += exponential }
    for column in gradient.indices {
      gradient[column] = (gradient[column] / sum - (column == label ? 1 : 0)) * factor
    }
    return LossRow.largest(output) + Elementary.log(sum) - output[label]
  }

  /// The mean of the squared errors, summed in ascending order.
  func squaredError(_ factor: Float) -> Float {
    let scale = factor * (2 / Float(output.count))
    var sum: Float = 0
    for column in output.indices {
      let error = output[column] - (column == label ? 1 : 0)
      sum += error * error
      gradient[column] = error * scale
    }
    return sum / Float(output.count)
  }

  /// Whether the label has the largest output.
  var isCorrect: Bool {
    var best = 0
    for column in output.indices {
      guard output[column].isFinite else { return false }
      if output[column] > output[best] { best = column }
    }
    return best == label
  }
}
