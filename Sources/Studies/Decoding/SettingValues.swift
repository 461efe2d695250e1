// Settings from valid YAML. A number keeps its decimal text until it is rounded to its final precision, once.

extension Activation {
  init?(node: SourceNode) {
    guard let (name, argument) = node.variant else { return nil }
    switch name {
    case "identity": self = .identity
    case "sigmoid": self = .sigmoid
    case "tanh": self = .tanh
    case "relu": self = .relu
    case "leaky_relu": self = .leakyReLU(slope: argument?.float ?? 0.01)
    case "elu": self = .elu(alpha: argument?.float ?? 1)
    case "swish": self = .swish
    case "gelu": self = .gelu
    case "softplus": self = .softplus
    default: return nil
    }
  }
}

extension BatchNorm {
  /// nil for `none`.
  init?(node: SourceNode) {
    self.init()
    if let isOn = node.bool {
      if !isOn { return nil }
    } else if let name = node.text {
      guard let layers = Layers(rawValue: name) else { return nil }
      self.layers = layers
    } else {
      if let layers = node["layers"]?.text.flatMap(Layers.init) { self.layers = layers }
      if let learnable = node["learnable"]?.bool { self.learnable = learnable }
      if let momentum = node["momentum"]?.float { self.momentum = momentum }
      if let epsilon = node["epsilon"]?.float { self.epsilon = epsilon }
    }
  }
}

extension WeightInit {
  init?(node: SourceNode) {
    if let deviation = node.float {
      self = .normal(standardDeviation: deviation)
      return
    }
    switch node.text {
    case "xavier": self = .xavier
    case "xavier_uniform": self = .xavierUniform
    case "he": self = .he
    case "he_uniform": self = .heUniform
    case "lecun": self = .lecun
    case "lecun_uniform": self = .lecunUniform
    case "pytorch": self = .pytorch
    case "zeros": self = .zeros
    default: return nil
    }
  }
}

extension BiasInit {
  init?(node: SourceNode) {
    if let value = node.float {
      self = value == 0 ? .zeros : .constant(value)
      return
    }
    switch node.text {
    case "zeros": self = .zeros
    case "pytorch": self = .pytorch
    default: return nil
    }
  }
}

extension Optimizer {
  init?(node: SourceNode) {
    guard let (name, argument) = node.variant else { return nil }
    func value(_ key: String, _ fallback: Float) -> Float { argument?[key]?.float ?? fallback }
    switch name {
    case "sgd": self = .sgd
    case "momentum": self = .momentum(argument?.float ?? 0.9)
    case "nesterov": self = .nesterov(argument?.float ?? 0.9)
    case "adagrad": self = .adagrad(epsilon: value("epsilon", 1e-10))
    case "rmsprop": self = .rmsprop(decay: value("decay", 0.99), epsilon: value("epsilon", 1e-8))
    case "adam":
      self = .adam(
        beta1: value("beta1", 0.9), beta2: value("beta2", 0.999), epsilon: value("epsilon", 1e-8))
    case "adamw":
      self = .adamw(
        beta1: value("beta1", 0.9), beta2: value("beta2", 0.999), epsilon: value("epsilon", 1e-8))
    default: return nil
    }
  }
}

extension GradientClipping {
  /// nil for `none`.
  init?(node: SourceNode) {
    if let norm = node["norm"]?.float {
      self = .norm(norm)
    } else if let value = node["value"]?.float {
      self = .value(value)
    } else {
      return nil
    }
  }
}

extension Schedule {
  init?(node: SourceNode) {
    guard let (name, argument) = node.variant else { return nil }
    switch name {
    case "constant": self = .constant
    case "cosine": self = .cosine(to: argument?["to"]?.float ?? 0)
    case "step":
      guard let every = argument?["every"]?.int else { return nil }
      self = .step(every: every, factor: argument?["factor"]?.float ?? 0.1)
    default: return nil
    }
  }
}
