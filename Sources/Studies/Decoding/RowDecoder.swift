/// Rows of sheets.
struct RowDecoder {
  let rules: KindRules

  /// Reads a row, several layers still together.
  func decode(_ node: SourceNode, path: [String], _ issues: inout Issues) -> RowSpec? {
    guard let mark = mark(node, path, &issues) else { return nil }
    let range = range(node, "range", path, &issues)
    let scale = node["scale"]?.text.flatMap(AxisScale.init) ?? .linear
    if let range, range.low <= 0, scale == .log || scale == .logAbs || node.isOfLogarithms,
      let rangeNode = node["range"]
    {
      issues.report(.logRangeNotPositive, at: rangeNode.mark, path: path)
    }
    return RowSpec(
      mark: mark, title: node["title"]?.text?.trimmed ?? "", range: range, scale: scale,
      ifDiverging: node["if_diverging"]?.text.flatMap(AxisScale.init), shared: node["share"]?.bool ?? false,
      clip: self.range(node, "clip", path, &issues), drawsSeeds: drawsSeeds(node, mark, path, &issues))
  }

  private func drawsSeeds(_ node: SourceNode, _ mark: RowMark, _ path: [String], _ issues: inout Issues)
    -> Bool
  {
    guard let seeds = node["seeds"] else { return false }
    if rules.kind == .forward { rules.report("seeds", of: node, path: path, &issues) }
    if let quantity = mark.recording?.quantity, quantity.scope == .unit {
      issues.report(.seedsOfUnits(quantity.rawValue), at: seeds.mark, path: path)
    }
    return seeds.text == "lines"
  }

  private func mark(_ node: SourceNode, _ path: [String], _ issues: inout Issues) -> RowMark? {
    if node["line"] != nil {
      return series(node, "line", path, &issues).map(RowMark.line)
    }
    if let named = node["heat_map"] {
      guard let spec = series(node, "heat_map", path, &issues) else { return nil }
      if spec.quantity.scope != .layer {
        issues.report(.heatMapOfLines(spec.quantity.rawValue), at: named.mark, path: path)
      }
      return .heatMap(spec)
    }
    if let name = StudySchema.gridMarks.first(where: { node[$0] != nil }) {
      return GridRowDecoder(rules: rules).mark(node, name, path, &issues)
    }
    guard let name = StudySchema.distributionMarks.first(where: { node[$0] != nil }) else { return nil }
    checkSteps(node, name, path, &issues)
    let decoder = DistributionDecoder(rules: rules)
    guard let spec = decoder.decode(node, tensor: name, steps: StepSelection(node), path: path, &issues)
    else {
      return nil
    }
    switch name {
    case "histogram": return .histogram(spec, options(node, path, &issues))
    case "ridgeline": return .ridgeline(spec, options(node, path, &issues))
    default: return .percentiles(spec)
    }
  }

  private func series(_ node: SourceNode, _ name: String, _ path: [String], _ issues: inout Issues)
    -> RecordingSpec?
  {
    RecordingDecoder(rules: rules).decode(node, quantity: name, path: path, &issues)
  }

  /// What is drawn over the steps needs several.
  private func checkSteps(_ node: SourceNode, _ name: String, _ path: [String], _ issues: inout Issues) {
    guard name != "histogram" else { return }
    if rules.kind == .forward {
      rules.report(name, of: node, path: path, &issues)
    } else if StudySchema.stepKeys.allSatisfy({ node[$0] == nil }) {
      issues.report(.stepsNeeded(name), at: node.entry(name)?.keyMark ?? node.mark, path: path)
    }
  }

  private func options(_ node: SourceNode, _ path: [String], _ issues: inout Issues) -> HistogramOptions {
    if node.isOfLogarithms, node["bins"] != nil, let values = node["values"] {
      issues.report(.logOfDeclaredBins, at: values.mark, path: path)
    }
    return HistogramOptions(
      values: node["values"]?.text.flatMap(HistogramOptions.Values.init) ?? .linear,
      counts: node["counts"]?.text.flatMap(HistogramOptions.Counts.init) ?? .linear,
      density: node["density"]?.bool ?? false,
      bins: node["bins"]?.int ?? node["draw_bins"]?.int ?? HistogramOptions().bins)
  }

  private func range(_ node: SourceNode, _ key: String, _ path: [String], _ issues: inout Issues)
    -> ValueRange?
  {
    guard let value = node[key] else { return nil }
    if let range = ValueRange(value) { return range }
    // Of declared bins it has been said.
    if key != "range" || node["bins"] == nil {
      issues.report(.rangeIsEmpty(label: "'\(key)'"), at: value.mark, path: path)
    }
    return nil
  }
}

extension RowSpec {
  /// A row for each layer that any of the runs has, where a panel has room for one; otherwise the row itself.
  func expanded(over points: [GridPoint]) -> [RowSpec] {
    guard let selection = mark.layersOfRows, selection != .last else { return [self] }
    let layers = points.flatMap { selection.resolved(in: $0.settings.network) }.sortedUnique
    return layers.map { layer in
      var row = self
      row.mark = mark.of(.list([layer]))
      // Rows that share a title could not be told apart.
      if layers.count > 1, !title.isEmpty { row.title += ", layer \(layer)" }
      return row
    }
  }
}

extension RowMark {
  /// The layers that make a row each; nil where one row has all of them, or none.
  fileprivate var layersOfRows: LayerSelection? {
    switch self {
    case .line, .heatMap: nil
    case .histogram(let spec, _), .ridgeline(let spec, _), .percentiles(let spec): spec.layers
    case .phaseDiagram(let spec, _, _), .response(let spec, _): spec.layers
    case .multiples(let spec, _): spec.quantity.scope == .run ? nil : spec.layers
    }
  }

  /// The same mark of other layers.
  fileprivate func of(_ layers: LayerSelection) -> RowMark {
    switch self {
    case .line, .heatMap: return self
    case .phaseDiagram(let spec, let axes, let contours):
      return .phaseDiagram(OutcomeSpec(spec.outcome, layers: layers), axes, contours: contours)
    case .response(let spec, let x): return .response(OutcomeSpec(spec.outcome, layers: layers), x: x)
    case .multiples(var spec, let axes):
      spec.layers = layers
      return .multiples(spec, axes)
    case .histogram(var spec, let options):
      spec.layers = layers
      return .histogram(spec, options)
    case .ridgeline(var spec, let options):
      spec.layers = layers
      return .ridgeline(spec, options)
    case .percentiles(var spec):
      spec.layers = layers
      return .percentiles(spec)
    }
  }
}

extension SourceNode {
  /// Whether it is a histogram over |x| on a logarithmic axis.
  fileprivate var isOfLogarithms: Bool { self["values"]?.text == HistogramOptions.Values.logAbs.rawValue }
}
