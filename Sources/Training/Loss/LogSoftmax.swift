import Numerics

/// The logarithm of the softmax, without overflow and without the log of an underflowed probability.
enum LogSoftmax {
  /// z − max − log Σ exp(z − max) for one row of outputs; NaN or +∞ anywhere makes all of it NaN.
  static func row(_ output: Matrix, _ row: Int) -> [Float] {
    let values = output.elements[row * output.columns..<(row + 1) * output.columns]
    var maximum = -Float.infinity
    for value in values where !(value <= maximum) {
      maximum = value
      if maximum.isNaN { break }
    }
    var sum: Float = 0
    for value in values { sum += Elementary.exp(value - maximum) }
    let logSum = Elementary.log(sum)
    return values.map { ($0 - maximum) - logSum }
  }
}
