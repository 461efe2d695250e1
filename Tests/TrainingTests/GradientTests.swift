import Numerics
import Studies
import Testing

import Training

/// Forward values against a Double network, and every gradient against its finite differences.
@Suite struct GradientTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var settings: NetworkSettings
    var loss = Loss.softmaxCrossEntropy
    var reduction = GradientReduction.mean
    var testDescription: String { name }
  }

  static let activations: [Activation] = [
    .identity, .sigmoid, .tanh, .relu, .leakyReLU(slope: 0.01), .elu(alpha: 1), .elu(alpha: 0.5), .swish,
    .gelu,
    .softplus,
  ]

  static let cases: [Case] =
    activations.flatMap { activation in
      [nil, BatchNorm(), learnableOnAllLayers].map { batchNorm in
        var settings = NetworkSettings()
        settings.hidden = [7, 5]
        settings.activations = [activation, activation]
        settings.weightInit = .xavier
        settings.biasInit = .pytorch
        settings.batchNorm = batchNorm
        let normalization = batchNorm.map { $0.learnable ? ", learnable batch norm" : ", batch norm" } ?? ""
        return Case(name: "\(activation)\(normalization)", settings: settings)
      }
    } + [
      Case(name: "no hidden layer", settings: network(hidden: [])),
      Case(name: "sum over the batch", settings: network(hidden: [6]), reduction: .sum),
      Case(name: "squared error", settings: network(hidden: [6]), loss: .meanSquaredError),
      Case(
        name: "squared error of a sigmoid output, summed", settings: network(hidden: [6], output: .sigmoid),
        loss: .meanSquaredError, reduction: .sum),
      Case(name: "skip connections", settings: network(hidden: [4, 4, 5, 5], skip: true)),
      Case(
        name: "skip connections around batch norm",
        settings: network(hidden: [4, 4, 5, 5], skip: true, batchNorm: BatchNorm())),
      Case(name: "no output layer, as in a forward study", settings: forwardNetwork),
      Case(name: "no biases", settings: network(hidden: [6, 6], bias: false)),
    ]

  static var forwardNetwork: NetworkSettings {
    var settings = network(hidden: [7, 5, 3])
    settings.hasOutputLayer = false
    return settings
  }

  static var learnableOnAllLayers: BatchNorm {
    var batchNorm = BatchNorm()
    batchNorm.layers = .all
    batchNorm.learnable = true
    return batchNorm
  }

  static func network(
    hidden: [Int], output: Activation = .identity, bias: Bool = true, skip: Bool = false,
    batchNorm: BatchNorm? = nil
  ) -> NetworkSettings {
    var settings = NetworkSettings()
    settings.hidden = hidden
    settings.activations = hidden.map { _ in .tanh }
    settings.outputActivation = output
    settings.bias = bias
    settings.skip = skip
    settings.batchNorm = batchNorm
    return settings
  }

  @Test("outputs equal those of the Double network to Float32 rounding", arguments: cases)
  func outputs(_ testCase: Case) {
    var batch = Batch(testCase)
    batch.network.forward(batch.input, mode: .training, trace: &batch.trace)
    let expected = ReferenceNetwork(batch.network).outputs(batch.examples).flatMap(\.self)
    // Three layers of at most 8 products each: well under 200 roundings of values of order 1.
    for (value, reference) in zip(batch.trace.output.elements, expected) {
      #expect(abs(Double(value) - reference) <= 200 * Double(Float.ulpOfOne) * max(1, abs(reference)))
    }
  }

  @Test("gradients equal finite differences of the Double loss", arguments: cases)
  func gradients(_ testCase: Case) {
    var batch = Batch(testCase)
    batch.backward(testCase)
    var reference = ReferenceNetwork(batch.network)
    let step = 1e-5
    for parameter in reference.parameters.indices {
      for element in reference.parameters[parameter].indices {
        let value = reference.parameters[parameter][element]
        func loss(at shifted: Double) -> Double {
          reference.parameters[parameter][element] = shifted
          return reference.loss(batch.examples, batch.labels, testCase.loss, testCase.reduction)
        }
        let slope = (loss(at: value + step) - loss(at: value - step)) / (2 * step)
        reference.parameters[parameter][element] = value
        let gradient = Double(batch.gradients.parameters[parameter].elements[element])
        // Central differences err by step² times a third derivative (up to about 100 under batch norm), Float32 by some
        // hundred roundings of terms that may cancel.
        let scale = testCase.reduction == .sum ? Double(batch.labels.count) : 1
        #expect(
          abs(gradient - slope) <= 5e-5 * scale * max(1, abs(slope)),
          "\(batch.network.name(ofParameter: parameter))[\(element)]")
      }
    }
  }

  /// Seeded examples and labels, and a network with non-trivial batch-norm parameters.
  struct Batch {
    var network: Network
    let input: Matrix
    let labels: [UInt8]
    var trace: Trace
    var gradients: Gradients

    init(_ testCase: Case) {
      network = Network(settings: testCase.settings, inputs: 4, outputs: 3, seed: 11)
      var stream = RandomStream(seed: 5, name: "test")
      input = Matrix(rows: 6, columns: 4, elements: (0..<24).map { _ in stream.normal() })
      labels = [0, 1, 2, 2, 1, 0]
      for layer in network.layers {
        for parameter in [layer.scale, layer.shift].compactMap(\.self) {
          for unit in 0..<layer.units {
            network.parameters[parameter].elements[unit] += 0.3 * stream.normal()
          }
        }
      }
      trace = Trace(for: network, rows: 6)
      gradients = Gradients(for: network, rows: 6)
    }

    var examples: [[Double]] {
      (0..<input.rows).map { row in (0..<input.columns).map { Double(input[row, $0]) } }
    }

    mutating func backward(_ testCase: Case) {
      network.forward(input, mode: .training, trace: &trace)
      _ = testCase.loss.evaluate(
        trace.output, labels: labels, reduction: testCase.reduction,
        gradient: &gradients.layers[network.layers.count - 1])
      network.backward(input, trace: trace, gradients: &gradients)
    }
  }
}
