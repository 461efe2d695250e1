import Testing

@testable import Studies

/// Every setting decodes to an exact value.
@Suite struct SettingTests {
  @Test func defaultsAreThoseOfTheModel() throws {
    #expect(try settings("") == RunSettings())
  }

  /// What the reference calls the default is what holds if the key is left out.
  @Test func documentedDefaultsHold() throws {
    for setting in Setting.all {
      guard let fallback = setting.key.fallback else { continue }
      let data = setting.kinds.contains(.supervised) ? "" : "data: catch\n"
      let body = data + "\(setting.section.rawValue): {\(setting.name): \(fallback.text())}"
      #expect(try settings(body) == settings(data), "\(setting.name)")
    }
  }

  /// The words of the schema are those of the model.
  @Test func wordsDecode() throws {
    for setting in Setting.all where setting.name != "activation" {
      for word in setting.key.shape.choiceNames {
        let body = "\(setting.section.rawValue): {\(setting.name): \(word)}"
        #expect(try setting.text(settings(body)) == word, "\(setting.name)")
      }
    }
  }

  @Test(arguments: [
    ("relu", Activation.relu), ("identity", .identity), ("sigmoid", .sigmoid), ("tanh", .tanh),
    ("swish", .swish),
    ("gelu", .gelu), ("softplus", .softplus), ("leaky_relu", .leakyReLU(slope: 0.01)),
    ("elu", .elu(alpha: 1)),
    ("{leaky_relu: 0.2}", .leakyReLU(slope: 0.2)), ("{elu: 1.5}", .elu(alpha: 1.5)),
    ("{leaky_relu: 0}", .leakyReLU(slope: 0)),
  ])
  func activation(yaml: String, value: Activation) throws {
    let network = try settings("network: {activation: \(yaml), output_activation: \(yaml)}").network
    #expect(network.activations == [value])
    #expect(network.outputActivation == value)
  }

  @Test func layers() throws {
    #expect(try settings("network: {hidden: [32, 16]}").network.hidden == [32, 16])
    #expect(try settings("network: {hidden: [32, 16]}").network.activations == [.relu, .relu])
    #expect(try settings("network: {hidden: []}").network.hidden == [])
    #expect(try settings("network: {depth: 3, width: 20}").network.hidden == [20, 20, 20])
    #expect(try settings("network: {depth: 2}").network.hidden == [64, 64])
    #expect(try settings("network: {width: 9}").network.hidden == [9])
    let perLayer = try settings("network: {hidden: [2, 3], activation: [tanh, {elu: 2}]}").network
    #expect(perLayer.activations == [.tanh, .elu(alpha: 2)])
  }

  @Test func batchNorm() throws {
    func norm(_ yaml: String) throws -> BatchNorm? {
      try settings("network: {batch_norm: \(yaml)}").network.batchNorm
    }
    var all = BatchNorm()
    all.layers = .all
    var full = all
    full.learnable = true
    full.momentum = 0.2
    full.epsilon = 1e-3
    #expect(try norm("none") == nil)
    #expect(try norm("false") == nil)
    #expect(try norm("true") == BatchNorm())
    #expect(try norm("hidden") == BatchNorm())
    #expect(try norm("all") == all)
    #expect(try norm("{}") == BatchNorm())
    #expect(try norm("{layers: all, learnable: true, momentum: 0.2, epsilon: 0.001}") == full)
  }

  @Test func initialization() throws {
    #expect(try settings("network: {init: 0.01}").network.weightInit == .normal(standardDeviation: 0.01))
    #expect(try settings("network: {init: lecun_uniform}").network.weightInit == .lecunUniform)
    #expect(try settings("network: {bias_init: -0.5, bias: false}").network.biasInit == .constant(-0.5))
    #expect(try settings("network: {bias_init: 0}").network.biasInit == .zeros)
    #expect(try settings("network: {bias_init: -0.0}").network.biasInit == .zeros)
    #expect(try settings("network: {bias: false}").network.bias == false)
  }

