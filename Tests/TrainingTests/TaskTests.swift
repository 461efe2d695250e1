import Datasets
import Digests
import Foundation
import Numerics
import Records
import Studies
import Testing
import Training

/// Forward studies and policies: whole runs without labelled images.
@Suite struct TaskTests {
  static func record(
    seed: UInt64 = 1, _ settings: RunSettings, recordings: [Recording] = [],
    distributions: [DistributionRecording] = [], ablations: [[Int]] = []
  ) throws -> Record {
    let run = Run(
      index: 0, point: 0, seed: seed, settings: settings, recordings: recordings,
      distributions: distributions,
      ablations: ablations)
    var trainer = Trainer(run, data: RunData(nil, settings.data))
    return try trainer.train(address: RunAddress(of: run, dataDigest: GaussianInputs.digest)) { _ in .goOn }
  }

  static func forward(_ activation: Activation, _ initialization: WeightInit) -> RunSettings {
    var settings = RunSettings()
    settings.data.source = .gaussian(GaussianSettings(inputs: 100, examples: 1000))
    settings.network.hidden = [100, 100, 100, 100, 100]
    settings.network.activations = settings.network.hidden.map { _ in activation }
    settings.network.weightInit = initialization
    settings.network.bias = false
    settings.network.hasOutputLayer = false
    return settings
  }

  @Test("a layer of ReLUs with He weights keeps the size of activations and gradients")
  func forwardReLU() throws {
    let norms = (1...5).map { Recording(quantity: .preactivationGradientNorm, layer: $0) }
    let deviations = (1...5).map { Recording(quantity: .activationDeviation, layer: $0) }
    let record = try TaskTests.record(TaskTests.forward(.relu, .he), recordings: norms + deviations)
    func value(_ recording: Recording) -> Double { Double(record.series(of: recording)!.values[0]) }
    #expect(record.steps == 0)
    // Ranges over 20 seeds of an independent implementation: 0.93…1.13 and 0.79…1.33.
    #expect((0.85...1.2).contains(value(norms[0]) / value(norms[4])))
    #expect((0.6...1.5).contains(value(deviations[4]) / value(deviations[0])))
  }

  @Test("tanh with weights of deviation 1 saturates, and its gradients grow thirtyfold downwards")
  func forwardTanh() throws {
    let saturated = Recording(quantity: .saturatedShare, layer: 3)
    let norms = [1, 5].map { Recording(quantity: .preactivationGradientNorm, layer: $0) }
    let record = try TaskTests.record(
      TaskTests.forward(.tanh, .normal(standardDeviation: 1)), recordings: [saturated] + norms)
    #expect((0.765...0.80).contains(record.series(of: saturated)!.values[0]))
    let ratio = record.series(of: norms[0])!.values[0] / record.series(of: norms[1])!.values[0]
    #expect((27...33).contains(ratio))
  }

