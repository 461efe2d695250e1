package import Numerics

/// The gradients of one mini-batch and the buffers that carry them down the layers.
package struct Gradients: Sendable {
  /// Of each parameter, in the order and shape of `Network.parameters`.
  package var parameters: [Matrix]
  /// Of the loss with respect to each layer's pre-activations (of the values before batch norm, where a layer has it);
  /// examples × units.
  package var layers: [Matrix]

  package init(for network: Network, rows: Int) {
    parameters = network.parameters.map { Matrix(rows: $0.rows, columns: $0.columns) }
    layers = network.layers.map { Matrix(rows: rows, columns: $0.units) }
  }
}

extension Network {
  /// Back-propagation of a loss's gradient through the batch that `trace` was filled with.
  ///
  /// - Parameters:
  ///   - input: the batch, examples × inputs.
  ///   - trace: what `forward` left for it, in training or probing mode.
  ///   - gradients: on entry, the last of its `layers` is the gradient with respect to the network's output; on return,
  ///     all of it is filled in.
  package func backward(_ input: Matrix, trace: Trace, gradients: inout Gradients) {
    for index in layers.indices.reversed() {
      let layer = layers[index]
      let ofOutput = layer.skips ? gradients.layers[index] : nil
      layer.activation.multiplyByDerivative(
        at: trace.layers[index].preactivation, output: trace.layers[index].activation,
        &gradients.layers[index])
      if let normalization = trace.layers[index].normalization {
        backwardThroughNormalization(layer: index, normalization, gradients: &gradients)
      }
      let delta = gradients.layers[index]
      let below = index == 0 ? input : trace.layers[index - 1].output
      Product.multiplyTransposedLeft(below, delta, into: &gradients.parameters[layer.weights])
      if let bias = layer.bias { Rows.sum(of: delta, into: &gradients.parameters[bias].elements) }
      // Nobody needs the gradient with respect to the examples.
      guard index > 0 else { continue }
      Product.multiplyTransposedRight(delta, parameters[layer.weights], into: &gradients.layers[index - 1])
      if let ofOutput { Update.axpy(1, ofOutput.elements, to: &gradients.layers[index - 1].elements) }
    }
  }
}
