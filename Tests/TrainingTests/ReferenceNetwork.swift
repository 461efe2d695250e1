import Foundation
import Numerics
import Studies
import Training

/// A network in Double, with naive loops and the system's functions: shares no code with the engine's kernels.
///
/// It computes losses only. Gradients are checked against its finite differences, so that no derivative is written twice.
struct ReferenceNetwork {
  let layers: [Network.Layer]
  var parameters: [[Double]]

  init(_ network: Network) {
    layers = network.layers
    parameters = network.parameters.map { $0.elements.map(Double.init) }
  }

  /// The outputs for a batch in training mode: batch norm by the statistics of the batch.
  func outputs(_ examples: [[Double]]) -> [[Double]] {
    layers.reduce(examples) { activations, layer in
      var z = activations.map { row in
        (0..<layer.units).map { unit in
          let bias = layer.bias.map { parameters[$0][unit] } ?? 0
          return row.indices.reduce(bias) {
            $0 + row[$1] * parameters[layer.weights][$1 * layer.units + unit]
          }
        }
      }
      if let batchNorm = layer.batchNorm { normalize(&z, layer, Double(batchNorm.epsilon)) }
      return zip(z, activations).map { z, below in
        let activation = z.map { ReferenceNetwork.apply(layer.activation, $0) }
        return layer.skips ? zip(activation, below).map { $0 + $1 } : activation
      }
    }
  }

  /// The batch's loss, summed or averaged over its examples.
  func loss(_ examples: [[Double]], _ labels: [UInt8], _ loss: Loss, _ reduction: GradientReduction) -> Double
  {
    let losses = zip(outputs(examples), labels).map { output, label in
      switch loss {
      case .softmaxCrossEntropy:
        return log(output.reduce(0) { $0 + exp($1) }) - output[Int(label)]
      case .meanSquaredError:
        let squares = output.enumerated().map { pow($1 - ($0 == Int(label) ? 1 : 0), 2) }
        return squares.reduce(0, +) / Double(output.count)
      }
    }
    let sum = losses.reduce(0, +)
    return reduction == .sum ? sum : sum / Double(losses.count)
  }

  private func normalize(_ z: inout [[Double]], _ layer: Network.Layer, _ epsilon: Double) {
    let count = Double(z.count)
    for unit in 0..<layer.units {
      let mean = z.reduce(0) { $0 + $1[unit] } / count
      let variance = z.reduce(0) { $0 + pow($1[unit] - mean, 2) } / count
      let scale = layer.scale.map { parameters[$0][unit] } ?? 1
      let shift = layer.shift.map { parameters[$0][unit] } ?? 0
      for row in z.indices { z[row][unit] = scale * (z[row][unit] - mean) / sqrt(variance + epsilon) + shift }
    }
  }

  static func apply(_ activation: Activation, _ z: Double) -> Double {
    switch activation {
    case .identity: z
    case .sigmoid: 1 / (1 + exp(-z))
    case .tanh: Foundation.tanh(z)
    case .relu: max(0, z)
    case .leakyReLU(let slope): z > 0 ? z : Double(slope) * z
    case .elu(let alpha): z > 0 ? z : Double(alpha) * Foundation.expm1(z)
    case .swish: z / (1 + exp(-z))
    case .gelu: 0.5 * z * (1 + erf(z / 2.0.squareRoot()))
    case .softplus: log(1 + exp(z))
    }
  }
}
