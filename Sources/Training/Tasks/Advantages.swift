import Numerics

/// What the actions of a rollout were worth: the discounted returns of all states, less their mean and over their standard
/// deviation, in the order of `Rollout`.
struct Advantages: Sendable {
  private(set) var values: [Float] = []

  /// - Parameters:
  ///   - rewards: one an episode, given at its end.
  ///   - steps: of an episode.
  ///   - discount: by which a reward counts less for each step that lies before it.
  mutating func measure(_ rewards: [Float], steps: Int, discount: Float) {
    if values.count != rewards.count * steps {
      values = [Float](repeating: 0, count: rewards.count * steps)
    }
    for (episode, reward) in rewards.enumerated() {
      var value = reward
      for time in (0..<steps).reversed() {
        values[time * rewards.count + episode] = value
        value *= discount
      }
    }
    let mean = values.mean
    let squares = values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    let deviation = (squares / Double(values.count)).squareRoot()
    for place in values.indices { values[place] = Float((Double(values[place]) - mean) / (deviation + 1e-8)) }
  }
}
