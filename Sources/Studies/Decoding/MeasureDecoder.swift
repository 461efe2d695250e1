/// What a claim measures: `that` with `layer`, `units`, `every`, `as`, `at`, `since`, `examples`, `bins` and `ablation`.
struct MeasureDecoder {
  let rules: KindRules
  /// nil if they are not sound, so that none can be missed.
  let ablations: [Ablation]?

  func decode(_ node: SourceNode, path: [String], _ issues: inout Issues) -> Measure? {
    guard let that = node["that"], let name = that.text else { return nil }
    if let metric = Metric(rawValue: name) {
      guard rules.allows(metric.kinds, name, at: that.mark, path: path, &issues) else { return nil }
      return self.metric(metric, node, path, &issues)
    }
    if let ablation = node["ablation"] {
      issues.report(.ablationNotAllowed(name), at: ablation.mark, path: path)
    }
    return Tensor(rawValue: name) == nil
      ? reduced(node, name, path, &issues) : distribution(node, name, path, &issues)
  }

  private func metric(_ metric: Metric, _ node: SourceNode, _ path: [String], _ issues: inout Issues)
    -> Measure?
  {
    let name = metric.rawValue
    for (key, problem) in [
      ("as", Problem.reductionOfMetric(name)), ("units", .unitsNotAllowed(name)),
      ("every", .everyOfMetric(name)),
    ] {
      if let misplaced = node[key] { issues.report(problem, at: misplaced.mark, path: path) }
    }
    checkKeysOfDistributions(node, name, path, &issues)
    let layer = node["layer"]
    if metric.isPerLayer, layer == nil {
      issues.report(.layerNeeded(name), at: (node["that"] ?? node).mark, path: path)
    } else if !metric.isPerLayer, let layer {
      issues.report(.layerNotAllowed(name), at: layer.mark, path: path)
    }
    return .metric(
      metric, layers: metric.isPerLayer ? layer.flatMap(LayerSelection.init) : nil,
      ablation: ablation(metric, node, path, &issues))
  }

  private func ablation(_ metric: Metric, _ node: SourceNode, _ path: [String], _ issues: inout Issues)
    -> Ablation?
  {
    guard let named = node["ablation"], let name = named.text?.trimmed else { return nil }
    guard metric.isOfEvaluation else {
      issues.report(.ablationNotAllowed(metric.rawValue), at: named.mark, path: path)
      return nil
    }
    guard let ablations else { return nil }
    if let ablation = ablations.first(where: { $0.name == name }) { return ablation }
    let names = ablations.map(\.name)
    let problem = Problem.unknownName(
      kind: "ablation", name: name, suggestion: Spelling.nearest(to: name, among: names), valid: names)
    issues.report(problem, at: named.mark, path: path)
    return nil
  }

  private func reduced(_ node: SourceNode, _ name: String, _ path: [String], _ issues: inout Issues)
    -> Measure?
  {
    checkKeysOfDistributions(node, name, path, &issues)
    let spec = RecordingDecoder(rules: rules).decode(node, quantity: "that", path: path, &issues)
    var reduction = Reduction.last
    if let chosen = node["as"] {
      let word = chosen.variant?.name ?? ""
      guard let known = Reduction(rawValue: word) else {
        let valid = Reduction.allCases.map(\.rawValue)
        issues.report(.wrongReduction(word, measure: name, valid: valid), at: chosen.mark, path: path)
        return nil
      }
      reduction = known
    }
    return spec.map { .reduced($0, reduction) }
  }

  private func distribution(_ node: SourceNode, _ name: String, _ path: [String], _ issues: inout Issues)
    -> Measure?
  {
    if let units = node["units"] { issues.report(.unitsNotAllowed(name), at: units.mark, path: path) }
    if let every = node["every"], rules.kind != .forward {
      issues.report(.everyOfDistribution(name), at: every.mark, path: path)
    }
    let step = StepChoice(node["at"])
    // The first and the last step are recorded anyway.
    let recorded = StepSelection.list([node["at"]?.int, node["since"]?.int].compactMap(\.self).sortedUnique)
    let decoder = DistributionDecoder(rules: rules)
    let spec = decoder.decode(node, tensor: "that", steps: recorded, path: path, &issues)
    guard let spec, let statistic = statistic(node, name, path, &issues) else { return nil }
    return .distribution(spec, at: step, statistic)
  }

  private func statistic(_ node: SourceNode, _ name: String, _ path: [String], _ issues: inout Issues)
    -> DistributionStatistic?
  {
    guard let chosen = node["as"] else {
      issues.report(.statisticNeeded(name), at: (node["that"] ?? node).mark, path: path)
      return nil
    }
    guard let statistic = DistributionStatistic(chosen) else {
      let valid = DistributionStatistic.plain.map(\.name) + [DistributionStatistic.shareBelow(0).name]
      let word = chosen.variant?.name ?? ""
      issues.report(.wrongReduction(word, measure: name, valid: valid), at: chosen.mark, path: path)
      return nil
    }
    if statistic.isOfBins, node["bins"] == nil {
      issues.report(.binsNeeded(statistic.name), at: chosen.mark, path: path)
    } else if !statistic.isOfBins, let bins = node["bins"] {
      issues.report(.binsWithoutUse(statistic.name), at: bins.mark, path: path)
    }
    if statistic.since != nil {
      _ = rules.allows(.trained, statistic.name, at: chosen.mark, path: path, &issues)
    }
    return compared(statistic, node, path, &issues)
  }

  /// The statistic with the step that it compares with.
  private func compared(
    _ statistic: DistributionStatistic, _ node: SourceNode, _ path: [String], _ issues: inout Issues
  ) -> DistributionStatistic {
    guard let entry = node.entry("since"), rules.kind != .forward else { return statistic }
    guard statistic.since != nil else {
      issues.report(.sinceWithoutUse(statistic.name), at: entry.keyMark, path: path)
      return statistic
    }
    guard let since = entry.value.int else { return statistic }
    let at = node["at"]?.text == "first" ? 0 : node["at"]?.int
    if let at, since >= at {
      issues.report(.sinceNotEarlier(since, at: at, run: nil), at: entry.value.mark, path: path)
    }
    return statistic.compared(since: .step(since))
  }

  private func checkKeysOfDistributions(
    _ node: SourceNode, _ name: String, _ path: [String], _ issues: inout Issues
  ) {
    for key in ["at", "since", "examples", "bins", "range"] {
      let isOfStep = StudySchema.claimStepKeys.contains(key)
      guard let entry = node.entry(key), !isOfStep || rules.kind != .forward else { continue }
      issues.report(.onlyOfDistributions(key: key, name), at: entry.keyMark, path: path)
    }
  }
}

extension DistributionStatistic {
  init?(_ node: SourceNode) {
    if let bound = node["share_below"]?.double {
      self = .shareBelow(bound)
    } else if let known = DistributionStatistic.plain.first(where: { $0.name == node.text }) {
      self = known
    } else {
      return nil
    }
  }

  fileprivate var isOfBins: Bool { self == .belowShare || self == .aboveShare }
}

extension StepChoice {
  /// Reads `at`; the last step if there is none.
  fileprivate init(_ node: SourceNode?) {
    if let step = node?.int {
      self = .step(step)
    } else {
      self = node?.text == "first" ? .first : .last
    }
  }
}
