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

  /// Whether a quantity of mini-batch `step` is of the gradients of weights.
  func needsWeightGradients(step: Int) -> Bool {
    builders.contains { builder in
      switch builder.recording.quantity {
      case .gradientNorm, .gradientRatio: builder.wants(step, last: max(0, steps - 1))
      default: false
      }
    }
  }

  /// Measures the quantities of the network's state after `step` updates.
  mutating func recordState(step: Int, _ network: Network, probe: inout ActivityProbe, threads: Threads) {
    for index in builders.indices where !builders[index].recording.quantity.isOfMiniBatch {
      guard builders[index].wants(step, last: steps) else { continue }
      builders[index].append(step: step, state(builders[index], network, step, &probe, threads))
    }
  }

  /// Measures the quantities of mini-batch `step`, before its update.
  mutating func recordPass(
    step: Int, _ network: Network, _ pass: Pass, _ scalars: PassScalars, learningRate: Float
  ) {
    for index in builders.indices where builders[index].recording.quantity.isOfMiniBatch {
      guard builders[index].wants(step, last: max(0, steps - 1)) else { continue }
      let recording = builders[index].recording
      let value =
        recording.layer.map { Recorder.value(of: recording.quantity, layer: $0, network, pass) }
        ?? Recorder.value(of: recording.quantity, network, pass, scalars, learningRate)
      builders[index].append(step: step, [value])
    }
  }

  /// A quantity of the whole mini-batch; NaN if the task has none.
  private static func value(
    of quantity: Quantity, _ network: Network, _ pass: Pass, _ scalars: PassScalars, _ learningRate: Float
  ) -> Float {
    switch quantity {
    case .trainLoss: scalars.loss ?? .nan
    case .trainAccuracy: scalars.accuracy ?? .nan
    case .learningRate: learningRate
    case .reward: scalars.reward ?? .nan
    case .policyMean: scalars.policyMean ?? .nan
    case .actionMean: scalars.actionMean ?? .nan
    case .logLikelihood: scalars.logLikelihood ?? .nan
    case .gradientRatio:
      Float(gradientNorm(layer: 1, network, pass) / gradientNorm(layer: network.layers.count, network, pass))
    default: preconditionFailure("not a quantity of the whole mini-batch")
    }
  }

  private static func value(of quantity: Quantity, layer: Int, _ network: Network, _ pass: Pass) -> Float {
    let output = pass.trace.layers[layer - 1].output
    return switch quantity {
    case .gradientNorm: Float(gradientNorm(layer: layer, network, pass))
    case .preactivationGradientNorm: Float(Measurements.norm(pass.gradients.layers[layer - 1].elements))
    case .activationMean: ActivationMeasurements.mean(output)
    case .activationDeviation: ActivationMeasurements.deviation(output)
    case .unitDeviation: ActivationMeasurements.unitDeviation(output)
    case .saturatedShare:
      ActivationMeasurements.saturatedShare(
        pass.trace.layers[layer - 1].activation, network.layers[layer - 1].activation)
    case .zeroShare: ActivationMeasurements.zeroShare(output)
    default: preconditionFailure("not a quantity of a layer over the mini-batch")
    }
  }

  private static func gradientNorm(layer: Int, _ network: Network, _ pass: Pass) -> Double {
    Measurements.norm(pass.gradients.parameters[network.layers[layer - 1].weights].elements)
  }

  private func state(
    _ builder: SeriesBuilder, _ network: Network, _ step: Int, _ probe: inout ActivityProbe,
    _ threads: Threads
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
      return [
        Float(probe.deadUnits(of: network, step: step, threads: threads)[number - 1]) / Float(layer.units)
      ]
    case .nonfiniteShare:
      return [Measurements.nonfiniteShare(network, layer: number)]
    case .weightMean:
      return Measurements.meansOfColumns(weights, builder.units)
    case .bias:
      return builder.units.map { unit in layer.bias.map { network.parameters[$0].elements[unit] } ?? 0 }
    default: preconditionFailure("a quantity of the mini-batch")
    }
  }
}
