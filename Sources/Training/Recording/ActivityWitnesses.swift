import Numerics

/// Finds the active units of a network without batch norm, and remembers what spares the search next time.
///
/// A unit is not dead as soon as one example shows it. So the examples that showed the units last time are asked first, and
/// units that were dead are not searched again while nothing has changed that they depend on. The answer is that of all
/// examples.
struct ActivityWitnesses: Sendable {
  /// Examples that are looked at together; a multiple of `PackedRows.grain`.
  private static let block = 500

  /// Probe examples on which, between them, all units that were active last time were so.
  private var rows: [[Float]] = []
  /// When all examples were searched last: the parameters of then, and the units that were active.
  private var searched: (parameters: [Matrix], isActive: [[Bool]])?

  /// Which units are active in at least one of the examples, for each layer up to a number of them.
  mutating func activeUnits(
    _ network: Network, layerCount: Int, _ examples: PackedRows, threads: Threads
  ) -> [[Bool]] {
    var search = ActivitySearch(network, layerCount: layerCount, threads: threads)
    if let searched { search.settleUnchanged(since: searched.parameters, searched.isActive) }
    var kept: [[Float]] = []
    if !rows.isEmpty {
      let asked = Matrix(rows: rows.count, columns: network.layers[0].inputs, elements: rows.flatMap(\.self))
      var packed = PackedRows(columns: asked.columns)
      packed.append(asked)
      kept += search.look(at: packed, 0..<asked.rows).map { rows[$0] }
    }
    for first in stride(from: 0, to: examples.rows, by: ActivityWitnesses.block) where !search.isSettled {
      let block = first..<min(first + ActivityWitnesses.block, examples.rows)
      kept += search.look(at: examples, block).map { examples.row(first + $0) }
    }
    rows = kept
    searched = (network.parameters, search.isActive)
    return search.isActive
  }
}

/// A search for active units under way.
private struct ActivitySearch {
  private let network: Network
  private let threads: Threads
  private(set) var isActive: [[Bool]]
  /// Units that need not be looked for any more: the active ones, and those known to be dead.
  private var isDone: [[Bool]]
  private var trace: Trace?
  /// The units of the first layer that are still looked for, and their values.
  private var rest = FewUnits([], Matrix(rows: 0, columns: 0), nil)
  private var values = Matrix(rows: 0, columns: 0)
  private var room = PackingRoom()

  init(_ network: Network, layerCount: Int, threads: Threads) {
    self.network = network
    self.threads = threads
    isActive = network.layers[..<layerCount].map { [Bool](repeating: false, count: $0.units) }
    isDone = isActive
  }

  var isSettled: Bool { isDone.allSatisfy { $0.allSatisfy(\.self) } }

  /// Settles the units that were dead when all examples were searched, if nothing that they depend on has changed since.
  mutating func settleUnchanged(since parameters: [Matrix], _ wasActive: [[Bool]]) {
    for (index, layer) in network.layers[..<isDone.count].enumerated() {
      var isSame = network.parameters[layer.weights].columnsEqual(to: parameters[layer.weights])
      if let bias = layer.bias {
        let biases = network.parameters[bias].columnsEqual(to: parameters[bias])
        for unit in isSame.indices where !biases[unit] { isSame[unit] = false }
      }
      for unit in isSame.indices where isSame[unit] && !wasActive[index][unit] { isDone[index][unit] = true }
      guard isSame.allSatisfy(\.self) else { return }
    }
  }

  /// Looks for units that these examples show to be active.
  ///
  /// - Returns: the examples that show one which those before them did not, ascending.
  mutating func look(at examples: PackedRows, _ rows: Range<Int>) -> [Int] {
    guard let top = isDone.lastIndex(where: { $0.contains(false) }) else { return [] }
    var witnesses: Set<Int> = []
    if top == 0 {
      lookAtFirstLayer(examples, rows, &witnesses)
      return witnesses.sorted()
    }
    if trace?.output.rows != rows.count { trace = Trace(for: network, rows: rows.count) }
    for index in 0...top {
      if index == 0 {
        multiply(
          examples, rows, network.parameters[network.layers[0].weights], biases,
          &trace!.layers[0].preactivation, &room)
      } else {
        network.linear(
          layer: index, trace!.layers[index - 1].output, trace: &trace!.layers[index], room: &room,
          threads: threads)
      }
      mark(trace!.layers[index].preactivation, index, Array(isDone[index].indices), &witnesses)
      guard index < top else { break }
      let below = index == 0 ? network.skipped(examples, rows) : trace!.layers[index - 1].output
      network.activate(layer: index, below, trace: &trace!.layers[index], threads: threads)
    }
    return witnesses.sorted()
  }

