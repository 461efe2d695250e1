import Numerics
import Studies

/// Finds the active units of a network with batch norm.
///
/// Batch norm couples all examples, so each layer is computed for all of them before the next. In one layer that only
/// normalises, an example is proof enough that lies above the mean by more than rounding can move the mean (`MeanBound`).
struct NormalizedActivity: Sendable {
  /// Examples that lay farthest above the mean of a unit when all were computed last.
  private var witnesses = PackedRows(columns: 0)
  /// Of the layers below the last that is asked for.
  private var traces: [LayerTrace] = []
  private var preactivation = Matrix(rows: 0, columns: 0)
  private var room = PackingRoom()

  /// Which units are active in at least one of the examples, for each layer up to a number of them.
  mutating func activeUnits(
    _ network: Network, layerCount: Int, _ examples: PackedRows, threads: Threads
  ) -> [[Bool]] {
    let last = layerCount - 1
    if last == 0, witnesses.rows > 0, proveActive(network, examples, threads) {
      return [[Bool](repeating: true, count: network.layers[0].units)]
    }
    if preactivation.rows != examples.rows {
      preactivation = Matrix(rows: examples.rows, columns: network.layers[last].units)
      traces = network.layers[..<last].map { LayerTrace(for: $0, rows: examples.rows) }
    }
    var isActive = (0..<last).map { lowerLayer($0, network, examples, threads) }
    linear(last, network, examples, &preactivation, &room, threads)
    let statistics = network.layers[last].batchNorm.map { _ in BatchStatistics(of: preactivation) }
    isActive.append(
      (0..<network.layers[last].units).map { unit in
        guard let statistics else { return preactivation.firstActiveRow(unit) != nil }
        return network.normalization(layer: last, by: statistics, unit: unit).isActive(
          preactivation, column: unit)
      })
    if last == 0 { chooseWitnesses(examples) }
    return isActive
  }

  /// Whether the witnesses prove that all units of the first layer are active.
  private mutating func proveActive(_ network: Network, _ examples: PackedRows, _ threads: Threads) -> Bool {
    let layer = network.layers[0]
    guard let epsilon = layer.batchNorm?.epsilon, layer.scale == nil, layer.shift == nil else { return false }
    let weights = network.parameters[layer.weights]
    let biases = layer.bias.map { network.parameters[$0].elements }
    var values = Matrix(rows: witnesses.rows, columns: layer.units)
    Product.multiply(
      witnesses, rows: 0..<witnesses.rows, weights, adding: biases, into: &values, room: &room,
      threads: threads)
    let bounds = MeanBound.ofUnits(weights, biases, examples)
    return bounds.indices.allSatisfy { unit in
      (0..<values.rows).contains { bounds[unit].provesActive(values[$0, unit], epsilon: epsilon) }
    }
  }

  /// The example with the largest value of each unit.
  private mutating func chooseWitnesses(_ examples: PackedRows) {
    let rows = (0..<preactivation.columns).map { unit in
      (0..<preactivation.rows).reduce(0) { best, row in
        preactivation[row, unit] > preactivation[best, unit] ? row : best
      }
    }
    let chosen = Set(rows).sorted()
    witnesses = PackedRows(columns: examples.columns)
    witnesses.append(
      Matrix(rows: chosen.count, columns: examples.columns, elements: chosen.flatMap { examples.row($0) }))
  }

  /// A layer whose values the next one needs.
  private mutating func lowerLayer(
    _ layer: Int, _ network: Network, _ examples: PackedRows, _ threads: Threads
  ) -> [Bool] {
    linear(layer, network, examples, &traces[layer].preactivation, &room, threads)
    if network.layers[layer].batchNorm != nil {
      let statistics = BatchStatistics(of: traces[layer].preactivation)
      network.normalize(layer: layer, by: statistics, trace: &traces[layer])
    }
    let below = layer == 0 ? network.skipped(examples, 0..<examples.rows) : traces[layer - 1].output
    network.activate(layer: layer, below, trace: &traces[layer], threads: threads)
    return (0..<network.layers[layer].units).map { traces[layer].preactivation.firstActiveRow($0) != nil }
  }

  /// z = a·W + b for all examples.
  private func linear(
    _ layer: Int, _ network: Network, _ examples: PackedRows, _ result: inout Matrix,
    _ room: inout PackingRoom,
    _ threads: Threads
  ) {
    let weights = network.parameters[network.layers[layer].weights]
    let biases = network.layers[layer].bias.map { network.parameters[$0].elements }
    if layer == 0 {
      Product.multiply(
        examples, rows: 0..<examples.rows, weights, adding: biases, into: &result, room: &room,
        threads: threads)
    } else {
      Product.multiply(
        traces[layer - 1].output, weights, adding: biases, into: &result, room: &room, threads: threads)
    }
  }
}
