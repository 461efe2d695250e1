/// A single number (or, of a distribution's shape, a word) of a finished run.
///
/// A measure of several layers is evaluated layer by layer, and a claim about it must hold for each of them.
package enum Measure: Hashable, Sendable {
  /// - Parameters:
  ///   - layers: nil for a metric of the whole run.
  ///   - ablation: evaluates the network with some layers reset; nil for the network as trained.
  case metric(Metric, layers: LayerSelection?, ablation: Ablation?)
  /// All values of a recorded quantity (over its steps and units) made one.
  case reduced(RecordingSpec, Reduction)
  /// Something of a tensor's distribution at one of its recorded steps.
  case distribution(DistributionSpec, at: StepChoice, DistributionStatistic)

  /// The layers for which it is evaluated, ascending: `[nil]` for something of the whole run.
  package func layers(in network: NetworkSettings) -> [Int?] {
    switch self {
    case .metric(_, let layers, _): layers?.resolved(in: network) ?? [nil]
    case .reduced(let spec, _) where spec.quantity.scope == .run: [nil]
    case .reduced(let spec, _): spec.layers.resolved(in: network)
    case .distribution(let spec, _, _): spec.layers.resolved(in: network)
    }
  }

  /// The same measure of other layers; itself, if it is of the whole run.
  package func of(_ layers: LayerSelection) -> Measure {
    switch self {
    case .metric(let metric, .some, let ablation): return .metric(metric, layers: layers, ablation: ablation)
    case .metric(_, nil, _): return self
    case .reduced(var spec, let reduction):
      if spec.quantity.scope != .run { spec.layers = layers }
      return .reduced(spec, reduction)
    case .distribution(var spec, let step, let statistic):
      spec.layers = layers
      return .distribution(spec, at: step, statistic)
    }
  }
}

/// What a measured value is set against before it is compared.
package enum Relation: Hashable, Sendable {
  case itself
  /// value(of) − value(operand).
  case minus(Operand)
  /// value(of) ÷ value(operand).
  case over(Operand)

  /// What the value is set against, if it is.
  package var operand: Operand? {
    switch self {
    case .itself: nil
    case .minus(let operand), .over(let operand): operand
    }
  }
}

/// The other side of a relation: another grid point, other layers, or both.
///
/// Its value is of the same seed.
package struct Operand: Hashable, Sendable {
  /// nil for the run itself.
  package var point: Int?
  /// The measure's mean over these layers; nil for the layer on the other side.
  package var layers: LayerSelection?

  package init(point: Int? = nil, layers: LayerSelection? = nil) {
    self.point = point
    self.layers = layers
  }
}
