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

  mutating func pass(step: Int, network: inout Network) -> (Pass, PassScalars) {
    let examples = order.examples(ofStep: step)
    var pass = pool.take(rows: examples.count, for: network)
    if labels.count != examples.count { labels = [UInt8](repeating: 0, count: examples.count) }
    data.train.gather(examples, through: data.table, into: &pass.inputs)
    data.train.gatherLabels(examples, into: &labels)
    network.forward(pass.inputs, mode: .training, trace: &pass.trace)
    let loss = settings.loss.evaluate(pass.trace.output, labels: labels)
    settings.loss.gradient(
      pass.trace.output, labels: labels, reduction: settings.gradient,
      into: &pass.gradients.layers[network.layers.count - 1])
    network.backward(pass.inputs, trace: pass.trace, gradients: &pass.gradients)
    let accuracy = Float(loss.correct) / Float(examples.count)
    return (pass, PassScalars(loss: loss.loss, accuracy: accuracy))
  }

  mutating func giveBack(_ pass: Pass) {
    pool.giveBack(pass)
  }

  /// Accuracy and loss on the test examples; nothing where there are none.
  func evaluation(of network: Network) -> [MetricValue] {
    let blocks = data.testBlocks()
    guard !blocks.isEmpty else { return [] }
    var network = network
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
    return [
      MetricValue(.testAccuracy, value: Double(correct) / examples),
      MetricValue(.testLoss, value: loss / examples),
    ]
  }
}
