/// A fully connected network: hidden layers and one output layer, which a forward study does without.
///
/// The widths of its input and output come from the data. Layers are counted from 1; the output layer is the
/// last.
package struct NetworkSettings: Hashable, Sendable {
  /// The widths of the hidden layers, first to last.
  ///
  /// May be empty (a linear model).
  package var hidden: [Int] = [64]
  /// One activation a hidden layer, in order (as many as `hidden`).
  package var activations: [Activation] = [.relu]
  package var outputActivation: Activation = .identity
  /// False in a forward study: its network ends with its last hidden layer.
  package var hasOutputLayer = true
  package var batchNorm: BatchNorm?
  /// Whether each hidden layer as wide as what it gets adds that to its activations: a skip connection.
  package var skip = false
  /// Whether layers have biases.
  package var bias = true
  package var weightInit: WeightInit = .he
  package var biasInit: BiasInit = .zeros

  package init() {}

  /// The number of layers with weights: the hidden ones and the output layer, if there is one.
  package var layerCount: Int { hidden.count + (hasOutputLayer ? 1 : 0) }

  /// Whether a layer adds what it gets to its activations.
  ///
  /// - Parameters:
  ///   - layer: counted from 1.
  ///   - inputs: values of one example.
  /// - Returns: true of a hidden layer as wide as what it gets, in a network with skip connections.
  package func hasSkip(ofLayer layer: Int, inputs: Int) -> Bool {
    guard skip, hidden.indices.contains(layer - 1) else { return false }
    return hidden[layer - 1] == (layer == 1 ? inputs : hidden[layer - 2])
  }
}

/// The function that turns a pre-activation z into an activation.
package enum Activation: Hashable, Sendable {
  case identity
  case sigmoid
  case tanh
  case relu
  /// z for z > 0, slope · z otherwise.
  case leakyReLU(slope: Float)
  /// z for z > 0, α (exp z − 1) otherwise.
  case elu(alpha: Float)
  /// z · sigmoid(z).
  case swish
  /// z · Φ(z), with the normal distribution function Φ (the exact form, not the tanh approximation).
  case gelu
  /// log(1 + exp z).
  case softplus

  /// The study format's name.
  package var name: String {
    switch self {
    case .identity: "identity"
    case .sigmoid: "sigmoid"
    case .tanh: "tanh"
    case .relu: "relu"
    case .leakyReLU: "leaky_relu"
    case .elu: "elu"
    case .swish: "swish"
    case .gelu: "gelu"
    case .softplus: "softplus"
    }
  }

  /// Whether a unit whose pre-activation is never positive counts as dead: true of the functions that are flat, or
  /// nearly flat, for negative pre-activations.
  package var isRectifier: Bool {
    switch self {
    case .identity, .sigmoid, .tanh: false
    case .relu, .leakyReLU, .elu, .swish, .gelu, .softplus: true
    }
  }
}

/// Batch normalisation between a layer's weights and its activation.
package struct BatchNorm: Hashable, Sendable {
  package enum Layers: String, CaseIterable, Hashable, Sendable {
    case hidden
    case all
  }

  package var layers: Layers = .hidden
  /// Whether a learnable scale γ and shift β follow the normalisation.
  package var learnable = false
  /// Share of the new batch in the running mean and variance used for evaluation.
  package var momentum: Float = 0.1
  /// Added to the variance.
  package var epsilon: Float = 1e-5

  package init() {}
}

/// The distribution of the initial weights.
///
/// n is the fan-in (inputs of the layer), m the fan-out (its units).
package enum WeightInit: Hashable, Sendable {
  /// Normal with this standard deviation.
  case normal(standardDeviation: Float)
  /// Normal, sd √(2 / (n + m)).
  case xavier
  /// Uniform within ±√(6 / (n + m)).
  case xavierUniform
  /// Normal, sd √(2 / n).
  case he
  /// Uniform within ±√(6 / n).
  case heUniform
  /// Normal, sd √(1 / n).
  case lecun
  /// Uniform within ±√(3 / n).
  case lecunUniform
  /// PyTorch's nn.Linear: uniform within ±√(1 / n).
  case pytorch
  case zeros

  /// The study format's spelling of this value.
  package var name: String {
    switch self {
    case .normal(let standardDeviation): NumberText.decimal(standardDeviation)
    case .xavier: "xavier"
    case .xavierUniform: "xavier_uniform"
    case .he: "he"
    case .heUniform: "he_uniform"
    case .lecun: "lecun"
    case .lecunUniform: "lecun_uniform"
    case .pytorch: "pytorch"
    case .zeros: "zeros"
    }
  }
}

/// The initial biases.
package enum BiasInit: Hashable, Sendable {
  case zeros
  case constant(Float)
  /// PyTorch's nn.Linear: uniform within ±√(1 / fan-in).
  case pytorch
}
