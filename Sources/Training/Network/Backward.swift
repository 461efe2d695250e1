package import Numerics

/// The gradients of one mini-batch and the buffers that carry them down the layers.
package struct Gradients: Sendable {
  /// Of each parameter, in the order and shape of `Network.parameters`.
  package var parameters: [Matrix]
  /// Of the loss with respect to each layer's pre-activations (of the values before batch norm, where a layer has it);
  /// examples × units.
  package var layers: [Matrix]
  /// With respect to the output of each layer with a skip connection, which it passes down as well; nil for the others.
  var skipped: [Matrix?]
  /// What batch norm sums up, for the layers with it.
  var normalizations: [NormalizationSums?]
  /// What the pass packs its products' sides into.
  package var room = PackingRoom()

  package init(for network: Network, rows: Int) {
    parameters = network.parameters.map { Matrix(rows: $0.rows, columns: $0.columns) }
    layers = network.layers.map { Matrix(rows: rows, columns: $0.units) }
    skipped = network.layers.map { $0.skips ? Matrix(rows: rows, columns: $0.units) : nil }
    normalizations = network.layers.map { $0.batchNorm == nil ? nil : NormalizationSums(units: $0.units) }
  }
}

extension Network {
  /// Back-propagation of a loss's gradient through the batch that `trace` was filled with.
  ///
  /// - Parameters:
  ///   - input: the batch, examples × inputs.
  ///   - trace: what `forward` left for it, in training or probing mode.
  ///   - gradients: on entry, the last of its `layers` is the gradient with respect to the network's output; on return,
  ///     all of it is filled in, but for the weights' where they are not wanted.
  ///   - formsWeightGradients: whether the gradients of the weights are wanted; `descend` can do without.
  ///   - threads: at most; no bit depends on them.
  package func backward(
    _ input: Matrix, trace: Trace, gradients: inout Gradients, formsWeightGradients: Bool = true,
    threads: Threads = .one
  ) {
    // Whether the derivative of the layer's activation function is in the gradient yet.
    var isAtPreactivation = false
    for index in layers.indices.reversed() {
      let layer = layers[index]
      gradients.skipped[index]?.copyElements(of: gradients.layers[index])
      if !isAtPreactivation {
        layer.activation.function.multiplyByDerivative(
          at: trace.layers[index].preactivation, output: trace.layers[index].activation,
          &gradients.layers[index], threads: threads)
      }
      if let normalization = trace.layers[index].normalization {
        backwardThroughNormalization(layer: index, normalization, gradients: &gradients)
      }
      let delta = gradients.layers[index]
      if formsWeightGradients {
        Product.multiplyTransposedLeft(
          below(index, input, trace), delta, into: &gradients.parameters[layer.weights],
          room: &gradients.room, threads: threads)
      }
      if let bias = layer.bias {
        Rows.sum(of: delta, into: &gradients.parameters[bias].elements, threads: threads)
      }
      // Nobody needs the gradient with respect to the examples.
      guard index > 0 else { continue }
      isAtPreactivation = !layer.skips && !layers[index - 1].skips
      sendDown(index, delta, trace, &gradients, throughActivation: isAtPreactivation, threads)
      if let skipped = gradients.skipped[index] {
        Update.axpy(1, skipped.elements, to: &gradients.layers[index - 1].elements)
      }
    }
  }

  /// What a layer gets: the batch, or the output of the layer below it.
  func below(_ index: Int, _ input: Matrix, _ trace: Trace) -> Matrix {
    index == 0 ? input : trace.layers[index - 1].output
  }

  /// The gradient with respect to what a layer gets, δ·Wᵀ; through the activation function below while it is in the cache.
  private func sendDown(
    _ index: Int, _ delta: Matrix, _ trace: Trace, _ gradients: inout Gradients, throughActivation: Bool,
    _ threads: Threads
  ) {
    let function = layers[index - 1].activation.function
    let values = trace.layers[index - 1]
    Product.multiplyTransposedRight(
      delta, parameters[layers[index].weights], into: &gradients.layers[index - 1],
      room: &gradients.room, threads: threads
    ) { gradient, region in
      guard throughActivation else { return }
      region.forEachStretch { start, count in
        function.multiplyByDerivative(
          at: values.preactivation, output: values.activation, gradient, start, count)
      }
    }
  }
}
