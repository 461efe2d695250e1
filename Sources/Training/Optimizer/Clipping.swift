package import Numerics
package import Studies

extension GradientClipping {
  /// Bounds the gradients of all parameters.
  ///
  /// By norm as in PyTorch: a factor of limit / (norm + 1e−6) where that is below 1, with the norm summed in
  /// Double in index order.
  package func apply(to gradients: inout [Matrix]) {
    switch self {
    case .value(let limit):
      // Not min and max, which would turn NaN into the limit.
      for index in gradients.indices {
        change(&gradients[index]) { $0 < -limit ? -limit : $0 > limit ? limit : $0 }
      }
    case .norm(let limit):
      let squares = gradients.reduce(0.0) { $0 + Reduction.sumOfSquares($1.elements) }
      let factor = Double(limit) / (squares.squareRoot() + 1e-6)
      guard !(factor >= 1) else { return }
      for index in gradients.indices { change(&gradients[index]) { Float(factor) * $0 } }
    }
  }

  private func change(_ matrix: inout Matrix, _ function: (Float) -> Float) {
    matrix.elements.withUnsafeMutableBufferPointer { elements in
      for index in elements.indices { elements[index] = function(elements[index]) }
    }
  }
}
