import Numerics
import Records
import Studies

/// What is kept of every step of a run, whether or not a study records it.
struct RunHistory: Sendable {
  /// How many of the last steps `final_…` metrics are the mean of.
  private static let finalSteps = 100
  /// How many of the last updates of a policy its final reward is the mean of.
  private static let finalUpdates = 20

  private var losses: [Float] = []
  private var accuracies: [Float] = []
  private var rewards: [Float] = []
  private(set) var firstNonfinite: Nonfinite?
  /// The largest |bias| of each layer so far; NaN once a bias was NaN; 0 for a layer without biases.
  private(set) var maxAbsBias: [Float]

  /// - Parameters:
  ///   - network: before its first update.
  ///   - steps: of the whole run.
  init(_ network: Network, steps: Int) {
    maxAbsBias = [Float](repeating: 0, count: network.layers.count)
    losses.reserveCapacity(steps)
    accuracies.reserveCapacity(steps)
    rewards.reserveCapacity(steps)
    observeBiases(network)
  }

  mutating func append(_ scalars: PassScalars) {
    if let loss = scalars.loss { losses.append(loss) }
    if let accuracy = scalars.accuracy { accuracies.append(accuracy) }
    if let reward = scalars.reward { rewards.append(reward) }
  }

  /// Looks at the parameters after `step` updates.
  ///
  /// - Parameters:
  ///   - network: with these parameters.
  ///   - step: the updates made.
  ///   - weightsAreFinite: whether that is known already, so that only the others are searched.
  ///   - threads: at most.
  mutating func observe(_ network: Network, step: Int, weightsAreFinite: Bool, threads: Threads) {
    observeBiases(network)
    guard firstNonfinite == nil, !weightsAreFinite || network.hasNonfiniteBesideWeights else { return }
    if let index = Finiteness.firstNonfinite(of: network.parameters, threads: threads) {
      firstNonfinite = Nonfinite(step: step, parameter: network.name(ofParameter: index))
    }
  }

  var metrics: [MetricValue] {
    var metrics: [MetricValue] = []
    if !accuracies.isEmpty {
      metrics.append(
        MetricValue(.finalTrainAccuracy, value: accuracies.suffix(RunHistory.finalSteps).mean))
    }
    if !losses.isEmpty {
      metrics.append(
        MetricValue(.finalTrainLoss, value: losses.suffix(RunHistory.finalSteps).mean))
    }
    if !rewards.isEmpty {
      metrics.append(
        MetricValue(.finalReward, value: rewards.suffix(RunHistory.finalUpdates).mean))
    }
    if let firstNonfinite {
      metrics.append(MetricValue(.firstNonfiniteStep, value: Double(firstNonfinite.step)))
    }
    return metrics
  }

  private mutating func observeBiases(_ network: Network) {
    for (index, layer) in network.layers.enumerated() {
      guard let bias = layer.bias else { continue }
      for value in network.parameters[bias].elements {
        // NaN stays: it compares as neither larger nor smaller.
        if value.magnitude > maxAbsBias[index] || value.isNaN { maxAbsBias[index] = value.magnitude }
      }
    }
  }

  func append(to writer: inout ByteWriter) {
    writer.append(losses)
    writer.append(accuracies)
    writer.append(rewards)
    writer.append(maxAbsBias)
    writer.append([firstNonfinite?.step].compactMap(\.self))
    writer.append(firstNonfinite?.parameter ?? "")
  }

  /// - Throws: `RecordDamage` if it is not what `append` wrote for this network.
  mutating func restore(from reader: inout ByteReader) throws(RecordDamage) {
    losses = try reader.floats()
    accuracies = try reader.floats()
    rewards = try reader.floats()
    let biases = try reader.floats()
    guard biases.count == maxAbsBias.count else { throw .malformed("history") }
    maxAbsBias = biases
    let step = try reader.integers().first
    let parameter = try reader.text()
    firstNonfinite = step.map { Nonfinite(step: $0, parameter: parameter) }
  }
}
