/// `claims:`.
struct ClaimDecoder {
  let selector: Selector?
  let seedCount: Int
  private(set) var issues: Issues

  init(selector: Selector?, seedCount: Int, issues: Issues) {
    self.selector = selector
    self.seedCount = seedCount
    self.issues = issues
  }

  mutating func decode(_ list: [SourceNode]) -> [Claim] {
    list.enumerated().compactMap { index, node in
      issues.isClean("claims", "\(index)") ? claim(node, path: ["claims", "\(index)"]) : nil
    }
  }

  private mutating func claim(_ node: SourceNode, path: [String]) -> Claim? {
    let measure = measure(node, path)
    let comparison = comparison(node, path)
    let seeds = seeds(node, path)
    guard let selector else { return nil }
    let points = selector.select(node["of"], path: path, &issues)
    let relation = relation(node, selector, path)
    guard let points, let relation, let measure, let comparison else { return nil }
    checkLayers(measure, node, points, relation, selector.grid, path)
    return Claim(
      say: node["say"]?.text?.trimmed ?? "", points: points, measure: measure, relation: relation,
      comparison: comparison, seeds: seeds)
  }

  private mutating func measure(_ node: SourceNode, _ path: [String]) -> Measure? {
    guard let name = node["that"]?.text else { return nil }
    guard let metric = Metric(rawValue: name) else {
      let recording = RecordingDecoder.decode(node, quantity: "that", path: path, &issues)
      return recording.map { .reduced($0, node["as"]?.text.flatMap(Reduction.init) ?? .last) }
    }
    for (key, problem) in [
      ("as", Problem.reductionOfMetric(name)), ("units", .unitsNotAllowed(name)),
      ("every", .everyOfMetric(name)),
    ] {
      if let misplaced = node[key] { issues.report(problem, at: misplaced.mark, path: path) }
    }
    let layer = node["layer"]
    if metric.isPerLayer, layer?.int == nil {
      issues.report(.layerNeeded(name), at: (layer ?? node["that"] ?? node).mark, path: path)
    } else if !metric.isPerLayer, let layer {
      issues.report(.layerNotAllowed(name), at: layer.mark, path: path)
    }
    return .metric(metric, layers: layer.flatMap(LayerSelection.init), ablation: nil)
  }

  private mutating func comparison(_ node: SourceNode, _ path: [String]) -> Comparison? {
    if let value = node["at_least"]?.double { return .atLeast(value) }
    if let value = node["at_most"]?.double { return .atMost(value) }
    if let value = node["above"]?.double { return .above(value) }
    if let value = node["below"]?.double { return .below(value) }
    if let none = node["is"] {
      if let name = node["that"]?.text, name != Metric.firstNonfiniteStep.rawValue {
        issues.report(.isNoneOfNumber(name), at: none.mark, path: path)
      } else if node["minus"] != nil || node["over"] != nil {
        issues.report(.isNoneOfRelation, at: none.mark, path: path)
      }
      return .isNone
    }
    guard let between = node["between"] else { return nil }
    if let range = ValueRange(between) { return .between(range) }
    issues.report(.rangeIsEmpty(label: "'between'"), at: between.mark, path: path)
    return nil
  }

  private mutating func seeds(_ node: SourceNode, _ path: [String]) -> SeedQuantifier {
    guard let seeds = node["in_seeds"] else { return .all }
    if let wanted = seeds.int {
      if wanted > seedCount {
        issues.report(.moreSeedsThanStudied(wanted: wanted, seeds: seedCount), at: seeds.mark, path: path)
      }
      return .atLeast(wanted)
    }
    switch seeds.text {
    case "most": return .most
    case "half": return .half
    default: return .all
    }
  }

  private mutating func relation(_ node: SourceNode, _ selector: Selector, _ path: [String]) -> Relation? {
    if let minus = node["minus"] {
      return selector.selectOne(minus, label: "'minus'", path: path, &issues).map {
        .minus(Operand(point: $0))
      }
    }
    if let over = node["over"] {
      return selector.selectOne(over, label: "'over'", path: path, &issues).map { .over(Operand(point: $0)) }
    }
    return .itself
  }

  /// A claim is about every selected run, so every one must have the layers and units.
  private mutating func checkLayers(
    _ measure: Measure, _ node: SourceNode, _ points: [Int], _ relation: Relation, _ grid: Grid,
    _ path: [String]
  ) {
    let runs = Set(points + [relation.operand?.point].compactMap(\.self)).sorted().map { grid.points[$0] }
    switch measure {
    case .metric(_, .list(let layers)?, _):
      guard let layer = layers.last else { return }
      guard let run = runs.first(where: { $0.settings.network.layerCount < layer }) else { return }
      let problem = Problem.noSuchLayer(layer, run: run.name, layers: run.settings.network.layerCount)
      issues.report(problem, at: node["layer"]?.mark ?? node.mark, path: path)
    case .metric, .distribution: break
    case .reduced(let recording, _):
      RecordingDecoder.check(recording, node, points: runs, everywhere: true, path: path, &issues)
    }
  }
}
