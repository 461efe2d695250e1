/// `claims:`.
struct ClaimDecoder {
  let selector: Selector?
  let seedCount: Int
  private let measures: MeasureDecoder
  private(set) var issues: Issues

  init(selector: Selector?, seedCount: Int, measures: MeasureDecoder, issues: Issues) {
    self.selector = selector
    self.seedCount = seedCount
    self.measures = measures
    self.issues = issues
  }

  mutating func decode(_ list: [SourceNode]) -> [Claim] {
    list.enumerated().compactMap { index, node in
      issues.isClean("claims", "\(index)") ? claim(node, path: ["claims", "\(index)"]) : nil
    }
  }

  private mutating func claim(_ node: SourceNode, path: [String]) -> Claim? {
    let measure = measures.decode(node, path: path, &issues)
    let comparison = comparison(node, path)
    let seeds = quantifier(
      node["in_seeds"], of: seedCount, path, tooMany: Problem.moreSeedsThanStudied)
    guard let selector else { return nil }
    let points = selector.select(node["of"], path: path, &issues)
    let relation = relation(node, selector, path)
    guard let points, let relation, let measure, let comparison else { return nil }
    let runs = quantifier(node["in_runs"], of: points.count, path, tooMany: Problem.moreRunsThanSelected)
    let claim = Claim(
      say: node["say"]?.text?.trimmed ?? "", points: points, measure: measure, relation: relation,
      comparison: comparison, seeds: seeds, runs: runs)
    checkLayers(claim, node, selector.grid, path)
    return claim
  }

  private mutating func comparison(_ node: SourceNode, _ path: [String]) -> Comparison? {
    if let word = node["is"] { return said(word, of: node, path) }
    if node.isOfShape, let entry = StudySchema.comparisons.lazy.compactMap(node.entry).first {
      issues.report(.shapeIsNoNumber, at: entry.keyMark, path: path)
      return nil
    }
    if let value = node["at_least"]?.double { return .atLeast(value) }
    if let value = node["at_most"]?.double { return .atMost(value) }
    if let value = node["above"]?.double { return .above(value) }
    if let value = node["below"]?.double { return .below(value) }
    guard let between = node["between"] else { return nil }
    if let range = ValueRange(between) { return .between(range) }
    issues.report(.rangeIsEmpty(label: "'between'"), at: between.mark, path: path)
    return nil
  }

  /// `is`: of a metric that there is none, of a distribution what its shape is.
  private mutating func said(_ word: SourceNode, of node: SourceNode, _ path: [String]) -> Comparison {
    let hasOperand = node["minus"] != nil || node["over"] != nil
    if let shape = word.text.flatMap(ShapeWord.init) {
      if !node.isOfShape {
        issues.report(.wordOfNumber(shape.rawValue), at: word.mark, path: path)
      } else if hasOperand {
        issues.report(.shapeOfRelation, at: word.mark, path: path)
      }
      return .isShape(shape)
    }
    if let name = node["that"]?.text, name != Metric.firstNonfiniteStep.rawValue {
      issues.report(.isNoneOfNumber(name), at: word.mark, path: path)
    } else if hasOperand {
      issues.report(.isNoneOfRelation, at: word.mark, path: path)
    }
    return .isNone
  }

  /// `in_seeds` or `in_runs`, of which there are `total`.
  private mutating func quantifier(
    _ node: SourceNode?, of total: Int, _ path: [String], tooMany: (Int, Int) -> Problem
  ) -> Quantifier {
    guard let node else { return .all }
    if let wanted = node.int {
      if wanted > total { issues.report(tooMany(wanted, total), at: node.mark, path: path) }
      return .atLeast(wanted)
    }
    switch node.text {
    case "most": return .most
    case "half": return .half
    default: return .all
    }
  }

  private mutating func relation(_ node: SourceNode, _ selector: Selector, _ path: [String]) -> Relation? {
    if let minus = node["minus"] { return operand(minus, "'minus'", selector, path).map(Relation.minus) }
    if let over = node["over"] { return operand(over, "'over'", selector, path).map(Relation.over) }
    return .itself
  }

  private mutating func operand(
    _ node: SourceNode, _ label: String, _ selector: Selector, _ path: [String]
  ) -> Operand? {
    let layers = node["layer"].flatMap(LayerSelection.init)
    let selection = node.without("layer")
    if layers != nil, selection.entries?.isEmpty == true { return Operand(layers: layers) }
    return selector.selectOne(selection, label: label, path: path, &issues).map {
      Operand(point: $0, layers: layers)
    }
  }

  /// A claim is about every selected run, so every one must have the layers, units and steps, as must what it is set
  /// against.
  private mutating func checkLayers(_ claim: Claim, _ node: SourceNode, _ grid: Grid, _ path: [String]) {
    let layerNode = node["layer"]
    guard let operand = claim.relation.operand else {
      return check(claim.measure, node, layerNode, claim.points.map { grid.points[$0] }, path)
    }
    guard let layers = operand.layers else {
      let points = (claim.points + [operand.point].compactMap(\.self)).sortedUnique
      return check(claim.measure, node, layerNode, points.map { grid.points[$0] }, path)
    }
    check(claim.measure, node, layerNode, claim.points.map { grid.points[$0] }, path)
    guard let operandNode = (node["minus"] ?? node["over"])?["layer"] else { return }
    if claim.measure.isOfRun {
      let name = node["that"]?.text ?? ""
      return issues.report(.layerNotAllowed(name), at: operandNode.mark, path: path)
    }
    let points = (operand.point.map { [$0] } ?? claim.points).map { grid.points[$0] }
    check(claim.measure.of(layers), node, operandNode, points, path)
  }

  private mutating func check(
    _ measure: Measure, _ node: SourceNode, _ layerNode: SourceNode?, _ points: [GridPoint], _ path: [String]
  ) {
    switch measure {
    case .metric(_, let layers, let ablation):
      if let layers {
        LayerRules.check(layers, layerNode, points: points, everywhere: true, path: path, &issues)
      }
      checkAblation(ablation, node["ablation"], points, path)
    case .reduced(let spec, _):
      RecordingDecoder.check(
        spec, node, layerNode: layerNode, points: points, everywhere: true, path: path, &issues)
    case .distribution(let spec, _, _):
      DistributionDecoder.check(
        spec, node, layerNode: layerNode, points: points, everywhere: true, path: path, &issues)
    }
  }

  private mutating func checkAblation(
    _ ablation: Ablation?, _ node: SourceNode?, _ points: [GridPoint], _ path: [String]
  ) {
    guard let last = ablation?.reset.last, let node else { return }
    guard let point = points.first(where: { $0.settings.network.layerCount < last }) else { return }
    issues.report(.noSuchLayer(last, in: point), at: node.mark, path: path)
  }
}

extension Measure {
  /// Whether there is one value a run, not one a layer.
  fileprivate var isOfRun: Bool {
    switch self {
    case .metric(_, let layers, _): layers == nil
    case .reduced(let spec, _): spec.quantity.scope == .run
    case .distribution: false
    }
  }
}

extension SourceNode {
  /// Whether a claim is about the shape of a distribution.
  fileprivate var isOfShape: Bool {
    self["as"]?.text == DistributionStatistic.shape.name && self["that"]?.text.flatMap(Tensor.init) != nil
  }
}
