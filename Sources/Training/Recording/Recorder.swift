import Numerics
import Records
import Studies

/// Measures what a run is asked to record, at the steps at which it is asked.
struct Recorder: Sendable {
  private var builders: [SeriesBuilder]
  private let steps: Int
  /// Kept only if something is measured against it.
  private let initialParameters: [Matrix]

  init(_ run: Run, network: Network, steps: Int) {
    builders = run.recordings.map { recording in
      SeriesBuilder(recording, width: recording.layer.map { network.layers[$0 - 1].units } ?? 0)
    }
    self.steps = steps
    let needsInitial = run.recordings.contains { $0.quantity == .relativeChange }
    initialParameters = needsInitial ? network.parameters : []
  }

  var series: [Series] { builders.map(\.series) }

  func append(to writer: inout ByteWriter) {
    for builder in builders {
      writer.append(builder.steps)
      writer.append(builder.values)
    }
  }

  /// - Throws: `RecordDamage` if it is not what `append` wrote for these recordings.
  mutating func restore(from reader: inout ByteReader) throws(RecordDamage) {
    for index in builders.indices {
      let steps = try reader.integers()
      try builders[index].resume(steps: steps, values: try reader.floats())
    }
  }

  /// Measures the quantities of the network's state after `step` updates.
  mutating func recordState(step: Int, _ network: Network, probe: inout ActivityProbe) {
    for index in builders.indices where !builders[index].recording.quantity.isOfMiniBatch {
      guard builders[index].wants(step, last: steps) else { continue }
      builders[index].append(step: step, state(builders[index], network, step, &probe))
    }
  }

  /// Measures the quantities of mini-batch `step`, before its update.
  mutating func recordMiniBatch(
    step: Int, loss: Float, accuracy: Float, learningRate: Float, network: Network, gradients: Gradients
  ) {
    for index in builders.indices where builders[index].recording.quantity.isOfMiniBatch {
      guard builders[index].wants(step, last: steps - 1) else { continue }
      let value: Float
      switch builders[index].recording.quantity {
      case .trainLoss: value = loss
      case .trainAccuracy: value = accuracy
      case .learningRate: value = learningRate
      case .gradientNorm:
        let layer = network.layers[builders[index].recording.layer! - 1]
        value = Float(Measurements.norm(gradients.parameters[layer.weights].elements))
      case .weightNorm, .relativeChange, .deadShare, .nonfiniteShare, .weightMean, .bias:
        preconditionFailure("a quantity of the state")
      }
      builders[index].append(step: step, [value])
    }
  }

  private func state(
    _ builder: SeriesBuilder, _ network: Network, _ step: Int, _ probe: inout ActivityProbe
  ) -> [Float] {
    let number = builder.recording.layer!
    let layer = network.layers[number - 1]
    let weights = network.parameters[layer.weights]
    switch builder.recording.quantity {
    case .weightNorm:
      return [Float(Measurements.norm(weights.elements))]
    case .relativeChange:
      return [Measurements.relativeChange(weights.elements, from: initialParameters[layer.weights].elements)]
    case .deadShare:
      return [Float(probe.deadUnits(of: network, step: step)[number - 1]) / Float(layer.units)]
    case .nonfiniteShare:
      return [Measurements.nonfiniteShare(network, layer: number)]
    case .weightMean:
      return Measurements.meansOfColumns(weights, builder.units)
    case .bias:
      return builder.units.map { unit in layer.bias.map { network.parameters[$0].elements[unit] } ?? 0 }
    case .trainLoss, .trainAccuracy, .learningRate, .gradientNorm:
      preconditionFailure("a quantity of the mini-batch")
    }
  }
}
