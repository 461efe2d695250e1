import Datasets
import Numerics

/// Episodes of a game that a network plays side by side; row t · episodes + e of a matrix is time t of episode e.
///
/// Its buffers are reused from one rollout to the next.
struct Rollout: Sendable {
  /// How a network's outputs become actions.
  enum Manner: Sendable {
    /// Drawn from their softmax.
    case drawn
    /// The most likely one.
    case greedy
  }

  private let game: CatchGame
  private let count: Int
  private var streams: [RandomStream]
  private var episodes: [CatchEpisode]
  /// What the network sees now, episodes × inputs, and what it makes of it.
  private var states: Matrix
  private var trace: Trace
  /// The actions of all times and episodes.
  private(set) var actions: [Int]
  /// One an episode, given at its end.
  private(set) var rewards: [Float]

  /// - Parameters:
  ///   - count: of episodes.
  ///   - game: its rules.
  ///   - network: one with the layout of those that will play.
  init(episodes count: Int, of game: CatchGame, for network: Network) {
    self.game = game
    self.count = count
    streams = []
    streams.reserveCapacity(count)
    episodes = []
    episodes.reserveCapacity(count)
    states = Matrix(rows: count, columns: game.inputs)
    trace = Trace(for: network, rows: count)
    actions = [Int](repeating: 0, count: count * game.stepsPerEpisode)
    rewards = [Float](repeating: 0, count: count)
  }

  /// The rows of `history`.
  var rows: Int { actions.count }

  /// Plays all episodes to their end.
  ///
  /// - Parameters:
  ///   - network: the player.
  ///   - manner: how it plays.
  ///   - start: makes the stream of each episode, from which its beginning and its actions are drawn.
  ///   - history: filled in with the states; `rows` × inputs.
  mutating func play(
    _ network: Network, _ manner: Manner, from start: (_ episode: Int) -> RandomStream,
    into history: inout Matrix
  ) {
    begin(from: start)
    for time in 0..<game.stepsPerEpisode {
      for episode in 0..<count {
        episodes[episode].write(to: &states, row: episode)
        episodes[episode].write(to: &history, row: time * count + episode)
      }
      network.forward(states, mode: .evaluation, trace: &trace)
      for episode in 0..<count {
        let action = action(manner, episode)
        actions[time * count + episode] = action
        episodes[episode].step(CatchMove(rawValue: action)!)
      }
    }
    for episode in 0..<count { rewards[episode] = episodes[episode].reward }
  }

  private mutating func begin(from start: (Int) -> RandomStream) {
    streams.removeAll(keepingCapacity: true)
    episodes.removeAll(keepingCapacity: true)
    for episode in 0..<count {
      streams.append(start(episode))
      episodes.append(CatchEpisode(stream: &streams[episode], game: game))
    }
  }

  private mutating func action(_ manner: Manner, _ episode: Int) -> Int {
    switch manner {
    case .drawn: Rollout.drawn(trace.output, episode, &streams[episode])
    case .greedy: Rollout.mostLikely(trace.output, episode)
    }
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
    let logProbabilities = LogSoftmax(output, row: row)
    var cumulated: Float = 0
    for action in 0..<output.columns - 1 {
      cumulated += Elementary.exp(logProbabilities[action])
      if threshold < cumulated { return action }
    }
    return output.columns - 1
  }
}
