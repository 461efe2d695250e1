import Numerics
import Records
import Studies

/// Takes the distributions that a run is asked to record, at the steps at which it is asked.
struct DistributionRecorder: Sendable {
  private let recordings: [DistributionRecording]
  /// The steps of each recording.
  private let wanted: [[Int]]
  private var taken: [[Distribution]]
  /// Scaled examples that stand in for the mini-batch; nil if nothing asks for them.
  private let probe: Matrix?

  /// - Parameters:
  ///   - recordings: of a run.
  ///   - steps: the updates of the whole run.
  ///   - probe: the fixed examples, if a recording asks for them.
  init(_ recordings: [DistributionRecording], steps: Int, probe: Matrix?) {
    self.recordings = recordings
    wanted = recordings.map { recording in
      recording.steps.steps(upTo: recording.tensor.isOfMiniBatch ? max(0, steps - 1) : steps)
    }
    taken = recordings.map { _ in [] }
    self.probe = probe
  }

  var series: [DistributionSeries] {
    recordings.indices.map { index in
      DistributionSeries(
        recording: recordings[index], steps: Array(wanted[index].prefix(taken[index].count)),
        distributions: taken[index])
    }
  }

  /// Whether the weights before the update of `step` must be kept, to know what it adds.
  func needsUpdates(step: Int) -> Bool {
    recordings.indices.contains { recordings[$0].tensor == .updates && isDue($0, step) }
  }

  /// Whether gradients of weights are taken at `step`.
  func needsWeightGradients(step: Int) -> Bool {
    recordings.indices.contains { recordings[$0].tensor == .gradients && isDue($0, step) }
  }

  /// The parameters after `step` updates.
  mutating func recordState(step: Int, _ network: Network) {
    for index in recordings.indices where !recordings[index].tensor.isOfMiniBatch && isDue(index, step) {
      let layer = network.layers[recordings[index].layer - 1]
      let parameter = recordings[index].tensor == .weights ? layer.weights : layer.bias
      take(index, step) { parameter.map { network.parameters[$0].elements } ?? [] }
    }
  }

  /// The values and gradients of mini-batch `step`, before its update.
  mutating func recordPass(step: Int, _ network: Network, _ pass: Pass) {
    let due = recordings.indices.filter { recordings[$0].tensor.isOfMiniBatch && isDue($0, step) }
    guard !due.isEmpty else { return }
    let probeTrace = due.contains { recordings[$0].examples == .probe } ? trace(ofProbeIn: network) : nil
    for index in due {
      let layer = recordings[index].layer - 1
      let trace = recordings[index].examples == .probe ? probeTrace ?? pass.trace : pass.trace
      switch recordings[index].tensor {
      case .preactivations: take(index, step) { trace.layers[layer].preactivation.elements }
      case .activations: take(index, step) { trace.layers[layer].output.elements }
      case .gradients:
        take(index, step) { pass.gradients.parameters[network.layers[layer].weights].elements }
      case .preactivationGradients: take(index, step) { pass.gradients.layers[layer].elements }
      case .updates, .weights, .biases: break
      }
    }
  }

  /// What update `step + 1` added to the weights.
  mutating func recordUpdate(step: Int, before: [Matrix], _ network: Network) {
    for index in recordings.indices where recordings[index].tensor == .updates && isDue(index, step) {
      let weights = network.layers[recordings[index].layer - 1].weights
      take(index, step) {
        zip(network.parameters[weights].elements, before[weights].elements).map { $0 - $1 }
      }
    }
  }

  private func isDue(_ index: Int, _ step: Int) -> Bool {
    let next = taken[index].count
    return next < wanted[index].count && wanted[index][next] == step
  }

  /// Takes the values of a recording at a step; where an earlier recording has just measured the same, its sketch.
  private mutating func take(_ index: Int, _ step: Int, _ values: () -> [Float]) {
    if let twin = recordings.indices.prefix(index).first(where: { isTwin($0, of: index, at: step) }) {
      return taken[index].append(taken[twin][taken[twin].count - 1])
    }
    let bins = recordings[index].bins.flatMap {
      DeclaredBins(low: $0.range.low, high: $0.range.high, count: $0.count)
    }
    taken[index].append(Distribution(values(), bins: bins))
  }

  /// Whether two recordings differ in their steps alone, and the first has taken this one.
  private func isTwin(_ first: Int, of second: Int, at step: Int) -> Bool {
    var recording = recordings[first]
    recording.steps = recordings[second].steps
    let last = taken[first].count - 1
    return recording == recordings[second] && last >= 0 && wanted[first][last] == step
  }

  /// The probe's values in the network as it trains: batch norm by the probe's own statistics.
  private func trace(ofProbeIn network: Network) -> Trace? {
    guard let probe else { return nil }
    var trace = Trace(for: network, rows: probe.rows)
    network.forward(probe, mode: .training, trace: &trace)
    return trace
  }

  func append(to writer: inout ByteWriter) {
    for distributions in taken {
      writer.append(UInt32(distributions.count))
      for distribution in distributions { distribution.append(to: &writer) }
    }
  }

  /// - Throws: `RecordDamage` if it is not what `append` wrote for these recordings.
  mutating func restore(from reader: inout ByteReader) throws(RecordDamage) {
    for index in recordings.indices {
      let count = try reader.integer(UInt32.self)
      guard Int(count) <= wanted[index].count else { throw .malformed("distributions") }
      taken[index] = []
      for _ in 0..<count { taken[index].append(try Distribution(from: &reader)) }
    }
  }
}
