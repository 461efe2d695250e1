package import Numerics

/// What a forward pass leaves behind for one batch size: the values of every layer, for the backward pass and
/// for measurements.
///
/// Its buffers are reused from step to step.
package struct Trace: Sendable {
  package var layers: [LayerTrace]
  /// What the pass packs its products' sides into.
  package var room = PackingRoom()

  package init(for network: Network, rows: Int) {
    layers = network.layers.map { LayerTrace(for: $0, rows: rows) }
  }

  /// The network's output: the activations of its last layer, rows × outputs.
  package var output: Matrix { layers[layers.count - 1].output }
}

/// The values of one layer; matrices of examples × units.
package struct LayerTrace: Sendable {
  /// z: what the activation function is applied to (after batch norm, where the layer has it).
  package var preactivation: Matrix
  /// The values of the activation function.
  package var activation: Matrix
  /// The activations with what the layer got added; only of layers with a skip connection.
  package var sum: Matrix?
  /// Only of layers with batch norm.
  package var normalization: NormalizationTrace?

  /// What the layer above gets.
  package var output: Matrix { sum ?? activation }

  init(for layer: Network.Layer, rows: Int) {
    preactivation = Matrix(rows: rows, columns: layer.units)
    activation = Matrix(rows: rows, columns: layer.units)
    sum = layer.skips ? Matrix(rows: rows, columns: layer.units) : nil
    normalization = layer.batchNorm == nil ? nil : NormalizationTrace(rows: rows, units: layer.units)
  }
}

/// What batch norm's backward pass needs.
package struct NormalizationTrace: Sendable {
  /// (z − mean) / √(variance + ε), before scale and shift.
  package var normalized: Matrix
  /// 1 / √(variance + ε) of each unit.
  package var inverseDeviation: [Float]
  /// Of the batch.
  var statistics: BatchStatistics

  init(rows: Int, units: Int) {
    normalized = Matrix(rows: rows, columns: units)
    inverseDeviation = [Float](repeating: 0, count: units)
    statistics = BatchStatistics(units: units)
  }
}
