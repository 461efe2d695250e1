package import Numerics
package import Studies

extension Activation {
  /// Applies the function to every element of z.
  ///
  /// NaN stays NaN.
  package func apply(to z: Matrix, into output: inout Matrix) {
    switch self {
    case .identity: map(z, &output) { $0 }
    // Not z > 0 ? z : 0, which would turn NaN into 0.
    case .relu: map(z, &output) { $0 <= 0 ? 0 : $0 }
    case .leakyReLU(let slope): map(z, &output) { $0 <= 0 ? slope * $0 : $0 }
    case .elu(let alpha): map(z, &output) { $0 <= 0 ? alpha * Elementary.expm1($0) : $0 }
    case .sigmoid:
      map(z, &output) { $0 }
      Elementary.sigmoid(inPlace: &output.elements)
    case .tanh:
      map(z, &output) { $0 }
      Elementary.tanh(inPlace: &output.elements)
    case .swish:
      map(z, &output) { $0 }
      Elementary.sigmoid(inPlace: &output.elements)
      combine(z, &output) { z, sigmoid in z * sigmoid }
    case .gelu: map(z, &output) { $0 * normalDistribution($0) }
    case .softplus: map(z, &output) { logOnePlusExp($0) }
    }
  }

  /// Multiplies a gradient, element by element, by the function's derivative.
  ///
  /// - Parameters:
  ///   - z: the pre-activations.
  ///   - output: what `apply` made of them.
  ///   - gradient: with respect to the output on entry, to z on return.
  package func multiplyByDerivative(at z: Matrix, output: Matrix, _ gradient: inout Matrix) {
    switch self {
    case .identity: break
    case .relu: combine(z, &gradient) { z, gradient in z <= 0 ? 0 : gradient }
    case .leakyReLU(let slope): combine(z, &gradient) { z, gradient in z <= 0 ? slope * gradient : gradient }
    case .elu(let alpha):
      combine(z, &gradient) { z, gradient in z <= 0 ? alpha * Elementary.exp(z) * gradient : gradient }
    case .sigmoid: combine(output, &gradient) { y, gradient in y * (1 - y) * gradient }
    case .tanh: combine(output, &gradient) { y, gradient in (1 - y * y) * gradient }
    case .swish:
      combine(z, &gradient) { z, gradient in
        let sigmoid = Elementary.sigmoid(z)
        return (sigmoid + z * sigmoid * (1 - sigmoid)) * gradient
      }
    case .gelu:
      combine(z, &gradient) { z, gradient in (normalDistribution(z) + z * normalDensity(z)) * gradient }
    case .softplus: combine(z, &gradient) { z, gradient in Elementary.sigmoid(z) * gradient }
    }
  }
}

/// log(1 + exp z), without overflow.
private func logOnePlusExp(_ z: Float) -> Float {
  let tail = Elementary.log1p(Elementary.exp(z > 0 ? -z : z))
  return z > 0 ? z + tail : tail
}

/// Φ(z), the distribution function of the standard normal.
private func normalDistribution(_ z: Float) -> Float {
  let inverseRootOfTwo: Float = 0.707_106_78
  return 0.5 * (1 + Elementary.erf(z * inverseRootOfTwo))
}

/// φ(z), the density of the standard normal.
private func normalDensity(_ z: Float) -> Float {
  let inverseRootOfTwoPi: Float = 0.398_942_28
  return inverseRootOfTwoPi * Elementary.exp(-0.5 * z * z)
}

@inline(__always)
private func map(_ source: Matrix, _ target: inout Matrix, _ function: (Float) -> Float) {
  target.elements.withUnsafeMutableBufferPointer { target in
    source.elements.withUnsafeBufferPointer { source in
      for index in 0..<source.count { target[index] = function(source[index]) }
    }
  }
}

/// target ← function(source, target), element by element.
@inline(__always)
private func combine(_ source: Matrix, _ target: inout Matrix, _ function: (Float, Float) -> Float) {
  target.elements.withUnsafeMutableBufferPointer { target in
    source.elements.withUnsafeBufferPointer { source in
      for index in 0..<source.count { target[index] = function(source[index], target[index]) }
    }
  }
}
