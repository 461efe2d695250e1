/// What settings must be besides valid each by itself.
struct SettingsRules {
  static let maxWeights = 100_000_000

  /// Reports at `fallback` what only defaults are to blame for.
  static func check(
    _ settings: RunSettings, _ source: SettingsSource, fallback: SourceMark, _ issues: inout Issues
  ) {
    func report(_ problem: Problem, _ mark: SourceMark?) { issues.report(problem, at: mark ?? fallback) }
    let (network, training) = (settings.network, settings.training)
    if let examples = settings.data.knownTrainCount {
      if training.batch > examples {
        report(
          .batchExceedsExamples(batch: training.batch, examples: examples),
          source.mark("batch") ?? source.trainMark)
      }
      if let steps = training.length.steps(examples: examples, batch: training.batch), training.warmUp > steps
      {
        report(.warmUpExceedsSteps(warmUp: training.warmUp, steps: steps), source.mark("warm_up"))
      }
    } else if case .steps(let steps) = training.length, training.warmUp > steps {
      report(.warmUpExceedsSteps(warmUp: training.warmUp, steps: steps), source.mark("warm_up"))
    }
    if network.layerCount == 0 { report(.noLayers, source.mark("hidden", "depth")) }
    if network.batchNorm != nil, settings.kind != .policy, training.batch == 1 {
      report(.batchNormOfSingleExamples, source.mark("batch", "batch_norm"))
    }
    if weightCount(network, settings.data) > maxWeights {
      report(.tooManyWeights(limit: maxWeights), source.mark("hidden", "width", "depth"))
    }
  }

  /// Widths are at most 10⁵ and layers at most 10³, so that this does not overflow.
  private static func weightCount(_ network: NetworkSettings, _ data: DataSettings) -> Int {
    let outputs = network.hasOutputLayer ? [data.source.knownClasses ?? 1] : []
    let widths = [data.source.knownInputs ?? 1] + network.hidden + outputs
    return zip(widths, widths.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

extension DataSource {
  /// The training and test examples there are; nil if only the files can tell.
  var knownCounts: (train: Int, test: Int)? {
    switch self {
    case .digits, .mnist: (60_000, 10_000)
    case .idx, .gaussian, .catchGame: nil
    }
  }

  var knownInputs: Int? {
    switch self {
    case .digits, .mnist: 784
    case .idx: nil
    case .gaussian(let normal): normal.inputs
    case .catchGame(let game): game.width * game.height
    }
  }

  /// The outputs of the network; nil if only the files can tell, or if it has no output layer.
  var knownClasses: Int? {
    switch self {
    case .digits, .mnist: 10
    case .idx, .gaussian: nil
    case .catchGame: CatchSettings.actions
    }
  }
}

extension RunSettings {
  /// The last step at which something is measured, on mini-batches or of the state; nil if only the files can tell how many
  /// there are.
  func lastStep(ofMiniBatch isOfMiniBatch: Bool) -> Int? {
    let updates: Int?
    switch (training.length, data.knownTrainCount) {
    case (.steps(let steps), _): updates = steps
    case (.epochs, let examples?): updates = training.length.steps(examples: examples, batch: training.batch)
    case (.epochs, nil): updates = nil
    }
    return updates.map { isOfMiniBatch ? max(0, $0 - 1) : $0 }
  }
}

extension DataSettings {
  var knownTrainCount: Int? { trainCount ?? source.knownCounts?.train }
}

extension TrainingLength {
  /// nil if there are more than can be counted.
  func steps(examples: Int, batch: Int) -> Int? {
    switch self {
    case .steps(let steps): return steps
    case .epochs(let epochs):
      let (steps, overflow) = epochs.multipliedReportingOverflow(by: (examples + batch - 1) / batch)
      return overflow ? nil : steps
    }
  }
}
