/// A function that a layer applies to each of its values, over stretches of memory.
///
/// Vector and scalar forms agree bit for bit, so the bits do not depend on where stretches begin and end.
package enum ElementwiseFunction: Sendable {
  case identity
  /// 0 up to 0, z above.
  case relu
  /// slope · z up to 0, z above.
  case leakyReLU(slope: Float)
  /// α · (eᶻ − 1) up to 0, z above.
  case elu(alpha: Float)
  case sigmoid
  case tanh
  /// z · sigmoid(z).
  case swish
  /// z · Φ(z).
  case gelu
  /// log(1 + eᶻ).
  case softplus

  /// Writes the function of `count` values to `output`.
  ///
  /// NaN stays NaN.
  package func apply(_ z: UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>, count: Int) {
    switch self {
    case .identity: output.update(from: z, count: count)
    // Not z > 0 ? z : 0, which would turn NaN into 0.
    case .relu: for i in 0..<count { output[i] = z[i] <= 0 ? 0 : z[i] }
    case .leakyReLU(let slope): for i in 0..<count { output[i] = z[i] <= 0 ? slope * z[i] : z[i] }
    case .elu(let alpha):
      map(z, output, count) { z in z.replacing(with: alpha * Elementary.expm1(z), where: z .<= 0) }
    case .sigmoid: map(z, output, count) { Elementary.sigmoid($0) }
    case .tanh: map(z, output, count) { Elementary.tanh($0) }
    case .swish: map(z, output, count) { $0 * Elementary.sigmoid($0) }
    case .gelu: map(z, output, count) { $0 * normalDistribution($0) }
    case .softplus: mapSoftplus(z, output, count)
    }
  }

  /// Multiplies a gradient, element by element, by the function's derivative.
  ///
  /// - Parameters:
  ///   - z: `count` arguments.
  ///   - output: what `apply` made of them.
  ///   - gradient: with respect to the output on entry, to z on return.
  ///   - count: how many.
  package func multiplyByDerivative(
    at z: UnsafePointer<Float>, output: UnsafePointer<Float>, _ gradient: UnsafeMutablePointer<Float>,
    count: Int
  ) {
    switch self {
    case .identity: break
    case .relu: for i in 0..<count { gradient[i] = z[i] <= 0 ? 0 : gradient[i] }
    case .leakyReLU(let slope):
      for i in 0..<count { gradient[i] = z[i] <= 0 ? slope * gradient[i] : gradient[i] }
    case .elu(let alpha):
      combine(z, gradient, count) { z, gradient in
        gradient.replacing(with: alpha * Elementary.exp(z) * gradient, where: z .<= 0)
      }
    case .sigmoid:
      for i in 0..<count { gradient[i] = output[i] * (1 - output[i]) * gradient[i] }
    case .tanh:
      for i in 0..<count { gradient[i] = (1 - output[i] * output[i]) * gradient[i] }
    case .swish:
      combine(z, gradient, count) { z, gradient in
        let sigmoid = Elementary.sigmoid(z)
        return (sigmoid + z * sigmoid * (1 - sigmoid)) * gradient
      }
    case .gelu:
      combine(z, gradient, count) { z, gradient in
        (normalDistribution(z) + z * normalDensity(z)) * gradient
      }
    case .softplus: combine(z, gradient, count) { Elementary.sigmoid($0) * $1 }
    }
  }
}

/// log(1 + exp z), without overflow: max(z, 0) + log1p(exp(−|z|)).
private func mapSoftplus(_ z: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>, _ count: Int) {
  map(z, output, count) { Elementary.exp(-$0.magnitudes) }
  for i in 0..<count {
    let tail = Elementary.log1p(output[i])
    output[i] = z[i] > 0 ? z[i] + tail : tail
  }
}

/// Φ(z), the distribution function of the standard normal.
@inline(__always)
private func normalDistribution(_ z: Elementary.Lanes) -> Elementary.Lanes {
  let inverseRootOfTwo: Float = 0.707_106_78
  return 0.5 * (1 + Elementary.erf(z * inverseRootOfTwo))
}

/// φ(z), the density of the standard normal.
@inline(__always)
private func normalDensity(_ z: Elementary.Lanes) -> Elementary.Lanes {
  let inverseRootOfTwoPi: Float = 0.398_942_28
  return inverseRootOfTwoPi * Elementary.exp(-0.5 * z * z)
}

@inline(__always)
private func map(
  _ source: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>, _ count: Int,
  _ function: (Elementary.Lanes) -> Elementary.Lanes
) {
  let whole = count & ~15
  for place in stride(from: 0, to: whole, by: 16) {
    storeRow(function(loadRow(source + place)), to: target + place)
  }
  if whole < count {
    storePart(function(loadPart(source + whole, count - whole)), to: target + whole, count - whole)
  }
}

/// target ← function(source, target).
@inline(__always)
private func combine(
  _ source: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>, _ count: Int,
  _ function: (Elementary.Lanes, Elementary.Lanes) -> Elementary.Lanes
) {
  let whole = count & ~15
  for place in stride(from: 0, to: whole, by: 16) {
    storeRow(function(loadRow(source + place), loadRow(target + place)), to: target + place)
  }
  if whole < count {
    let rest = count - whole
    let values = function(loadPart(source + whole, rest), loadPart(target + whole, rest))
    storePart(values, to: target + whole, rest)
  }
}

/// Fewer than sixteen neighbours; zeros fill the lanes behind the last.
@inline(__always)
private func loadPart(_ source: UnsafePointer<Float>, _ count: Int) -> Elementary.Lanes {
  var lanes = Elementary.Lanes()
  for lane in 0..<count { lanes[lane] = source[lane] }
  return lanes
}

@inline(__always)
private func storePart(_ lanes: Elementary.Lanes, to target: UnsafeMutablePointer<Float>, _ count: Int) {
  for lane in 0..<count { target[lane] = lanes[lane] }
}
