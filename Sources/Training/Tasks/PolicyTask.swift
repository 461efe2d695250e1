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

  init(game: CatchGame, settings: TrainingSettings, seed: UInt64) {
    self.game = game
    self.settings = settings
    self.seed = seed
  }

  mutating func pass(step: Int, network: inout Network, manner: PassManner) -> (Pass, PassScalars) {
    let played = play(
      network, episodes: settings.episodes, name: "episode", index: UInt32(step), greedily: false)
    var pass = pool.take(rows: played.actions.count, for: network)
    pass.inputs = played.states
    network.forward(pass.inputs, mode: .training, trace: &pass.trace, threads: manner.threads)
    let advantages = PolicyTask.advantages(
      played.rewards, steps: game.stepsPerEpisode, discount: settings.discount)
    var scalars = PolicyLoss.evaluate(
      pass.trace.output, actions: played.actions, advantages: advantages,
      gradient: &pass.gradients.layers[network.layers.count - 1])
    scalars.reward = Float(PolicyTask.mean(played.rewards))
    pass.backward(through: network, manner: manner)
    return (pass, scalars)
  }

  mutating func giveBack(_ pass: Pass) {
    pool.giveBack(pass)
  }

  /// The mean reward of episodes played with the most likely actions.
  func evaluation(of network: Network, threads: Int) -> [MetricValue] {
    let played = play(
      network, episodes: PolicyTask.evaluationEpisodes, name: "evaluation", index: 0, greedily: true)
    return [MetricValue(.greedyReward, value: PolicyTask.mean(played.rewards))]
  }

  /// Episodes as they were played, side by side: row t · episodes + e is time t of episode e.
  private struct Played {
    var states: Matrix
    var actions: [Int]
    /// One an episode, given at its end.
    var rewards: [Float]
  }

  private func play(
    _ network: Network, episodes count: Int, name: StaticString, index: UInt32, greedily: Bool
  ) -> Played {
    var network = network
    var streams = (0..<count).map { RandomStream(seed: seed, name: name, index: index, subindex: UInt32($0)) }
    var episodes = streams.indices.map { CatchEpisode(stream: &streams[$0], game: game) }
    var played = Played(
      states: Matrix(rows: count * game.stepsPerEpisode, columns: game.inputs), actions: [], rewards: [])
    var states = Matrix(rows: count, columns: game.inputs)
    var trace = Trace(for: network, rows: count)
    for time in 0..<game.stepsPerEpisode {
      for episode in 0..<count { episodes[episode].write(to: &states, row: episode) }
      let rows = time * states.elements.count..<(time + 1) * states.elements.count
      played.states.elements.replaceSubrange(rows, with: states.elements)
      network.forward(states, mode: .evaluation, trace: &trace)
      for episode in 0..<count {
        let action =
          greedily
          ? PolicyTask.mostLikely(trace.output, episode)
          : PolicyTask.drawn(trace.output, episode, &streams[episode])
        played.actions.append(action)
        episodes[episode].step(CatchMove.allCases[action])
      }
    }
    played.rewards = episodes.map(\.reward)
    return played
  }

  /// The most likely action; the first of equal ones.
  ///
  /// NaN is never likely.
  private static func mostLikely(_ output: Matrix, _ row: Int) -> Int {
    (1..<output.columns).reduce(0) { best, action in
      output[row, action] > output[row, best] || output[row, best].isNaN ? action : best
    }
  }

  /// An action drawn from the softmax of a row: the first whose cumulated probability exceeds a uniform number; the last
  /// one where rounding, or NaN, leaves none.
  private static func drawn(_ output: Matrix, _ row: Int, _ stream: inout RandomStream) -> Int {
    let threshold = stream.uniform()
    let logProbabilities = LogSoftmax.row(output, row)
    var cumulated: Float = 0
    for action in 0..<output.columns - 1 {
      cumulated += Elementary.exp(logProbabilities[action])
      if threshold < cumulated { return action }
    }
    return output.columns - 1
  }

  /// The discounted returns of all states, less their mean and over their standard deviation, in the order of `Played`.
  private static func advantages(_ rewards: [Float], steps: Int, discount: Float) -> [Float] {
    var returns = [Float](repeating: 0, count: rewards.count * steps)
    for (episode, reward) in rewards.enumerated() {
      var value = reward
      for time in (0..<steps).reversed() {
        returns[time * rewards.count + episode] = value
        value *= discount
      }
    }
    let mean = mean(returns)
    let squares = returns.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    let deviation = (squares / Double(returns.count)).squareRoot()
    return returns.map { Float((Double($0) - mean) / (deviation + 1e-8)) }
  }

  private static func mean(_ values: [Float]) -> Double {
    values.reduce(0.0) { $0 + Double($1) } / Double(values.count)
  }
}