  @Test("an unsaturated sigmoid loses the difference between its inputs by a factor of forty a layer")
  func forwardSigmoid() throws {
    // At the fifth layer the difference, 1e−8, is below what Float32 resolves beside 0.5.
    let deviations = (1...4).map { Recording(quantity: .unitDeviation, layer: $0) }
    let record = try TaskTests.record(
      TaskTests.forward(.sigmoid, .normal(standardDeviation: 0.01)), recordings: deviations)
    let values = deviations.map { record.series(of: $0)!.values[0] }
    for (next, value) in zip(values.dropFirst(), values) { #expect((0.02...0.03).contains(next / value)) }
  }

  @Test("distributions count every value, in the sketch and in declared bins")
  func distributions() throws {
    let bins = BinSpec(count: 30, range: ValueRange(low: 0, high: 1))
    let recording = DistributionRecording(tensor: .activations, layer: 2, steps: .list([]), bins: bins)
    let record = try TaskTests.record(
      TaskTests.forward(.relu, .normal(standardDeviation: 1)), distributions: [recording])
    let series = try #require(record.distributions(of: recording))
    #expect(series.steps == [0])
    let distribution = series.distributions[0]
    #expect(distribution.count == 100_000)
    #expect(distribution.buckets.reduce(0) { $0 + $1.count } == 100_000)
    #expect(distribution.binned?.total == 100_000)
    // Most of the positive values of a ReLU layer after weights of deviation 1 lie above 1.
    #expect(try #require(distribution.binned).above > 40_000)
    #expect((0.36...0.62).contains(Double(distribution.zeroCount) / 100_000))
  }

  @Test("what several recordings take at one step is the same, whatever else they take")
  func twins() throws {
    func recording(_ steps: StepSelection, _ tensor: Tensor = .weights, bins: BinSpec? = nil)
      -> DistributionRecording
    {
      DistributionRecording(tensor: tensor, layer: 1, steps: steps, bins: bins)
    }
    let bins = BinSpec(count: 3, range: ValueRange(low: -1, high: 1))
    let tensors: [Tensor] = [.weights, .gradients, .updates]
    let twins = tensors.flatMap { tensor in
      [StepSelection.every(1), .every(2), .list([])].map { recording($0, tensor) }
        + [recording(.every(1), tensor, bins: bins)]
    }
    let record = try TaskTests.record(TaskTests.policy(updates: 3), distributions: twins)
    for recording in twins {
      let alone = try TaskTests.record(TaskTests.policy(updates: 3), distributions: [recording])
      #expect(record.distributions(of: recording) == alone.distributions(of: recording))
      #expect(record.distributions(of: recording)?.distributions.allSatisfy { $0.count == 60 * 64 } == true)
    }
  }

  @Test("the probe is the first 1,000 training examples, the same at every step")
  func probe() throws {
    let dataset = try DatasetRequest.digits.load(trainCount: 1200, testCount: 10)
    var settings = RunSettings()
    settings.network.hidden = [4]
    settings.training.length = .steps(3)
    let recording = DistributionRecording(
      tensor: .preactivations, layer: 1, steps: .every(1), examples: .probe)
    let run = Run(index: 0, point: 0, seed: 1, settings: settings, recordings: [], distributions: [recording])
    var trainer = Trainer(run, data: RunData(dataset, settings.data))
    let record = try trainer.train(address: RunAddress(of: run, dataDigest: dataset.digest)) { _ in .goOn }
    let series = try #require(record.distributions(of: recording))
    #expect(series.steps == [0, 1, 2])
    #expect(series.distributions.map(\.count) == [4000, 4000, 4000])

    let network = Network(settings: settings.network, inputs: 784, outputs: 10, seed: 1)
    let pixels = dataset.train.pixels.prefix(1000 * 784).map { Float($0) / 255 }
    var values = Matrix(rows: 1000, columns: 4)
    let images = Matrix(rows: 1000, columns: 784, elements: pixels)
    var room = PackingRoom()
    Product.multiply(images, network.parameters[0], into: &values, room: &room)
    #expect(series.distributions[0] == Distribution(values.elements))
  }

  static func policy(updates: Int) -> RunSettings {
    var settings = RunSettings()
    settings.data.source = .catchGame(CatchSettings())
    settings.network.hidden = [64, 64, 64]
    settings.network.activations = [.tanh, .tanh, .tanh]
    settings.network.weightInit = .xavierUniform
    settings.network.bias = false
    settings.training.length = .steps(updates)
    settings.training.optimizer = .adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8)
    settings.training.learningRate = 1e-3
    settings.training.episodes = 32
    settings.training.discount = 0.99
    return settings
  }

  @Test("a policy learns to catch, and does not without its first three layers")
  func policyLearns() throws {
    let scalars = [Quantity.policyMean, .actionMean, .reward].map { Recording(quantity: $0) }
    let record = try TaskTests.record(
      TaskTests.policy(updates: 300), recordings: scalars, ablations: [[1, 2, 3], [4]])
    // Over seeds of an independent implementation: above 0.97; below 0.2 and above 0.9 after the resets.
    #expect(record.value(of: .finalReward)! > 0.9)
    #expect(record.value(of: .greedyReward)! > 0.9)
    #expect(record.value(of: .greedyReward, ablation: [1, 2, 3])! < 0.2)
    #expect(record.value(of: .greedyReward, ablation: [4])! > 0.8)
    for scalar in scalars.prefix(2) {
      // Means of three probabilities that add up to 1, and of one-hot rows.
      #expect(record.series(of: scalar)!.values.allSatisfy { abs($0 - 1 / 3) < 1e-6 })
    }
    #expect(record.series(of: scalars[2])!.values[0] < -0.3)
  }

  @Test("an update of gradient descent is the gradient with its sign changed")
  func updates() throws {
    // Weights move by the learning rate times the gradient: with SGD the update is the gradient.
    var settings = TaskTests.policy(updates: 1)
    settings.network.hidden = [4]
    settings.network.activations = [.tanh]
    settings.training.optimizer = .sgd
    settings.training.episodes = 4
    settings.training.learningRate = 1
    let gradients = DistributionRecording(tensor: .gradients, layer: 2, steps: .list([0]))
    let updates = DistributionRecording(tensor: .updates, layer: 2, steps: .list([0]))
    let record = try TaskTests.record(settings, distributions: [gradients, updates])
    let gradient = try #require(record.distributions(of: gradients)?.distributions.first)
    let update = try #require(record.distributions(of: updates)?.distributions.first)
    #expect(gradient.standardDeviation > 0)
    // The rounding of w − g at weights below 1.
    #expect(abs(gradient.mean + update.mean) < 1e-6)
    #expect(abs(gradient.standardDeviation - update.standardDeviation) < 1e-6)
  }
}
