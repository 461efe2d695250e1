import Numerics
package import Records
package import Studies

/// One run under way: the network, its optimiser and what has been measured so far.
///
/// `train` is the whole life of a run: from the initial parameters through every mini-batch to the measurements at its
/// end. A run that diverges goes on to its last step; NaN is data.
package struct Trainer: Sendable {
  /// Thrown by `train` when it is told to stop.
  package struct Stopped: Error {
    /// What the run can go on from.
    package let checkpoint: [UInt8]
  }

  /// What `train` is to do next.
  package enum Command: Sendable {
    case goOn
    /// Hand out a checkpoint, and go on.
    case save
    case stop
  }

  private let run: Run
  private let data: RunData
  private let settings: TrainingSettings
  private let steps: Int
  private var state: TrainingState
  private var task: any TrainingTask
  /// The parameters before training, for ablations; empty without them.
  private let initialParameters: [Matrix]
  private var probe: ActivityProbe

  /// - Parameters:
  ///   - run: what to train and to record.
  ///   - data: made with the run's data settings.
  package init(_ run: Run, data: RunData) {
    self.run = run
    self.data = data
    settings = run.settings.training
    steps = Trainer.steps(run, data)
    let network = Network(
      settings: run.settings.network, inputs: data.sizes.inputs, outputs: data.sizes.outputs, seed: run.seed)
    let probe = data.probe
    state = TrainingState(
      network: network,
      optimizer: OptimizerState(
        settings.optimizer, weightDecay: settings.weightDecay, parameters: network.parameters),
      recorder: Recorder(run, network: network, steps: steps),
      distributions: DistributionRecorder(
        run.distributions, steps: steps, probe: Trainer.distributionProbe(run, data)),
      history: RunHistory(network, steps: steps))
    task = data.task(run)
    initialParameters = run.ablations.isEmpty ? [] : network.parameters
    self.probe = ActivityProbe(examples: probe, layerCount: Trainer.probedLayers(run, network))
  }

  private static func distributionProbe(_ run: Run, _ data: RunData) -> Matrix? {
    run.distributions.contains { $0.examples == .probe } ? data.distributionProbe : nil
  }

  /// How many layers, from the first, are asked for dead units: at the end all rectifiers are.
  private static func probedLayers(_ run: Run, _ network: Network) -> Int {
    let recorded = run.recordings.filter { $0.quantity == .deadShare }.compactMap(\.layer).max() ?? 0
    let rectified = (network.layers.lastIndex { $0.activation.isRectifier } ?? -1) + 1
    return max(recorded, rectified)
  }

  /// The updates of the whole run; a forward study has none.
  private static func steps(_ run: Run, _ data: RunData) -> Int {
    switch data {
    case .gaussian: 0
    case .examples, .game: run.settings.training.steps(examples: data.sizes.trainExamples)
    }
  }

  /// Goes on from where a run stopped.
  ///
  /// - Parameters:
  ///   - checkpoint: of the same run.
  ///   - address: of the record to make.
  /// - Returns: the updates made until then.
  /// - Throws: `RecordDamage` if the checkpoint is damaged or another run's; nothing has changed then.
  package mutating func resume(from checkpoint: [UInt8], address: RunAddress) throws(RecordDamage) -> Int {
    try Checkpoint.restore(checkpoint, key: address.key, into: &state)
    return state.step
  }

  /// Trains from the first step (or that of the checkpoint) to the last and measures the result.
  ///
  /// - Parameters:
  ///   - address: of the record to make.
  ///   - threads: how many may work on the run, asked at every step; no bit depends on it.
  ///   - save: keeps a checkpoint.
  ///   - progress: told the number of updates made, now and then; says what to do.
  /// - Returns: the record of the run.
  /// - Throws: `Stopped` when `progress` says so, or what `save` throws.
  package mutating func train(
    address: RunAddress, threads: () -> Int = { 1 },
    save: (_ checkpoint: [UInt8]) throws -> Void = { _ in },
    progress: (_ step: Int) -> Command
  ) throws -> Record {
    let crew = Crew()
    while state.step < steps {
      let step = state.step
      if step % Trainer.progressInterval == 0 { try obey(progress(step), address, save) }
      let threads = Threads(threads(), of: crew)
      recordState(threads)
      let weightsAreFinite = trainStep(step, threads)
      state.step += 1
      state.history.observe(
        state.network, step: state.step, weightsAreFinite: weightsAreFinite, threads: threads)
    }
    let threads = Threads(threads(), of: crew)
    recordState(threads)
    if case .gaussian = data { observePass() }
    let metrics = finalMetrics(threads)
    _ = progress(steps)
    return Record(
      key: address.key, provenance: address.description, steps: steps, sizes: data.sizes,
      firstNonfinite: state.history.firstNonfinite, metrics: metrics,
      series: state.recorder.series, distributions: state.distributions.series)
  }

  private func obey(_ command: Command, _ address: RunAddress, _ save: ([UInt8]) throws -> Void) throws {
    switch command {
    case .goOn: break
    case .save: try save(Checkpoint.encode(state, key: address.key))
    case .stop: throw Stopped(checkpoint: Checkpoint.encode(state, key: address.key))
    }
  }

  /// Often enough for a smooth bar and a prompt stop.
  private static let progressInterval = 10

  private mutating func recordState(_ threads: Threads) {
    state.recorder.recordState(step: state.step, state.network, probe: &probe, threads: threads)
    state.distributions.recordState(step: state.step, state.network)
  }

  /// The single pass of a forward study: measured, but nothing moves.
  private mutating func observePass() {
    let (pass, scalars) = task.pass(step: 0, network: &state.network, manner: PassManner())
    record(pass, scalars, step: 0, learningRate: 0)
  }

  private mutating func record(_ pass: Pass, _ scalars: PassScalars, step: Int, learningRate: Float) {
    state.recorder.recordPass(step: step, state.network, pass, scalars, learningRate: learningRate)
    state.distributions.recordPass(step: step, state.network, pass)
  }

  /// - Returns: whether all weights are known to be finite after it.
  private mutating func trainStep(_ step: Int, _ threads: Threads) -> Bool {
    let manner = PassManner(needsWeightGradients: needsWeightGradients(step), threads: threads)
    var (pass, scalars) = task.pass(step: step, network: &state.network, manner: manner)
    let rate = settings.learningRate(atStep: step, of: steps)
    record(pass, scalars, step: step, learningRate: rate)
    state.history.append(scalars)
    settings.clipping?.apply(to: &pass.gradients.parameters)
    let before = state.distributions.needsUpdates(step: step) ? state.network.parameters : []
    var weightsAreFinite = false
    if pass.hasWeightGradients {
      state.optimizer.update(
        &state.network.parameters, gradients: &pass.gradients.parameters, learningRate: rate, threads: threads
      )
    } else {
      weightsAreFinite = state.optimizer.descend(&state.network, &pass, learningRate: rate, threads: threads)
    }
    if !before.isEmpty { state.distributions.recordUpdate(step: step, before: before, state.network) }
    task.giveBack(pass)
    return weightsAreFinite
  }

  private func needsWeightGradients(_ step: Int) -> Bool {
    settings.clipping != nil || !state.optimizer.canDescend(state.network)
      || state.recorder.needsWeightGradients(step: step)
      || state.distributions.needsWeightGradients(step: step)
  }

  private mutating func finalMetrics(_ threads: Threads) -> [MetricValue] {
    var metrics = state.history.metrics + task.evaluation(of: state.network, threads: threads)
    for layers in run.ablations {
      metrics += task.evaluation(of: network(resetting: layers), threads: threads).map {
        MetricValue($0.metric, layer: $0.layer, ablation: layers, value: $0.value)
      }
    }
    let deadUnits = probe.isEmpty ? nil : probe.deadUnits(of: state.network, step: steps, threads: threads)
    for (index, layer) in state.network.layers.enumerated() {
      if let deadUnits, layer.activation.isRectifier {
        metrics.append(MetricValue(.deadUnits, layer: index + 1, value: Double(deadUnits[index])))
      }
      if layer.bias != nil {
        metrics.append(
          MetricValue(.maxAbsBias, layer: index + 1, value: Double(state.history.maxAbsBias[index])))
      }
    }
    return metrics
  }

  /// The trained network with the initial parameters of some layers.
  private func network(resetting layers: [Int]) -> Network {
    var network = state.network
    for parameter in layers.flatMap(network.parameters(ofLayer:)) {
      network.parameters[parameter] = initialParameters[parameter]
    }
    return network
  }
}
