import Numerics
import Studies

/// Counts dead units: those whose pre-activation is positive (and finite) for none of the probe examples.
///
/// The network is measured as it trains: batch norm normalises by the statistics of the probe examples themselves.
struct ActivityProbe: Sendable {
  /// The probe examples, cut into blocks of rows that fit the processor's cache.
  private let blocks: [Matrix]
  private var traces: [Trace] = []
  private var latest: (step: Int, deadUnits: [Int])?

  init(blocks: [Matrix]) {
    self.blocks = blocks
  }

  /// Without examples nothing can be said of a unit.
  var isEmpty: Bool { blocks.isEmpty }

  /// The number of dead units of each layer after `step` updates.
  ///
  /// Asked twice about one step, it answers from memory.
  mutating func deadUnits(of network: Network, step: Int) -> [Int] {
    if let latest, latest.step == step { return latest.deadUnits }
    let normalizes = network.layers.contains { $0.batchNorm != nil }
    let isActive = normalizes ? activeUnitsLayerByLayer(network) : activeUnitsBlockByBlock(network)
    let deadUnits = isActive.map { units in units.count { !$0 } }
    latest = (step, deadUnits)
    return deadUnits
  }

  /// Stops at the first block after which every unit has been active.
  private mutating func activeUnitsBlockByBlock(_ network: Network) -> [[Bool]] {
    var network = network
    var isActive = network.layers.map { [Bool](repeating: false, count: $0.units) }
    for block in blocks {
      if traces.first?.output.rows != block.rows { traces = [Trace(for: network, rows: block.rows)] }
      network.forward(block, mode: .evaluation, trace: &traces[0])
      for layer in isActive.indices { markActive(traces[0].layers[layer].preactivation, &isActive[layer]) }
      if isActive.allSatisfy({ $0.allSatisfy(\.self) }) { break }
    }
    return isActive
  }

  /// Batch norm couples all examples, so each layer is computed for all blocks before the next.
  private mutating func activeUnitsLayerByLayer(_ network: Network) -> [[Bool]] {
    if traces.count != blocks.count { traces = blocks.map { Trace(for: network, rows: $0.rows) } }
    return network.layers.indices.map { layer in
      for block in blocks.indices {
        let below = layer == 0 ? blocks[block] : traces[block].layers[layer - 1].output
        network.linear(layer: layer, below, trace: &traces[block].layers[layer])
      }
      if network.layers[layer].batchNorm != nil {
        let statistics = BatchStatistics.of(traces.map { $0.layers[layer].preactivation })
        for block in blocks.indices {
          network.normalize(layer: layer, by: statistics, trace: &traces[block].layers[layer])
        }
      }
      var isActive = [Bool](repeating: false, count: network.layers[layer].units)
      for block in blocks.indices {
        let below = layer == 0 ? blocks[block] : traces[block].layers[layer - 1].output
        network.activate(layer: layer, below, trace: &traces[block].layers[layer])
        markActive(traces[block].layers[layer].preactivation, &isActive)
      }
      return isActive
    }
  }

  private func markActive(_ preactivation: Matrix, _ isActive: inout [Bool]) {
    let units = preactivation.columns
    preactivation.elements.withUnsafeBufferPointer { values in
      for unit in 0..<units where !isActive[unit] {
        for position in stride(from: unit, to: values.count, by: units)
        where values[position] > 0 && values[position].isFinite {
          isActive[unit] = true
          break
        }
      }
    }
  }
}
