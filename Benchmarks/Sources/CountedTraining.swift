import Datasets
import Studies

/// Trainings whose pieces of memory are counted from outside, without recordings.
enum CountedTraining: String, CaseIterable {
  /// Two layers of ReLU with gradient descent.
  case plain
  /// Batch norm, skip connections, gradients that are clipped, and Adam.
  case normalized
  /// Enough weights for their gradients to be formed as they move, with momentum.
  case fused
  /// The same with larger mini-batches on two threads.
  case shared
  /// A policy, which plays before each update.
  case policy

  /// - Throws: what training throws.
  func run(_ steps: Int) throws {
    var settings = settings
    settings.training.length = .steps(steps)
    let dataset = self == .policy ? nil : try DatasetRequest.digits.load(trainCount: 100, testCount: 0)
    try Workload.train(settings, dataset) { self == .shared ? 2 : 1 }
  }

  private var settings: RunSettings {
    var settings = Workload.network(width: 64, batch: 50)
    switch self {
    case .plain: break
    case .normalized:
      settings.network.batchNorm = BatchNorm()
      settings.network.batchNorm?.learnable = true
      settings.network.skip = true
      settings.training.clipping = .norm(1)
      settings.training.optimizer = .adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8)
    case .fused, .shared:
      settings = Workload.network(width: 400, depth: 1, batch: self == .shared ? 100 : 50)
      settings.training.optimizer = .momentum(0.9)
    case .policy:
      settings.data.source = .catchGame(CatchSettings())
      settings.network.activations = [.tanh, .tanh]
      settings.training.episodes = 8
    }
    return settings
  }
}
