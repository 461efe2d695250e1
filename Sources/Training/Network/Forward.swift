package import Numerics
import Studies

extension Network {
  /// Which statistics batch norm uses.
  package enum Mode: Sendable {
    /// Those of the batch; the running statistics move towards them.
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
  package mutating func forward(_ input: Matrix, mode: Mode, trace: inout Trace) {
    for index in layers.indices {
      let below = index == 0 ? input : trace.layers[index - 1].output
      linear(layer: index, below, trace: &trace.layers[index])
      if let batchNorm = layers[index].batchNorm {
        let statistics: BatchStatistics
        switch mode {
        case .training:
          statistics = .of([trace.layers[index].preactivation])
          runningStatistics[index]!.move(towards: statistics, by: batchNorm.momentum)
        case .evaluation:
          statistics = runningStatistics[index]!
        }
        normalize(layer: index, by: statistics, trace: &trace.layers[index])
      }
      activate(layer: index, below, trace: &trace.layers[index])
    }
  }

  /// z = a·W + b.
  func linear(layer index: Int, _ below: Matrix, trace: inout LayerTrace) {
    Product.multiply(below, parameters[layers[index].weights], into: &trace.preactivation)
    if let bias = layers[index].bias { Rows.add(parameters[bias].elements, to: &trace.preactivation) }
  }

  /// The activation function, and the skip connection where the layer has one.
  func activate(layer index: Int, _ below: Matrix, trace: inout LayerTrace) {
    layers[index].activation.apply(to: trace.preactivation, into: &trace.activation)
    guard var sum = trace.sum.take() else { return }
    for position in sum.elements.indices {
      sum.elements[position] = trace.activation.elements[position] + below.elements[position]
    }
    trace.sum = sum
  }
}