  /// Of the first layer.
  private var biases: [Float]? { network.layers[0].bias.map { network.parameters[$0].elements } }

  private func multiply(
    _ examples: PackedRows, _ rows: Range<Int>, _ weights: Matrix, _ biases: [Float]?, _ result: inout Matrix,
    _ room: inout PackingRoom
  ) {
    Product.multiply(
      examples, rows: rows, weights, adding: biases, into: &result, room: &room, threads: threads)
  }

  /// Computes only the units of the first layer that are still looked for.
  private mutating func lookAtFirstLayer(
    _ examples: PackedRows, _ rows: Range<Int>, _ witnesses: inout Set<Int>
  ) {
    let units = isDone[0].indices.filter { !isDone[0][$0] }
    if rest.units != units { rest = FewUnits(units, network.parameters[network.layers[0].weights], biases) }
    if values.rows != rows.count || values.columns != units.count {
      values = Matrix(rows: rows.count, columns: units.count)
    }
    multiply(examples, rows, rest.weights, rest.biases, &values, &room)
    mark(values, 0, units, &witnesses)
  }

  /// - Parameters:
  ///   - values: pre-activations of examples × `units`.
  ///   - layer: theirs.
  ///   - units: positions in the layer.
  ///   - witnesses: gets the first example that shows each unit.
  private mutating func mark(
    _ values: Matrix, _ layer: Int, _ units: [Int], _ witnesses: inout Set<Int>
  ) {
    for (column, unit) in units.enumerated() where !isDone[layer][unit] {
      guard let row = values.firstActiveRow(column) else { continue }
      isActive[layer][unit] = true
      isDone[layer][unit] = true
      witnesses.insert(row)
    }
  }
}

extension Network {
  /// What a skip connection of the first layer adds; nothing where it has none.
  func skipped(_ examples: PackedRows, _ rows: Range<Int>) -> Matrix {
    layers[0].skips ? examples.matrix(rows) : Matrix(rows: 0, columns: 0)
  }
}

/// Some units of a layer, by position, with their parameters.
private struct FewUnits {
  let units: [Int]
  let weights: Matrix
  let biases: [Float]?

  init(_ units: [Int], _ weights: Matrix, _ biases: [Float]?) {
    self.units = units
    self.weights = units.count == weights.columns ? weights : weights.columns(units)
    self.biases = biases.map { biases in units.map { biases[$0] } }
  }
}

extension Matrix {
  /// The first row in which a column is positive and finite.
  func firstActiveRow(_ column: Int) -> Int? {
    elements.withUnsafeBufferPointer { values in
      for (row, position) in stride(from: column, to: values.count, by: columns).enumerated()
      where values[position] > 0 && values[position].isFinite {
        return row
      }
      return nil
    }
  }

  /// For each column, whether it has the bits of the other matrix's column.
  fileprivate func columnsEqual(to other: Matrix) -> [Bool] {
    var differences = [UInt32](repeating: 0, count: columns)
    elements.withUnsafeBufferPointer { mine in
      other.elements.withUnsafeBufferPointer { others in
        differences.withUnsafeMutableBufferPointer { differences in
          for start in stride(from: 0, to: mine.count, by: columns) {
            for column in 0..<columns {
              differences[column] |= mine[start + column].bitPattern ^ others[start + column].bitPattern
            }
          }
        }
      }
    }
    return differences.map { $0 == 0 }
  }

  /// Some of the columns.
  fileprivate func columns(_ places: [Int]) -> Matrix {
    var part = Matrix(rows: rows, columns: places.count)
    for row in 0..<rows {
      for (column, place) in places.enumerated() { part[row, column] = self[row, place] }
    }
    return part
  }
}