  @Test(arguments: [
    ("sgd", Optimizer.sgd), ("momentum", .momentum(0.9)), ("nesterov", .nesterov(0.9)),
    ("adagrad", .adagrad(epsilon: 1e-10)), ("rmsprop", .rmsprop(decay: 0.99, epsilon: 1e-8)),
    ("adam", .adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8)),
    ("adamw", .adamw(beta1: 0.9, beta2: 0.999, epsilon: 1e-8)), ("{momentum: 0}", .momentum(0)),
    ("{nesterov: 0.5}", .nesterov(0.5)), ("{adagrad: {epsilon: 1}}", .adagrad(epsilon: 1)),
    ("{rmsprop: {decay: 0.5}}", .rmsprop(decay: 0.5, epsilon: 1e-8)),
    ("{adam: {beta1: 0.5, epsilon: 1e-4}}", .adam(beta1: 0.5, beta2: 0.999, epsilon: 1e-4)),
    ("{adamw: {beta2: 0.9}}", .adamw(beta1: 0.9, beta2: 0.9, epsilon: 1e-8)),
  ])
  func optimizer(yaml: String, value: Optimizer) throws {
    #expect(try settings("training: {optimizer: \(yaml)}").training.optimizer == value)
  }

  @Test func training() throws {
    let training = try settings(
      """
      training:
        batch: 32
        epochs: 3
        shuffle: false
        loss: mean_squared_error
        gradient: sum
        learning_rate: 5e-2
        weight_decay: 1e-4
        clip: {norm: 1}
        schedule: {step: {every: 100}}
        warm_up: 10
      """
    ).training
    var expected = TrainingSettings()
    expected.batch = 32
    expected.length = .epochs(3)
    expected.shuffle = false
    expected.loss = .meanSquaredError
    expected.gradient = .sum
    expected.learningRate = 0.05
    expected.weightDecay = 1e-4
    expected.clipping = .norm(1)
    expected.schedule = .step(every: 100, factor: 0.1)
    expected.warmUp = 10
    #expect(training == expected)
    #expect(try settings("training: {clip: {value: 0.5}}").training.clipping == .value(0.5))
    #expect(try settings("training: {schedule: cosine}").training.schedule == .cosine(to: 0))
    #expect(try settings("training: {schedule: {cosine: {to: 0.1}}}").training.schedule == .cosine(to: 0.1))
    #expect(
      try settings("training: {schedule: {step: {every: 5, factor: 0.5}}}").training.schedule
        == .step(every: 5, factor: 0.5))
  }

  @Test func data() throws {
    #expect(try settings("data: mnist").data.source == .mnist)
    let digits = try settings("data: {source: digits, scale: symmetric, train: 500, test: 100}").data
    #expect(digits.source == .digits)
    #expect(digits.scaling == .symmetric)
    #expect(digits.trainCount == 500)
    #expect(digits.testCount == 100)
    let files = load(
      ["a/b.yaml": "kiseki: 1\ntitle: T\ndata: {images: i, labels: l, test_images: ti, test_labels: tl}"],
      path: "a/b.yaml")
    #expect(files.findings == [])
    let paths = IDXPaths(images: "i", labels: "l", testImages: "ti", testLabels: "tl", folder: "a")
    #expect(files.study?.points[0].settings.data.source == .idx(paths))
  }

  @Test func seeds() throws {
    #expect(try study("").seeds == [1])
    #expect(try study("seed: 0").seeds == [0])
    #expect(try study("seed: 9007199254740991").seeds == [9_007_199_254_740_991])
    #expect(try study("seeds: 3").seeds == [1, 2, 3])
    #expect(try study("seed: 20170523\nseeds: 2").seeds == [20_170_523, 20_170_524])
    #expect(try study("seeds: [5, 3, 8]").seeds == [5, 3, 8])
    #expect(try study("seeds: {first: 7, count: 2}").seeds == [7, 8])
  }
}
