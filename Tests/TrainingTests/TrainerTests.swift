import Datasets
import Digests
import Numerics
import Records
import Studies
import Testing
import Training

/// Whole runs on a few drawn digits.
@Suite struct TrainerTests {
  static let dataset: Dataset = {
    guard let dataset = try? DatasetRequest.digits.load(trainCount: 300, testCount: 200) else {
      preconditionFailure("the embedded digits are always there")
    }
    return dataset
  }()

  static func record(
    seed: UInt64 = 1, recordings: [Recording] = [], _ change: (inout RunSettings) -> Void = { _ in }
  ) throws -> Record {
    var settings = RunSettings()
    settings.network.hidden = [8]
    settings.training.batch = 50
    settings.training.length = .steps(20)
    change(&settings)
    let run = Run(index: 0, point: 0, seed: seed, settings: settings, recordings: recordings)
    var trainer = Trainer(run, data: RunData(dataset, settings.data))
    return try trainer.train(address: RunAddress(of: run, dataDigest: dataset.digest)) { _ in .goOn }
  }

  @Test("the same run gives the same record, bit for bit")
  func repeatable() throws {
    let recordings = Quantity.allCases.map {
      Recording(quantity: $0, layer: $0.scope == .run ? nil : 1)
    }
    let first = try TrainerTests.record(recordings: recordings)
    let second = try TrainerTests.record(recordings: recordings)
    #expect(RecordCoding.encode(first) == RecordCoding.encode(second))
  }

  @Test("what is recorded does not change what is trained")
  func recordingIsPassive() throws {
    let loss = Recording(quantity: .trainLoss)
    let alone = try TrainerTests.record(recordings: [loss])
    let among = try TrainerTests.record(recordings: [
      Recording(quantity: .deadShare, layer: 1), loss, Recording(quantity: .bias, layer: 2, every: 3),
    ]) { $0.network.batchNorm = BatchNorm() }
    let other = try TrainerTests.record(recordings: [loss]) { $0.network.batchNorm = BatchNorm() }
    #expect(among.series(of: loss) == other.series(of: loss))
    #expect(among.metrics == other.metrics)
    #expect(alone.series(of: loss) != other.series(of: loss))
  }

