import Datasets
import Numerics
import Records
import Studies

/// A single forward and backward pass over normal inputs: nothing is trained.
///
/// The gradient that is sent back has independent standard normal elements at the output, so that the sizes of the
/// gradients further down show what the layers do to any gradient.
struct ForwardTask: TrainingTask {
  private let settings: GaussianSettings
  private let seed: UInt64

  init(settings: GaussianSettings, seed: UInt64) {
    self.settings = settings
    self.seed = seed
  }

  mutating func pass(step: Int, network: inout Network, manner: PassManner) -> (Pass, PassScalars) {
    var pass = Pass(for: network, rows: settings.examples)
    pass.inputs = GaussianInputs.matrix(examples: settings.examples, inputs: settings.inputs, seed: seed)
    network.forward(pass.inputs, mode: .training, trace: &pass.trace, threads: manner.threads)
    network.moveStatistics(towards: pass.trace)
    var stream = RandomStream(seed: seed, name: "output gradient")
    let last = network.layers.count - 1
    for index in pass.gradients.layers[last].elements.indices {
      pass.gradients.layers[last].elements[index] = stream.normal()
    }
    pass.backward(through: network, manner: manner)
    return (pass, PassScalars())
  }

  mutating func giveBack(_ pass: Pass) {}

  func evaluation(of network: Network, threads: Threads) -> [MetricValue] { [] }
}
