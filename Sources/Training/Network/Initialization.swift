import Numerics
package import Studies

extension Network {
  /// A network with its initial parameters.
  ///
  /// They depend on the seed, the layer's shape and the init alone, so that runs of one seed that differ in
  /// learning rate or activation start from the same weights.
  ///
  /// - Parameters:
  ///   - settings: the hidden layers and what they do.
  ///   - inputs: the width of an example.
  ///   - outputs: the width of the output layer, such as the number of classes.
  ///   - seed: the run's seed.
  package init(settings: NetworkSettings, inputs: Int, outputs: Int, seed: UInt64) {
    let widths = [inputs] + settings.hidden + (settings.hasOutputLayer ? [outputs] : [])
    var layers: [Layer] = []
    var parameters: [Matrix] = []
    for number in 1..<widths.count {
      let (layer, initial) = Network.layer(
        number, inputs: widths[number - 1], units: widths[number], settings: settings, seed: seed,
        firstParameter: parameters.count)
      layers.append(layer)
      parameters += initial
    }
    self.layers = layers
    self.parameters = parameters
    runningStatistics = layers.map { layer in
      guard layer.batchNorm != nil else { return nil }
      var statistics = BatchStatistics(units: layer.units)
      statistics.variance = [Float](repeating: 1, count: layer.units)
      return statistics
    }
  }

  private static func layer(
    _ number: Int, inputs: Int, units: Int, settings: NetworkSettings, seed: UInt64, firstParameter: Int
  ) -> (Layer, [Matrix]) {
    let isOutput = number > settings.hidden.count
    let batchNorm = settings.batchNorm.flatMap { isOutput && $0.layers == .hidden ? nil : $0 }
    var initial = [weights(settings.weightInit, inputs: inputs, units: units, seed: seed, layer: number)]
    func position(of matrix: Matrix?) -> Int? {
      guard let matrix else { return nil }
      initial.append(matrix)
      return firstParameter + initial.count - 1
    }
    let bias =
      settings.bias
      ? biases(settings.biasInit, inputs: inputs, units: units, seed: seed, layer: number) : nil
    let learnable = batchNorm?.learnable == true
    let layer = Layer(
      inputs: inputs, units: units,
      activation: isOutput ? settings.outputActivation : settings.activations[number - 1],
      batchNorm: batchNorm, skips: settings.hasSkip(ofLayer: number, inputs: inputs), weights: firstParameter,
      bias: position(of: bias),
      scale: position(of: learnable ? row(of: 1, units: units) : nil),
      shift: position(of: learnable ? row(of: 0, units: units) : nil))
    return (layer, initial)
  }

  private static func row(of value: Float, units: Int) -> Matrix {
    Matrix(rows: 1, columns: units, elements: [Float](repeating: value, count: units))
  }

  private static func weights(
    _ initialization: WeightInit, inputs: Int, units: Int, seed: UInt64, layer: Int
  ) -> Matrix {
    let stream = RandomStream(seed: seed, name: "weights", index: UInt32(layer))
    let fanIn = Double(inputs)
    let fanOut = Double(units)
    func normal(_ deviation: Double) -> Matrix {
      drawn(inputs, units, stream) { Float(deviation) * $0.normal() }
    }
    func uniform(_ bound: Double) -> Matrix {
      drawn(inputs, units, stream) { Float(bound) * (2 * $0.uniform() - 1) }
    }
    return switch initialization {
    case .normal(let deviation): drawn(inputs, units, stream) { deviation * $0.normal() }
    case .xavier: normal((2 / (fanIn + fanOut)).squareRoot())
    case .xavierUniform: uniform((6 / (fanIn + fanOut)).squareRoot())
    case .he: normal((2 / fanIn).squareRoot())
    case .heUniform: uniform((6 / fanIn).squareRoot())
    case .lecun: normal((1 / fanIn).squareRoot())
    case .lecunUniform: uniform((3 / fanIn).squareRoot())
    case .pytorch: uniform((1 / fanIn).squareRoot())
    case .zeros: Matrix(rows: inputs, columns: units)
    }
  }

  private static func biases(
    _ initialization: BiasInit, inputs: Int, units: Int, seed: UInt64, layer: Int
  ) -> Matrix {
    switch initialization {
    case .zeros: return Matrix(rows: 1, columns: units)
    case .constant(let value): return row(of: value, units: units)
    case .pytorch:
      let bound = Float((1 / Double(inputs)).squareRoot())
      let stream = RandomStream(seed: seed, name: "biases", index: UInt32(layer))
      return drawn(1, units, stream) { bound * (2 * $0.uniform() - 1) }
    }
  }

  /// A matrix filled in row-major order from a stream.
  private static func drawn(
    _ rows: Int, _ columns: Int, _ stream: RandomStream, _ next: (inout RandomStream) -> Float
  ) -> Matrix {
    var stream = stream
    let elements = (0..<rows * columns).map { _ in next(&stream) }
    return Matrix(rows: rows, columns: columns, elements: elements)
  }
}