  /// Wide enough for products to be shared out and for gradients that are never stored.
  @Test(
    "any number of threads gives the same record",
    arguments: [Optimizer.sgd, .momentum(0.9), .adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8)])
  func threadsGiveTheSameBits(_ optimizer: Optimizer) throws {
    var settings = RunSettings()
    settings.network.hidden = [500, 310]
    settings.network.activations = [.sigmoid, .relu]
    settings.training.batch = 60
    settings.training.length = .steps(7)
    settings.training.optimizer = optimizer
    let seen = [
      Recording(quantity: .weightNorm, layer: 1), Recording(quantity: .relativeChange, layer: 2),
      Recording(quantity: .trainLoss), Recording(quantity: .bias, layer: 1),
    ]
    let gradient = Recording(quantity: .gradientNorm, layer: 2, every: 3)
    func record(_ recordings: [Recording], threads: Int) throws -> Record {
      let run = Run(index: 0, point: 0, seed: 1, settings: settings, recordings: recordings)
      var trainer = Trainer(run, data: RunData(TrainerTests.dataset, settings.data))
      return try trainer.train(
        address: RunAddress(of: run, dataDigest: TrainerTests.dataset.digest), threads: { threads },
        progress: { _ in .goOn })
    }
    let alone = try record(seen, threads: 1)
    for threads in 2...3 {
      #expect(try RecordCoding.encode(alone) == RecordCoding.encode(record(seen, threads: threads)))
    }
    // Whether a step's gradients are stored or not changes nothing either.
    let among = try record(seen + [gradient], threads: 2)
    for recording in seen { #expect(among.series(of: recording) == alone.series(of: recording)) }
  }

  @Test(
    "runs of one seed share initial weights and mini-batches, whatever their learning rate and activation")
  func comparable() throws {
    let weights = Recording(quantity: .weightMean, layer: 1)
    let first = try TrainerTests.record(recordings: [weights])
    let second = try TrainerTests.record(recordings: [weights]) {
      $0.training.learningRate = 0.5
      $0.network.activations = [.tanh]
    }
    let other = try TrainerTests.record(seed: 2, recordings: [weights])
    func initial(_ record: Record) -> [Float] { Array(record.series(of: weights)!.values.prefix(8)) }
    #expect(initial(first) == initial(second))
    #expect(initial(first) != initial(other))
  }

  @Test("states are recorded at 0 and the last step, mini-batches up to the one before")
  func recordedSteps() throws {
    let record = try TrainerTests.record(recordings: [
      Recording(quantity: .bias, layer: 1, units: .list([2, 5, 99]), every: 8),
      Recording(quantity: .trainLoss, every: 8),
    ])
    #expect(record.series[0].steps == [0, 8, 16, 20])
    #expect(record.series[0].units == [2, 5])
    #expect(record.series[1].steps == [0, 8, 16, 19])
  }

  @Test("a run that blows up goes on to its end and says when and where numbers ended")
  func divergence() throws {
    let loss = Recording(quantity: .trainLoss)
    let share = Recording(quantity: .nonfiniteShare, layer: 2)
    let record = try TrainerTests.record(recordings: [loss, share]) {
      $0.training.learningRate = 1e30
      $0.network.activations = [.leakyReLU(slope: 0.01)]
    }
    let step = try #require(record.firstNonfinite?.step)
    let shares = try #require(record.series(of: share))
    #expect(shares.values[step] > 0 && shares.values[step - 1] == 0)
    #expect(record.steps == 20)
    #expect(record.series(of: loss)?.values.last?.isNaN == true)
    #expect(record.value(of: .testAccuracy) == 0)
    #expect(record.value(of: .maxAbsBias, layer: 1)?.isNaN == true)
  }

  @Test(
    "gradients that are formed while weights move change nothing, nor when numbers end",
    arguments: [0.1, 1e30] as [Float], [Optimizer.sgd, .momentum(0.9)])
  func fusedDescent(_ rate: Float, _ optimizer: Optimizer) throws {
    let norm = Recording(quantity: .weightNorm, layer: 2)
    let gradient = Recording(quantity: .gradientNorm, layer: 2)
    // The gradients of weights that something looks at are formed in memory.
    let records = try [[norm], [norm, gradient]].map { recordings in
      try TrainerTests.record(recordings: recordings) {
        $0.training.learningRate = rate
        $0.training.optimizer = optimizer
        $0.network.hidden = [550, 550]
        $0.network.activations = [.relu, .relu]
      }
    }
    #expect(
      records[0].series(of: norm)?.values.map(\.bitPattern)
        == records[1].series(of: norm)?.values.map(\.bitPattern))
    #expect(records[0].firstNonfinite == records[1].firstNonfinite)
    #expect((records[0].firstNonfinite != nil) == (rate == 1e30))
  }

  @Test("a layer whose biases are far below 0 is dead, and one of ReLUs with positive biases is not")
  func deadUnits() throws {
    let share = Recording(quantity: .deadShare, layer: 1)
    let dead = try TrainerTests.record(recordings: [share]) { $0.network.biasInit = .constant(-1e6) }
    let alive = try TrainerTests.record(recordings: [share]) { $0.network.biasInit = .constant(1e3) }
    #expect(dead.value(of: .deadUnits, layer: 1) == 8)
    #expect(dead.series(of: share)?.values == [Float](repeating: 1, count: 21))
    #expect(alive.value(of: .deadUnits, layer: 1) == 0)
  }

  @Test("batch norm revives a layer whose biases are far below 0: it takes them out")
  func batchNormIgnoresBiases() throws {
    let record = try TrainerTests.record {
      $0.network.biasInit = .constant(-100)
      $0.network.batchNorm = BatchNorm()
    }
    #expect(record.value(of: .deadUnits, layer: 1) == 0)
  }

  @Test("sigmoid and tanh layers have no dead units to count")
  func notRectified() throws {
    let record = try TrainerTests.record { $0.network.activations = [.tanh] }
    #expect(record.value(of: .deadUnits, layer: 1) == nil)
  }

  @Test(
    "a network learns the digits with every optimiser",
    arguments: [
      (Optimizer.sgd, Float(0.5)), (.momentum(0.9), 0.05), (.nesterov(0.9), 0.05),
      (.adagrad(epsilon: 1e-10), 0.05),
      (.rmsprop(decay: 0.99, epsilon: 1e-8), 0.005), (.adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8), 0.01),
      (.adamw(beta1: 0.9, beta2: 0.999, epsilon: 1e-8), 0.01),
    ])
  func learns(_ optimizer: Optimizer, learningRate: Float) throws {
    let record = try TrainerTests.record {
      $0.network.hidden = [32]
      $0.training.length = .steps(120)
      $0.training.optimizer = optimizer
      $0.training.learningRate = learningRate
    }
    // 300 examples seen 20 times: a network that learns knows most of them; guessing is 0.1.
    #expect(record.value(of: .finalTrainAccuracy)! > 0.6)
  }

  @Test("training stops when told to")
  func stops() {
    let run = Run(index: 0, point: 0, seed: 1, settings: RunSettings(), recordings: [])
    var trainer = Trainer(run, data: RunData(TrainerTests.dataset, DataSettings()))
    #expect(throws: Trainer.Stopped.self) {
      try trainer.train(address: RunAddress(of: run, dataDigest: TrainerTests.dataset.digest)) { _ in .stop }
    }
  }

  @Test("epochs that the batch size does not divide end in a smaller mini-batch")
  func partialBatches() throws {
    let loss = Recording(quantity: .trainLoss)
    let record = try TrainerTests.record(recordings: [loss]) {
      $0.training.batch = 110
      $0.training.length = .epochs(2)
    }
    #expect(record.steps == 6)
    #expect(record.series(of: loss)?.values.allSatisfy(\.isFinite) == true)
  }

  @Test("a run that goes on from a checkpoint gives the bits of one that was never stopped")
  func resumes() throws {
    var settings = RunSettings()
    settings.network.hidden = [8]
    settings.network.batchNorm = GradientTests.learnableOnAllLayers
    settings.training.batch = 50
    settings.training.length = .steps(40)
    settings.training.optimizer = .adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8)
    let recordings = Quantity.allCases.map { Recording(quantity: $0, layer: $0.scope == .run ? nil : 1) }
    let distributions = Tensor.allCases.map {
      DistributionRecording(tensor: $0, layer: 1, steps: .every(7))
    }
    let run = Run(
      index: 0, point: 0, seed: 1, settings: settings, recordings: recordings, distributions: distributions,
      ablations: [[1]])
    let data = RunData(TrainerTests.dataset, settings.data)
    let address = RunAddress(of: run, dataDigest: TrainerTests.dataset.digest)
    var whole = Trainer(run, data: data)
    let expected = try whole.train(address: address) { _ in .goOn }

    var checkpoints: [[UInt8]] = []
    var saving = Trainer(run, data: data)
    _ = try saving.train(address: address, save: { checkpoints.append($0) }) { $0 == 20 ? .save : .goOn }
    var resumed = Trainer(run, data: data)
    #expect(try resumed.resume(from: #require(checkpoints.first), address: address) == 20)
    let record = try resumed.train(address: address) { _ in .goOn }
    #expect(RecordCoding.encode(record) == RecordCoding.encode(expected))

    var damaged = checkpoints[0]
    damaged[damaged.count / 2] ^= 1
    #expect(throws: RecordDamage.digestDiffers) { try resumed.resume(from: damaged, address: address) }
    let other = RunAddress(of: run, dataDigest: Digest.of("other"))
    #expect(throws: RecordDamage.otherKey) { try resumed.resume(from: checkpoints[0], address: other) }
  }
}
