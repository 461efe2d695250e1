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
    package init() {}
  }

  private let run: Run
  private let data: RunData
  private let settings: TrainingSettings
  private let steps: Int
  private var network: Network
  private var optimizer: OptimizerState
  private var order: BatchOrder
  private var recorder: Recorder
  private var history: RunHistory
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
    network = Network(
      settings: run.settings.network, inputs: data.inputs, outputs: data.outputs, seed: run.seed)
    optimizer = OptimizerState(
      settings.optimizer, weightDecay: settings.weightDecay, parameters: network.parameters)
    order = BatchOrder(count: data.train.count, settings: settings, seed: run.seed)
    recorder = Recorder(run, network: network, steps: steps)
    history = RunHistory(network)
    probe = ActivityProbe(blocks: data.probe)
  }

  /// Trains from the first step to the last and measures the result.
  ///
  /// - Parameters:
  ///   - address: of the record to make.
  ///   - progress: told the number of updates made, now and then; says whether to go on.
  /// - Throws: `Stopped` when `progress` says so.
  package mutating func train(
    address: RunAddress, progress: (_ step: Int) -> Bool
  ) throws(Stopped) -> Record {
    for step in 0..<steps {
      if step % Trainer.progressInterval == 0, !progress(step) { throw Stopped() }
      recorder.recordState(step: step, network, probe: &probe)
      trainStep(step)
      history.observe(network, step: step + 1)
    }
    recorder.recordState(step: steps, network, probe: &probe)
    let metrics = finalMetrics()
    _ = progress(steps)
    return Record(
      key: address.key, provenance: address.description, steps: steps, sizes: data.sizes,
      firstNonfinite: history.firstNonfinite, metrics: metrics, series: recorder.series)
  }

  /// Often enough for a smooth bar and a prompt stop.
  private static let progressInterval = 10

  private mutating func trainStep(_ step: Int) {
    let examples = order.examples(ofStep: step)
    var buffers = takeBuffers(rows: examples.count)
    data.train.gather(examples, through: data.table, into: &buffers.inputs)
    data.train.gatherLabels(examples, into: &buffers.labels)
    network.forward(buffers.inputs, mode: .training, trace: &buffers.trace)
    let loss = settings.loss.evaluate(buffers.trace.output, labels: buffers.labels)
    settings.loss.gradient(
      buffers.trace.output, labels: buffers.labels, reduction: settings.gradient,
      into: &buffers.gradients.layers[network.layers.count - 1])
    network.backward(buffers.inputs, trace: buffers.trace, gradients: &buffers.gradients)

    let accuracy = Float(loss.correct) / Float(examples.count)
    let rate = settings.learningRate(atStep: step, of: steps)
    recorder.recordMiniBatch(
      step: step, loss: loss.loss, accuracy: accuracy, learningRate: rate, network: network,
      gradients: buffers.gradients)
    history.append(loss: loss.loss, accuracy: accuracy)
    settings.clipping?.apply(to: &buffers.gradients.parameters)
    optimizer.update(&network.parameters, gradients: &buffers.gradients.parameters, learningRate: rate)
    self.buffers.append(buffers)
  }

  /// The buffers for this batch size, made at its first use. The caller gives them back, so that they are never copied.
  private mutating func takeBuffers(rows: Int) -> BatchBuffers {
    guard let index = buffers.firstIndex(where: { $0.labels.count == rows }) else {
      return BatchBuffers(for: network, inputs: data.inputs, rows: rows)
    }
    return buffers.remove(at: index)
  }

  private mutating func finalMetrics() -> [MetricValue] {
    var metrics = history.metrics
    if let (accuracy, loss) = testResult() {
      metrics += [MetricValue(.testAccuracy, value: accuracy), MetricValue(.testLoss, value: loss)]
    }
    let deadUnits = probe.deadUnits(of: network, step: steps)
    for (index, layer) in network.layers.enumerated() {
      if layer.activation.isRectifier {
        metrics.append(MetricValue(.deadUnits, layer: index + 1, value: Double(deadUnits[index])))
      }
      if layer.bias != nil {
        metrics.append(MetricValue(.maxAbsBias, layer: index + 1, value: Double(history.maxAbsBias[index])))
      }
    }
    return metrics
  }

  private mutating func testResult() -> (accuracy: Double, loss: Double)? {
    let blocks = data.testBlocks()
    guard !blocks.isEmpty else { return nil }
    var correct = 0
    var loss = 0.0
    var trace = Trace(for: network, rows: 0)
    for block in blocks {
      if trace.output.rows != block.inputs.rows { trace = Trace(for: network, rows: block.inputs.rows) }
      network.forward(block.inputs, mode: .evaluation, trace: &trace)
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
