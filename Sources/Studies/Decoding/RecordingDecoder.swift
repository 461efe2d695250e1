/// Quantities with their layers, units and steps, in rows, recordings and claims.
struct RecordingDecoder {
  let rules: KindRules

  /// Reads what is to be recorded; `name` is the key that names the quantity.
  func decode(_ node: SourceNode, quantity name: String, path: [String], _ issues: inout Issues)
    -> RecordingSpec?
  {
    guard let named = node[name], let quantity = named.text.flatMap(Quantity.init) else { return nil }
    guard rules.allows(quantity.kinds, quantity.rawValue, at: named.mark, path: path, &issues) else {
      return nil
    }
    rules.checkSteps(node, path: path, &issues)
    if quantity.scope == .run, let layer = node["layer"] {
      issues.report(.layerNotAllowed(quantity.rawValue), at: layer.mark, path: path)
    }
    if quantity.scope != .unit, let units = node["units"] {
      issues.report(.unitsNotAllowed(quantity.rawValue), at: units.mark, path: path)
    }
    return RecordingSpec(
      quantity: quantity, layers: node["layer"].flatMap(LayerSelection.init) ?? .all,
      units: quantity.scope == .unit ? node["units"].flatMap(UnitSelection.init) ?? .all : .all,
      every: node["every"]?.int ?? 1)
  }

  /// Checks that the layers and units exist: in every selected run, or in one at least.
  static func check(
    _ spec: RecordingSpec, _ node: SourceNode, layerNode: SourceNode?, points: [GridPoint], everywhere: Bool,
    path: [String], _ issues: inout Issues
  ) {
    guard spec.quantity.scope != .run else { return }
    LayerRules.check(spec.layers, layerNode, points: points, everywhere: everywhere, path: path, &issues)
    checkUnits(spec, node, points, path, &issues)
  }

  /// A list names its units, so each layer must have them; "the first n" is all of a layer that has fewer, but not of
  /// every layer.
  private static func checkUnits(
    _ spec: RecordingSpec, _ node: SourceNode, _ points: [GridPoint], _ path: [String], _ issues: inout Issues
  ) {
    guard let unitsNode = node["units"] else { return }
    let widths = points.flatMap { point in
      spec.layers.resolved(in: point.settings.network).compactMap { layer in
        point.settings.width(ofLayer: layer).map { (point: point, layer: layer, width: $0) }
      }
    }
    func report(_ unit: Int, _ at: (point: GridPoint, layer: Int, width: Int), _ mark: SourceMark) {
      let problem = Problem.unitBeyondWidth(unit: unit, layer: at.layer, width: at.width, run: at.point.name)
      issues.report(problem, at: mark, path: path)
    }
    switch spec.units {
    case .all: break
    case .first(let count):
      guard let widest = widths.max(by: { $0.width < $1.width }), widest.width < count else { return }
      report(count, widest, unitsNode.mark)
    case .list:
      for element in unitsNode.oneOrMore {
        guard let unit = element.int, let narrow = widths.first(where: { $0.width < unit }) else { continue }
        report(unit, narrow, element.mark)
      }
    }
  }
}

extension RunSettings {
  /// nil for the output layer of a data set whose classes only its files can tell.
  func width(ofLayer layer: Int) -> Int? {
    network.hidden.indices.contains(layer - 1) ? network.hidden[layer - 1] : data.source.knownClasses
  }
}

extension LayerSelection {
  init?(_ node: SourceNode) {
    switch node.text {
    case "all": self = .all
    case "hidden": self = .hidden
    case "last": self = .last
    case nil: self = .list(node.oneOrMore.compactMap(\.int).sortedUnique)
    default: return nil
    }
  }
}

extension UnitSelection {
  init?(_ node: SourceNode) {
    if let count = node.int {
      self = .first(count)
    } else if let list = node.elements {
      self = .list(list.compactMap(\.int).sortedUnique)
    } else {
      self = .all
    }
  }
}

extension [Int] {
  var sortedUnique: [Int] { Set(self).sorted() }
}

extension ValueRange {
  /// nil unless it is a pair with low < high.
  init?(_ node: SourceNode) {
    guard let pair = node.elements, pair.count == 2, let low = pair[0].double, let high = pair[1].double,
      low < high
    else { return nil }
    self.init(low: low, high: high)
  }
}
