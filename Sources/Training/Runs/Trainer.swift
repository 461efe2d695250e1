import Datasets
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
  private var order: BatchOrder
  private var probe: ActivityProbe
  private var buffers: [BatchBuffers] = []

  /// - Parameters:
  ///   - run: what to train and to record.
  ///   - data: made with the run's data settings.
  package init(_ run: Run, data: RunData) {
    self.run = run
    self.data = data
    settings = run.settings.training
    steps = settings.steps(examples: data.train.count)
    let network = Network(
      settings: run.settings.network, inputs: data.inputs, outputs: data.outputs, seed: run.seed)
    state = TrainingState(
      network: network,
      optimizer: OptimizerState(
        settings.optimizer, weightDecay: settings.weightDecay, parameters: network.parameters),
      recorder: Recorder(run, network: network, steps: steps),
      history: RunHistory(network))
    order = BatchOrder(count: data.train.count, settings: settings, seed: run.seed)
    probe = ActivityProbe(blocks: data.probe)
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
  ///   - save: keeps a checkpoint.
  ///   - progress: told the number of updates made, now and then; says what to do.
  /// - Returns: the record of the run.
  /// - Throws: `Stopped` when `progress` says so, or what `save` throws.
  package mutating func train(
    address: RunAddress, save: (_ checkpoint: [UInt8]) throws -> Void = { _ in },
    progress: (_ step: Int) -> Command
  ) throws -> Record {
    while state.step < steps {
      let step = state.step
      if step % Trainer.progressInterval == 0 { try obey(progress(step), address, save) }
      state.recorder.recordState(step: step, state.network, probe: &probe)
      trainStep(step)
      state.step += 1
      state.history.observe(state.network, step: state.step)
    }
    state.recorder.recordState(step: steps, state.network, probe: &probe)
    let metrics = finalMetrics()
    _ = progress(steps)
    return Record(
      key: address.key, provenance: address.description, steps: steps, sizes: data.sizes,
      firstNonfinite: state.history.firstNonfinite, metrics: metrics, series: state.recorder.series)
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

  private mutating func trainStep(_ step: Int) {
    let examples = order.examples(ofStep: step)
    var buffers = takeBuffers(rows: examples.count)
    data.train.gather(examples, through: data.table, into: &buffers.inputs)
    data.train.gatherLabels(examples, into: &buffers.labels)
    state.network.forward(buffers.inputs, mode: .training, trace: &buffers.trace)
    let loss = settings.loss.evaluate(buffers.trace.output, labels: buffers.labels)
    settings.loss.gradient(
      buffers.trace.output, labels: buffers.labels, reduction: settings.gradient,
      into: &buffers.gradients.layers[state.network.layers.count - 1])
    state.network.backward(buffers.inputs, trace: buffers.trace, gradients: &buffers.gradients)

    let accuracy = Float(loss.correct) / Float(examples.count)
    let rate = settings.learningRate(atStep: step, of: steps)
    state.recorder.recordMiniBatch(
      step: step, loss: loss.loss, accuracy: accuracy, learningRate: rate, network: state.network,
      gradients: buffers.gradients)
    state.history.append(loss: loss.loss, accuracy: accuracy)
    settings.clipping?.apply(to: &buffers.gradients.parameters)
    state.optimizer.update(
      &state.network.parameters, gradients: &buffers.gradients.parameters, learningRate: rate)
    self.buffers.append(buffers)
  }

  /// The buffers for this batch size, made at its first use.
  ///
  /// The caller gives them back, so that they are never copied.
  private mutating func takeBuffers(rows: Int) -> BatchBuffers {
    guard let index = buffers.firstIndex(where: { $0.labels.count == rows }) else {
      return BatchBuffers(for: state.network, inputs: data.inputs, rows: rows)
    }
    return buffers.remove(at: index)
  }

  private mutating func finalMetrics() -> [MetricValue] {
    var metrics = state.history.metrics
    if let (accuracy, loss) = testResult() {
      metrics += [MetricValue(.testAccuracy, value: accuracy), MetricValue(.testLoss, value: loss)]
    }
    let deadUnits = probe.deadUnits(of: state.network, step: steps)
    for (index, layer) in state.network.layers.enumerated() {
      if layer.activation.isRectifier {
        metrics.append(MetricValue(.deadUnits, layer: index + 1, value: Double(deadUnits[index])))
      }
      if layer.bias != nil {
        metrics.append(
          MetricValue(.maxAbsBias, layer: index + 1, value: Double(state.history.maxAbsBias[index])))
      }
    }
    return metrics
  }

  private mutating func testResult() -> (accuracy: Double, loss: Double)? {
    let blocks = data.testBlocks()
    guard !blocks.isEmpty else { return nil }
    var correct = 0
    var loss = 0.0
    var trace = Trace(for: state.network, rows: 0)
    for block in blocks {
      if trace.output.rows != block.inputs.rows { trace = Trace(for: state.network, rows: block.inputs.rows) }
      state.network.forward(block.inputs, mode: .evaluation, trace: &trace)
      let result = settings.loss.evaluate(trace.output, labels: block.labels)
      correct += result.correct
      loss += Double(result.loss) * Double(block.inputs.rows)
    }
    let examples = Double(blocks.reduce(0) { $0 + $1.inputs.rows })
    return (Double(correct) / examples, loss / examples)
  }
}

/// Everything of a training step that depends on the batch size.
private struct BatchBuffers: Sendable {
  var inputs: Matrix
  var labels: [UInt8]
  var trace: Trace
  var gradients: Gradients

  init(for network: Network, inputs: Int, rows: Int) {
    self.inputs = Matrix(rows: rows, columns: inputs)
    labels = [UInt8](repeating: 0, count: rows)
    trace = Trace(for: network, rows: rows)
    gradients = Gradients(for: network, rows: rows)
  }
}
