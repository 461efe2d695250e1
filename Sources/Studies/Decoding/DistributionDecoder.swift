/// Tensors with their layers, steps, examples and bins, in rows, recordings and claims.
struct DistributionDecoder {
  let rules: KindRules

  /// Reads which tensor is to be recorded; `name` is the key that names it.
  func decode(
    _ node: SourceNode, tensor name: String, steps: StepSelection, path: [String], _ issues: inout Issues
  ) -> DistributionSpec? {
    guard let named = node[name], let tensor = named.text.flatMap(Tensor.init) else { return nil }
    guard rules.allows(tensor.kinds, tensor.rawValue, at: named.mark, path: path, &issues) else { return nil }
    rules.checkSteps(node, path: path, &issues)
    if let examples = node["examples"] {
      if !tensor.dependsOnExamples {
        issues.report(.examplesOfParameters(tensor.rawValue), at: examples.mark, path: path)
      } else if rules.kind != .supervised {
        rules.report("examples", of: node, path: path, &issues)
      }
    }
    return DistributionSpec(
      tensor: tensor, layers: node["layer"].flatMap(LayerSelection.init) ?? .all, steps: steps,
      examples: node["examples"]?.text.flatMap(ExampleSelection.init) ?? .batch,
      bins: bins(node, path, &issues))
  }

  private func bins(_ node: SourceNode, _ path: [String], _ issues: inout Issues) -> BinSpec? {
    guard let count = node["bins"]?.int, let range = node["range"] else { return nil }
    if let range = ValueRange(range) { return BinSpec(count: count, range: range) }
    issues.report(.rangeIsEmpty(label: "'range'"), at: range.mark, path: path)
    return nil
  }

  /// Checks that the layers and steps exist: in every run, or in one at least.
  static func check(
    _ spec: DistributionSpec, _ node: SourceNode, layerNode: SourceNode?, points: [GridPoint],
    everywhere: Bool,
    path: [String], _ issues: inout Issues
  ) {
    LayerRules.check(
      spec.layers, layerNode, points: points, everywhere: everywhere, path: path, &issues)
    checkSteps(spec, node, points, everywhere: everywhere, path, &issues)
  }

  private static func checkSteps(
    _ spec: DistributionSpec, _ node: SourceNode, _ points: [GridPoint], everywhere: Bool, _ path: [String],
    _ issues: inout Issues
  ) {
    // There, a key for steps is a mistake of its own.
    guard points.first?.settings.kind != .forward else { return }
    let ends = points.compactMap { point in
      point.settings.lastStep(ofMiniBatch: spec.tensor.isOfMiniBatch).map { (name: point.name, last: $0) }
    }
    for element in (node["at"]?.oneOrMore ?? []) + [node["since"]].compactMap(\.self) {
      guard let step = element.int else { continue }
      let late = ends.filter { step > $0.last }
      guard let first = late.first, everywhere || late.count == points.count else { continue }
      issues.report(.noSuchStep(step, run: first.name, last: first.last), at: element.mark, path: path)
    }
    // Of a named step `at`, it has been compared with that.
    guard let since = node["since"], let step = since.int, node["at"]?.text.map({ $0 == "last" }) ?? true,
      let end = ends.first(where: { $0.last == step })
    else { return }
    issues.report(.sinceNotEarlier(step, at: end.last, run: end.name), at: since.mark, path: path)
  }
}

extension StepSelection {
  /// Reads `at`, `every` or `log`; the first and the last step if none is there.
  init(_ node: SourceNode) {
    if let interval = node["every"]?.int {
      self = .every(interval)
    } else if let count = node["log"]?.int {
      self = .logarithmic(count)
    } else {
      self = .list((node["at"]?.oneOrMore ?? []).compactMap(\.int).sortedUnique)
    }
  }
}
