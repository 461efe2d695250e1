import Studies

/// What a claim measures, in words.
enum MeasureText {
  /// "dead units, layer 1"; with a relation "ratio of …".
  static func name(_ measure: Measure, _ relation: Relation, in kind: StudyKind) -> String {
    let name = name(measure, in: kind)
    let others = relation.operand?.layers.map { " to that of \(mean($0))" } ?? ""
    return switch relation {
    case .itself: name
    case .minus: "difference in \(name)\(others)"
    case .over: "ratio of \(name)\(others)"
    }
  }

  private static func mean(_ layers: LayerSelection) -> String {
    let name = QuantityText.layers(layers)
    return switch layers {
    case .last: "the \(name)"
    case .list(let numbers) where numbers.count == 1: name
    case .list: "\(name) on average"
    case .all: "all layers on average"
    case .hidden: "the \(name) on average"
    }
  }

  private static func name(_ measure: Measure, in kind: StudyKind) -> String {
    switch measure {
    case .metric(let metric, let layers, let ablation):
      return QuantityText.name(metric) + (layers.map { ", \(QuantityText.layers($0))" } ?? "")
        + (ablation.map { ", \($0.name)" } ?? "")
    case .reduced(let spec, let reduction):
      return name(reduction, of: spec, in: kind)
    case .distribution(let spec, let step, let statistic):
      return name(statistic, of: TensorText.name(spec)) + (kind == .forward ? "" : when(step))
    }
  }

  /// "train loss, at the end"; of several units it is their mean.
  private static func name(_ reduction: Reduction, of spec: RecordingSpec, in kind: StudyKind) -> String {
    let isMean = spec.quantity.scope == .unit && [.first, .last, .meanOfLast100].contains(reduction)
    let name = (isMean ? "mean of " : "") + QuantityText.name(spec)
    // Without training there is one value.
    if kind == .forward, spec.quantity.scope != .unit, reduction != .maxAbs { return name }
    return switch reduction {
    case .first: kind == .forward ? name : "\(name), at the start"
    case .last: kind == .forward ? name : "\(name), at the end"
    case .mean: "mean of \(name)"
    case .min: "smallest \(name)"
    case .max: "largest \(name)"
    case .maxAbs: "max |\(name)|"
    case .meanOfLast100: kind == .forward ? name : "\(name), mean of the last 100 steps"
    }
  }

  private static func name(_ statistic: DistributionStatistic, of tensor: String) -> String {
    switch statistic {
    case .mean: "mean of \(tensor)"
    case .standardDeviation: "sd of \(tensor)"
    case .skewness: "skewness of \(tensor)"
    case .kurtosis: "excess kurtosis of \(tensor)"
    case .min: "smallest of \(tensor)"
    case .max: "largest of \(tensor)"
    case .maxAbs: "max |\(tensor)|"
    case .zeroShare: "share of 0 in \(tensor)"
    case .nonfiniteCount: "non-finite values in \(tensor)"
    case .belowShare: "share below the bins of \(tensor)"
    case .aboveShare: "share above the bins of \(tensor)"
    case .shareBelow(let bound): "share with |x| < \(NumberText.decimal(bound)) of \(tensor)"
    case .totalVariation(let since): "total variation since \(text(since)) of \(tensor)"
    case .wasserstein(let since): "mean distance moved since \(text(since)) by \(tensor)"
    case .shape: "shape of \(tensor)"
    }
  }

  private static func text(_ step: EarlierStep) -> String {
    switch step {
    case .first: "the start"
    case .step(let step): "step \(step)"
    }
  }

  private static func when(_ step: StepChoice) -> String {
    switch step {
    case .first: ", at the start"
    case .last: ", at the end"
    case .step(let step): ", at step \(step)"
    }
  }
}
