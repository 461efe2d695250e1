package import Numerics
package import Studies

/// A fully connected network: its layout and its current parameters.
///
/// Layer l (from 1) computes z = a·W + b from the outputs a of the layer below, normalises z where the layer has batch
/// norm, applies its activation function, and adds a where it has a skip connection. Weights are inputs × units.
package struct Network: Sendable {
  package let layers: [Layer]
  /// All trainable parameters; `Layer` says which is which.
  ///
  /// Biases and the like are matrices of one row.
  package var parameters: [Matrix]
  /// Batch norm's statistics for evaluation, one a layer.
  package var runningStatistics: [BatchStatistics?]

  /// Where a layer's parts are, and what it does.
  package struct Layer: Sendable {
    package let inputs: Int
    package let units: Int
    package let activation: Activation
    package let batchNorm: BatchNorm?
    /// Whether what the layer gets is added to its activations.
    package let skips: Bool
    /// Positions in `Network.parameters`, in this order and without gaps.
    package let weights: Int
    package let bias: Int?
    package let scale: Int?
    package let shift: Int?
  }

  /// The name of a parameter in records: "weights of layer 2".
  package func name(ofParameter index: Int) -> String {
    for (position, layer) in layers.enumerated() {
      let owner = "of layer \(position + 1)"
      switch index {
      case layer.weights: return "weights \(owner)"
      case layer.bias: return "biases \(owner)"
      case layer.scale: return "batch-norm scale \(owner)"
      case layer.shift: return "batch-norm shift \(owner)"
      default: continue
      }
    }
    preconditionFailure("every parameter belongs to a layer")
  }

  /// Whether a bias, or a scale or shift of batch norm, is NaN or infinite.
  var hasNonfiniteBesideWeights: Bool {
    layers.indices.contains { index in
      parameters(ofLayer: index + 1).dropFirst().contains {
        Finiteness.hasNonfinite(parameters[$0].elements)
      }
    }
  }

  /// The parameters of one layer, by position.
  package func parameters(ofLayer number: Int) -> ClosedRange<Int> {
    let layer = layers[number - 1]
    return layer.weights...(layer.shift ?? layer.scale ?? layer.bias ?? layer.weights)
  }
}
