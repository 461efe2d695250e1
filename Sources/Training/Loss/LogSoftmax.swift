import Numerics

/// The logarithm of the softmax of one row of outputs, without overflow and without the log of an underflowed probability:
/// z − max − log Σ exp(z − max).
///
/// NaN or +∞ anywhere makes all of it NaN.
struct LogSoftmax {
  private let output: Matrix
  private let start: Int
  private let maximum: Float
  private let logSum: Float

  /// - Parameters:
  ///   - output: examples × classes.
  ///   - row: of one example.
  init(_ output: Matrix, row: Int) {
    self.output = output
    start = row * output.columns
    let places = start..<start + output.columns
    var maximum = -Float.infinity
    for place in places where !(output.elements[place] <= maximum) {
      maximum = output.elements[place]
      if maximum.isNaN { break }
    }
    var sum: Float = 0
    for place in places { sum += Elementary.exp(output.elements[place] - maximum) }
    self.maximum = maximum
    logSum = Elementary.log(sum)
  }

  /// The logarithm of the probability of a class.
  subscript(column: Int) -> Float { (output.elements[start + column] - maximum) - logSum }
}
