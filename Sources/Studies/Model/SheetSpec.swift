/// A grid of panels to draw: a column a run (or value of a setting), a row a quantity.
package struct SheetSpec: Hashable, Sendable {
  /// File name without extension; with facets by `each`, the facet's slug is added.
  package var name: String
  package var title: String
  /// The points it draws.
  package var points: [Int]
  /// One picture a value of this facet; nil for one picture.
  package var each: Facet?
  package var columns: Facet
  /// Overlays the runs of a panel in one colour a value; nil where a panel has one run.
  package var color: Facet?
  package var rows: [RowSpec]
  /// How to read it; Markdown, empty if none.
  package var reading: String

  package init(
    name: String, title: String, points: [Int], each: Facet?, columns: Facet, color: Facet?, rows: [RowSpec],
    reading: String
  ) {
    self.name = name
    self.title = title
    self.points = points
    self.each = each
    self.columns = columns
    self.color = color
    self.rows = rows
    self.reading = reading
  }
}

/// What runs are told apart by.
package enum Facet: Hashable, Sendable {
  case group
  /// Every grid point by itself.
  case run
  /// A setting's value.
  case setting(String)
}

/// A closed range of numbers with low < high.
package struct ValueRange: Hashable, Sendable {
  package var low: Double
  package var high: Double

  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}

/// How values are laid out along the value axis.
package enum AxisScale: String, CaseIterable, Hashable, Sendable {
  case linear
  case log
  /// Logarithmic in both directions, linear around 0.
  case symlog
  /// |value| on a logarithmic axis.
  case logAbs = "log_abs"
}

/// A quantity to record, with the layers still as the study says them (runs may differ in depth).
package struct RecordingSpec: Hashable, Sendable {
  package var quantity: Quantity
  package var layers: LayerSelection
  package var units: UnitSelection
  package var every: Int

  package init(
    quantity: Quantity, layers: LayerSelection = .all, units: UnitSelection = .all, every: Int = 1
  ) {
    self.quantity = quantity
    self.layers = layers
    self.units = units
    self.every = every
  }

  /// The recordings for a network: one a layer, or a single one for a quantity of the run.
  package func recordings(in network: NetworkSettings) -> [Recording] {
    guard quantity.scope != .run else { return [Recording(quantity: quantity, every: every)] }
    return layers.resolved(in: network).map {
      Recording(quantity: quantity, layer: $0, units: units, every: every)
    }
  }
}

/// Some layers of a network, counted from 1.
package enum LayerSelection: Hashable, Sendable {
  case all
  case hidden
  case last
  case list([Int])

  /// Ascending layer numbers; those that the network does not have are left out.
  package func resolved(in network: NetworkSettings) -> [Int] {
    switch self {
    case .all: Array(0..<network.layerCount).map { $0 + 1 }
    case .hidden: network.hidden.indices.map { $0 + 1 }
    case .last: network.layerCount > 0 ? [network.layerCount] : []
    case .list(let layers): layers.filter { $0 <= network.layerCount }
    }
  }
}
