import Numerics
import Studies

/// Counts dead units: those whose pre-activation is positive (and finite) for none of the probe examples.
///
/// The network is measured as it trains: batch norm normalises by the statistics of the probe examples themselves.
struct ActivityProbe: Sendable {
  private let examples: PackedRows
  /// How many layers, from the first, are asked for.
  private let layerCount: Int
  private var latest: (step: Int, deadUnits: [Int])?
  private var witnesses = ActivityWitnesses()
  private var normalized = NormalizedActivity()

  /// - Parameters:
  ///   - examples: the probe; nil for none.
  ///   - layerCount: dead units are asked for up to this layer.
  init(examples: PackedRows?, layerCount: Int) {
    self.examples = examples ?? PackedRows(columns: 0)
    self.layerCount = layerCount
  }

  /// Without examples nothing can be said of a unit.
  var isEmpty: Bool { examples.rows == 0 }

  /// The number of dead units of each layer, up to the last that is asked for, after `step` updates.
  ///
  /// Asked twice about one step, it answers from memory.
  mutating func deadUnits(of network: Network, step: Int, threads: Threads) -> [Int] {
    if let latest, latest.step == step { return latest.deadUnits }
    let normalizes = network.layers[..<layerCount].contains { $0.batchNorm != nil }
    let isActive =
      normalizes
      ? normalized.activeUnits(network, layerCount: layerCount, examples, threads: threads)
      : witnesses.activeUnits(network, layerCount: layerCount, examples, threads: threads)
    let deadUnits = isActive.map { units in units.count { !$0 } }
    latest = (step, deadUnits)
    return deadUnits
  }
}
