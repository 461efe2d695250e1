package import Numerics
import Studies

extension Network {
  /// Which statistics batch norm uses.
  package enum Mode: Sendable {
    /// Those of the batch, which the trace keeps.
    case training
    /// The running statistics.
    case evaluation
  }

  /// Computes every layer's values for a batch.
  ///
  /// - Parameters:
  ///   - input: examples × inputs.
  ///   - mode: which statistics batch norm uses.
  ///   - trace: filled in; made for this network and as many rows as the input has.
  ///   - threads: at most; no bit depends on them.
  package func forward(_ input: Matrix, mode: Mode, trace: inout Trace, threads: Threads = .one) {
    for index in layers.indices {
      let below = index == 0 ? input : trace.layers[index - 1].output
      if layers[index].batchNorm == nil {
        activatedLinear(
          layer: index, below, trace: &trace.layers[index], room: &trace.room, threads: threads)
        continue
      }
      linear(layer: index, below, trace: &trace.layers[index], room: &trace.room, threads: threads)
      normalize(layer: index, mode, trace: &trace.layers[index])
      activate(layer: index, below, trace: &trace.layers[index], threads: threads)
    }
  }

  /// Moves batch norm's running statistics towards those of a batch.
  ///
  /// - Parameter trace: what `forward` left for the batch in training mode.
  package mutating func moveStatistics(towards trace: Trace) {
    for (index, layer) in layers.enumerated() {
      guard let batchNorm = layer.batchNorm, let normalization = trace.layers[index].normalization else {
        continue
      }
      runningStatistics[index]!.move(towards: normalization.statistics, by: batchNorm.momentum)
    }
  }

  private func normalize(layer index: Int, _ mode: Mode, trace: inout LayerTrace) {
    switch mode {
    case .training:
      trace.normalization!.statistics.measure(trace.preactivation)
      normalize(layer: index, by: trace.normalization!.statistics, trace: &trace)
    case .evaluation:
      normalize(layer: index, by: runningStatistics[index]!, trace: &trace)
    }
  }

  /// z = a·W + b.
  func linear(
    layer index: Int, _ below: Matrix, trace: inout LayerTrace, room: inout PackingRoom, threads: Threads
  ) {
    Product.multiply(
      below, parameters[layers[index].weights], adding: layers[index].bias.map { parameters[$0].elements },
      into: &trace.preactivation, room: &room, threads: threads)
  }

  /// z = a·W + b and its activation, while what is done of z is still in the cache.
  private func activatedLinear(
    layer index: Int, _ below: Matrix, trace: inout LayerTrace, room: inout PackingRoom, threads: Threads
  ) {
    let layer = layers[index]
    let function = layer.activation.function
    // Taken out, since z and its activation lie in the same value.
    var activation = Matrix(rows: 0, columns: 0)
    swap(&activation, &trace.activation)
    activation.elements.withUnsafeMutableBufferPointer { activation in
      guard let target = activation.baseAddress else { return }
      Product.multiply(
        below, parameters[layer.weights], adding: layer.bias.map { parameters[$0].elements },
        into: &trace.preactivation, room: &room, threads: threads
      ) { z, region in
        region.forEachStretch { start, count in
          function.apply(z + start, to: target + start, count: count)
        }
      }
    }
    swap(&activation, &trace.activation)
    addSkipped(below, trace: &trace)
  }

  /// The activation function, and the skip connection where the layer has one.
  func activate(layer index: Int, _ below: Matrix, trace: inout LayerTrace, threads: Threads) {
    layers[index].activation.function.apply(
      to: trace.preactivation, into: &trace.activation, threads: threads)
    addSkipped(below, trace: &trace)
  }

  private func addSkipped(_ below: Matrix, trace: inout LayerTrace) {
    guard var sum = trace.sum.take() else { return }
    sum.elements.withUnsafeMutableBufferPointer { sum in
      trace.activation.elements.withUnsafeBufferPointer { activation in
        below.elements.withUnsafeBufferPointer { below in
          for position in sum.indices { sum[position] = activation[position] + below[position] }
        }
      }
    }
    trace.sum = sum
  }
}
