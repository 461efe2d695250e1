package import Numerics
package import Studies

extension Activation {
  /// The arithmetic of the function.
  package var function: ElementwiseFunction {
    switch self {
    case .identity: .identity
    case .relu: .relu
    case .leakyReLU(let slope): .leakyReLU(slope: slope)
    case .elu(let alpha): .elu(alpha: alpha)
    case .sigmoid: .sigmoid
    case .tanh: .tanh
    case .swish: .swish
    case .gelu: .gelu
    case .softplus: .softplus
    }
  }
}

extension ElementwiseFunction {
  /// Applies the function to every element of z.
  ///
  /// NaN stays NaN.
  package func apply(to z: Matrix, into output: inout Matrix, threads: Threads = .one) {
    z.elements.withUnsafeBufferPointer { z in
      output.elements.withUnsafeMutableBufferPointer { output in
        guard let z = z.baseAddress, let target = output.baseAddress else { return }
        Update.share(output.count, threads) { part in
          apply(z + part.lowerBound, to: target + part.lowerBound, count: part.count)
        }
      }
    }
  }

  /// Multiplies a gradient, element by element, by the function's derivative.
  ///
  /// - Parameters:
  ///   - z: the pre-activations.
  ///   - output: what `apply` made of them.
  ///   - gradient: with respect to the output on entry, to z on return.
  ///   - threads: at most.
  package func multiplyByDerivative(
    at z: Matrix, output: Matrix, _ gradient: inout Matrix, threads: Threads = .one
  ) {
    gradient.elements.withUnsafeMutableBufferPointer { gradient in
      guard let target = gradient.baseAddress else { return }
      Update.share(gradient.count, threads) { part in
        multiplyByDerivative(at: z, output: output, target, part.lowerBound, part.count)
      }
    }
  }

  /// The same for a stretch of a gradient whose first element is `gradient`.
  func multiplyByDerivative(
    at z: Matrix, output: Matrix, _ gradient: UnsafeMutablePointer<Float>, _ start: Int, _ count: Int
  ) {
    z.elements.withUnsafeBufferPointer { z in
      output.elements.withUnsafeBufferPointer { output in
        guard let z = z.baseAddress, let output = output.baseAddress else { return }
        multiplyByDerivative(at: z + start, output: output + start, gradient + start, count: count)
      }
    }
  }
}
