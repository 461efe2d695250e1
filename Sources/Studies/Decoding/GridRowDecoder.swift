/// Rows whose panels lay out many runs: phase diagrams, responses and small multiples.
struct GridRowDecoder {
  let rules: KindRules

  /// Reads what such a row draws; `name` is the key that says how.
  func mark(_ node: SourceNode, _ name: String, _ path: [String], _ issues: inout Issues) -> RowMark? {
    guard let x = node["x"]?.text else { return nil }
    if name == "response" {
      return outcome(node, name, path, &issues).map { .response($0, x: x) }
    }
    guard let y = node["y"], let axes = y.text.map({ GridAxes(x: x, y: $0) }) else { return nil }
    if axes.x == axes.y { issues.report(.sameAxes(x), at: y.mark, path: path) }
    if name == "multiples" {
      return series(node, name, path, &issues).map { .multiples($0, axes) }
    }
    let contours = node["contours"]?.elements?.compactMap(\.double) ?? []
    return outcome(node, name, path, &issues).map {
      .phaseDiagram($0, axes, contours: Set(contours).sorted())
    }
  }

  private func outcome(_ node: SourceNode, _ name: String, _ path: [String], _ issues: inout Issues)
    -> OutcomeSpec?
  {
    guard let named = node[name], let outcome = Outcome.all.first(where: { $0.name == named.text }) else {
      return nil
    }
    guard rules.allows(outcome.kinds, outcome.name, at: named.mark, path: path, &issues) else { return nil }
    let layer = node["layer"]
    if outcome.isPerLayer, layer == nil {
      issues.report(.layerNeeded(outcome.name), at: named.mark, path: path)
    } else if !outcome.isPerLayer, let layer {
      issues.report(.layerNotAllowed(outcome.name), at: layer.mark, path: path)
    }
    return OutcomeSpec(outcome, layers: outcome.isPerLayer ? layer.flatMap(LayerSelection.init) : nil)
  }

  private func series(_ node: SourceNode, _ name: String, _ path: [String], _ issues: inout Issues)
    -> RecordingSpec?
  {
    if rules.kind == .forward { rules.report(name, of: node, path: path, &issues) }
    guard let named = node[name],
      let spec = RecordingDecoder(rules: rules).decode(node, quantity: name, path: path, &issues)
    else { return nil }
    if spec.quantity.scope == .unit {
      issues.report(.multiplesOfUnits(spec.quantity.rawValue), at: named.mark, path: path)
    }
    return spec
  }
}
