import Datasets
import Numerics
import Records
import Studies

/// Classifying labelled images.
struct SupervisedTask: TrainingTask {
  private let data: ExampleData
  private let settings: TrainingSettings
  private var order: BatchOrder
  private var pool = PassPool()
  private var labels: [UInt8] = []

  init(data: ExampleData, settings: TrainingSettings, seed: UInt64) {
    self.data = data
    self.settings = settings
    order = BatchOrder(count: data.train.count, settings: settings, seed: seed)
  }

  mutating func pass(step: Int, network: inout Network, manner: PassManner) -> (Pass, PassScalars) {
    let examples = order.examples(ofStep: step)
    var pass = pool.take(rows: examples.count, for: network)
    if labels.count != examples.count { labels = [UInt8](repeating: 0, count: examples.count) }
    data.train.gather(examples, through: data.table, into: &pass.inputs)
    data.train.gatherLabels(examples, into: &labels)
    network.forward(pass.inputs, mode: .training, trace: &pass.trace, threads: manner.threads)
    network.moveStatistics(towards: pass.trace)
    let loss = settings.loss.evaluate(
      pass.trace.output, labels: labels, reduction: settings.gradient,
      gradient: &pass.gradients.layers[network.layers.count - 1])
    pass.backward(through: network, manner: manner)
    let accuracy = Float(loss.correct) / Float(examples.count)
    return (pass, PassScalars(loss: loss.loss, accuracy: accuracy))
  }

  mutating func giveBack(_ pass: Pass) {
    pool.giveBack(pass)
  }

  /// Accuracy and loss on the test examples; nothing where there are none.
  func evaluation(of network: Network, threads: Threads) -> [MetricValue] {
    var (examples, correct, loss) = (0, 0, 0.0)
    var trace = Trace(for: network, rows: 0)
    data.forEachTestBlock { inputs, labels in
      if trace.output.rows != inputs.rows { trace = Trace(for: network, rows: inputs.rows) }
      network.forward(inputs, mode: .evaluation, trace: &trace, threads: threads)
      let result = settings.loss.evaluate(trace.output, labels: labels)
      examples += inputs.rows
      correct += result.correct
      loss += Double(result.loss) * Double(inputs.rows)
    }
    guard examples > 0 else { return [] }
    return [
      MetricValue(.testAccuracy, value: Double(correct) / Double(examples)),
      MetricValue(.testLoss, value: loss / Double(examples)),
    ]
  }
}
