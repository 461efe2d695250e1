import Numerics
import Studies

/// Numbers that describe the activations of a layer over a mini-batch, of examples × units.
///
/// Sums are in Double, in index order.
enum ActivationMeasurements {
  static func mean(_ activations: Matrix) -> Float {
    Float(Reduction.sum(activations.elements) / Double(activations.elements.count))
  }

  /// The standard deviation of all values.
  static func deviation(_ activations: Matrix) -> Float {
    let count = Double(activations.elements.count)
    let mean = Reduction.sum(activations.elements) / count
    var squares = 0.0
    for value in activations.elements {
      let difference = Double(value) - mean
      squares += difference * difference
    }
    return Float((squares / count).squareRoot())
  }

  /// The mean over the units of the standard deviation over the examples.
  static func unitDeviation(_ activations: Matrix) -> Float {
    let means = Reduction.meansOfColumns(activations)
    var squares = [Double](repeating: 0, count: activations.columns)
    for row in 0..<activations.rows {
      for unit in 0..<activations.columns {
        let difference = Double(activations[row, unit]) - means[unit]
        squares[unit] += difference * difference
      }
    }
    let sum = squares.reduce(0.0) { $0 + ($1 / Double(activations.rows)).squareRoot() }
    return Float(sum / Double(activations.columns))
  }

  /// The share of values near the bounds of the activation function; 0 for one without bounds on both sides.
  static func saturatedShare(_ activations: Matrix, _ function: Activation) -> Float {
    let margin = Quantity.saturationMargin
    switch function {
    case .sigmoid: return share(activations) { $0 < margin || $0 > 1 - margin }
    case .tanh: return share(activations) { $0.magnitude > 1 - margin }
    default: return 0
    }
  }

  static func zeroShare(_ activations: Matrix) -> Float {
    share(activations) { $0 == 0 }
  }

  private static func share(_ activations: Matrix, _ predicate: (Float) -> Bool) -> Float {
    Float(activations.elements.count(where: predicate)) / Float(activations.elements.count)
  }
}
