import Datasets
import Numerics
import Records
import Studies

/// Learning to play a game by REINFORCE.
///
/// Every update plays a number of episodes side by side with actions drawn from the softmax of the network's outputs.
/// The returns, discounted from the end of each episode, are normalised over the mini-batch to advantages, which weigh
/// the loss (`PolicyLoss`).
///
/// Source: R. Williams, "Simple statistical gradient-following algorithms for connectionist reinforcement learning",
/// 1992.
struct PolicyTask: TrainingTask {
  private static let evaluationEpisodes = 500

  private let game: CatchGame
  private let settings: TrainingSettings
  private let seed: UInt64
  private var pool = PassPool()
  private var rollout: Rollout?
  private var advantages = Advantages()

  init(game: CatchGame, settings: TrainingSettings, seed: UInt64) {
    self.game = game
    self.settings = settings
    self.seed = seed
  }

  mutating func pass(step: Int, network: inout Network, manner: PassManner) -> (Pass, PassScalars) {
    var rollout = rollout.take() ?? Rollout(episodes: settings.episodes, of: game, for: network)
    var pass = pool.take(rows: rollout.rows, for: network)
    rollout.play(
      network, .drawn, from: { stream("episode", index: UInt32(step), $0) }, into: &pass.inputs)
    network.forward(pass.inputs, mode: .training, trace: &pass.trace, threads: manner.threads)
    network.moveStatistics(towards: pass.trace)
    advantages.measure(rollout.rewards, steps: game.stepsPerEpisode, discount: settings.discount)
    var scalars = PolicyLoss.evaluate(
      pass.trace.output, actions: rollout.actions, advantages: advantages.values,
      gradient: &pass.gradients.layers[network.layers.count - 1])
    scalars.reward = Float(rollout.rewards.mean)
    pass.backward(through: network, manner: manner)
    self.rollout = rollout
    return (pass, scalars)
  }

  mutating func giveBack(_ pass: Pass) {
    pool.giveBack(pass)
  }

  /// The mean reward of episodes played with the most likely actions.
  func evaluation(of network: Network, threads: Threads) -> [MetricValue] {
    var rollout = Rollout(episodes: PolicyTask.evaluationEpisodes, of: game, for: network)
    var history = Matrix(rows: rollout.rows, columns: game.inputs)
    rollout.play(network, .greedy, from: { stream("evaluation", index: 0, $0) }, into: &history)
    return [MetricValue(.greedyReward, value: rollout.rewards.mean)]
  }

  private func stream(_ name: StaticString, index: UInt32, _ episode: Int) -> RandomStream {
    RandomStream(seed: seed, name: name, index: index, subindex: UInt32(episode))
  }
}
