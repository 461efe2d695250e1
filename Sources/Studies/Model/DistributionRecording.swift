/// Something of which a run holds many values at a step, recorded as their distribution.
package enum Tensor: String, CaseIterable, Hashable, Sendable {
  /// A layer's weights after t updates.
  case weights
  /// A layer's biases after t updates.
  case biases
  /// What the activation function is applied to, over the examples and units of mini-batch t.
  case preactivations
  /// What the layer passes on, over the examples and units of mini-batch t.
  case activations
  /// The gradient of the loss with respect to a layer's weights, of mini-batch t.
  case gradients
  /// The gradient of the loss with respect to a layer's pre-activations, of mini-batch t.
  case preactivationGradients = "preactivation_gradients"
  /// What update t + 1 adds to a layer's weights.
  case updates

  /// Whether it is measured on a mini-batch before its update, rather than on the parameters after t updates.
  package var isOfMiniBatch: Bool {
    switch self {
    case .weights, .biases: false
    case .preactivations, .activations, .gradients, .preactivationGradients, .updates: true
    }
  }

  /// Whether it depends on examples, so that a fixed probe batch can stand in for the mini-batch.
  package var dependsOnExamples: Bool {
    switch self {
    case .weights, .biases, .gradients, .preactivationGradients, .updates: false
    case .preactivations, .activations: true
    }
  }

  /// The kinds of study whose runs have it.
  package var kinds: Set<StudyKind> { self == .updates ? .trained : .all }

  /// One line for the format's reference and for captions.
  package var summary: String {
    switch self {
    case .weights: "weights of a layer"
    case .biases: "biases of a layer"
    case .preactivations: "pre-activations of a layer, over the examples of the mini-batch"
    case .activations: "activations of a layer, over the examples of the mini-batch"
    case .gradients: "gradient of a layer's weights, for the mini-batch"
    case .preactivationGradients: "gradient of a layer's pre-activations, over the examples of the mini-batch"
    case .updates: "what an update adds to a layer's weights"
    }
  }
}

/// The steps at which something is recorded; the first and the last always are.
package enum StepSelection: Hashable, Sendable {
  /// These steps, ascending.
  case list([Int])
  /// Every n-th step, counted from 0.
  case every(Int)
  /// n steps from the first to the last, evenly spaced on a logarithmic scale.
  case logarithmic(Int)

  /// The steps of a run, ascending.
  ///
  /// - Parameter last: the last step that there is.
  /// - Returns: the first and the last step among them.
  package func steps(upTo last: Int) -> [Int] {
    var steps: [Int]
    switch self {
    case .list(let listed): steps = listed.filter { $0 <= last }
    case .every(let interval): steps = Array(stride(from: 0, through: last, by: interval))
    case .logarithmic(let count): steps = StepSelection.logarithmicSteps(count, upTo: last)
    }
    if steps.first != 0 { steps.insert(0, at: 0) }
    if steps.last != last { steps.append(last) }
    return steps
  }

  /// The steps of a run that a chart shows: as `steps`, but of a list only what it names, if it names any.
  ///
  /// - Parameter last: the last step that there is.
  /// - Returns: ascending; empty if a list names none of the run's steps.
  package func drawnSteps(upTo last: Int) -> [Int] {
    if case .list(let listed) = self, !listed.isEmpty { return listed.filter { $0 <= last } }
    return steps(upTo: last)
  }

  /// 0 and steps that grow by a constant factor, rounded; fewer than `count` where neighbours fall together.
  ///
  /// The factor is found by bisection, with multiplications only, so that every machine finds the same steps.
  private static func logarithmicSteps(_ count: Int, upTo last: Int) -> [Int] {
    guard count > 2, last > 1 else { return [] }
    let power = { (factor: Double) in (0..<count - 2).reduce(1.0) { value, _ in value * factor } }
    var (low, high) = (1.0, Double(last))
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if power(middle) < Double(last) { low = middle } else { high = middle }
    }
    var steps: [Int] = []
    var value = 1.0
    for _ in 0..<count - 1 {
      let step = min(last, Int(value.rounded()))
      if steps.last != step { steps.append(step) }
      value *= high
    }
    return steps
  }
}

/// Which examples a distribution over examples is taken on.
package enum ExampleSelection: String, CaseIterable, Hashable, Sendable {
  /// Those of the mini-batch of the step.
  case batch
  /// The first 1,000 training examples, the same at every step.
  case probe
}

/// Bins of equal width in which values are counted exactly, beside the range-free sketch.
package struct BinSpec: Hashable, Sendable {
  package var count: Int
  package var range: ValueRange

  package init(count: Int, range: ValueRange) {
    self.count = count
    self.range = range
  }
}

/// A distribution for a run to record: one tensor of one layer, at some steps.
package struct DistributionRecording: Hashable, Sendable {
  package var tensor: Tensor
  /// Counted from 1.
  package var layer: Int
  package var steps: StepSelection
  package var examples: ExampleSelection
  package var bins: BinSpec?

  package init(
    tensor: Tensor, layer: Int, steps: StepSelection, examples: ExampleSelection = .batch,
    bins: BinSpec? = nil
  ) {
    self.tensor = tensor
    self.layer = layer
    self.steps = steps
    self.examples = examples
    self.bins = bins
  }
}

/// A tensor to record, with the layers still as the study says them.
package struct DistributionSpec: Hashable, Sendable {
  package var tensor: Tensor
  package var layers: LayerSelection
  package var steps: StepSelection
  package var examples: ExampleSelection
  package var bins: BinSpec?

  package init(
    tensor: Tensor, layers: LayerSelection = .all, steps: StepSelection = .list([]),
    examples: ExampleSelection = .batch, bins: BinSpec? = nil
  ) {
    self.tensor = tensor
    self.layers = layers
    self.steps = steps
    self.examples = examples
    self.bins = bins
  }

  /// The recordings for a network, one a layer.
  package func recordings(in network: NetworkSettings) -> [DistributionRecording] {
    layers.resolved(in: network).map {
      DistributionRecording(tensor: tensor, layer: $0, steps: steps, examples: examples, bins: bins)
    }
  }
}
