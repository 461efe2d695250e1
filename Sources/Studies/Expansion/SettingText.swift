// Settings in words. `text` is what a person would write: arguments at their defaults are left out. `canonicalText` is
// the whole truth, for a run's identity. Both name numbers by their shortest decimal form.

/// A named choice with its arguments and their defaults.
private struct Spelled {
  var name: String
  var arguments: [(name: String, value: Float, fallback: Float?)] = []

  var text: String {
    let said = arguments.filter { $0.value != $0.fallback }
    return ([name] + said.map { label($0.name) + NumberText.decimal($0.value) }).joined(separator: " ")
  }

  var canonicalText: String {
    ([name] + arguments.map { label($0.name) + NumberText.decimal($0.value) }).joined(separator: " ")
  }

  private func label(_ name: String) -> String { name.isEmpty ? "" : name + " " }
}

extension Activation {
  private var spelled: Spelled {
    switch self {
    case .leakyReLU(let slope): Spelled(name: name, arguments: [("", slope, 0.01)])
    case .elu(let alpha): Spelled(name: name, arguments: [("", alpha, 1)])
    case .identity, .sigmoid, .tanh, .relu, .swish, .gelu, .softplus: Spelled(name: name)
    }
  }

  var text: String { spelled.text }
  var canonicalText: String { spelled.canonicalText }
}

extension BatchNorm {
  private var spelled: Spelled {
    Spelled(
      name: layers.rawValue + (learnable ? " learnable" : ""),
      arguments: [("momentum", momentum, 0.1), ("epsilon", epsilon, 1e-5)])
  }

  var text: String { spelled.text }
  var canonicalText: String { spelled.canonicalText }
}

extension WeightInit {
  var text: String { name }
}

extension BiasInit {
  var text: String {
    switch self {
    case .zeros: "zeros"
    case .constant(let value): NumberText.decimal(value)
    case .pytorch: "pytorch"
    }
  }
}

extension Optimizer {
  private var spelled: Spelled {
    switch self {
    case .sgd: Spelled(name: name)
    case .momentum(let momentum), .nesterov(let momentum):
      Spelled(name: name, arguments: [("", momentum, 0.9)])
    case .adagrad(let epsilon): Spelled(name: name, arguments: [("epsilon", epsilon, 1e-10)])
    case .rmsprop(let decay, let epsilon):
      Spelled(name: name, arguments: [("decay", decay, 0.99), ("epsilon", epsilon, 1e-8)])
    case .adam(let beta1, let beta2, let epsilon), .adamw(let beta1, let beta2, let epsilon):
      Spelled(
        name: name, arguments: [("beta1", beta1, 0.9), ("beta2", beta2, 0.999), ("epsilon", epsilon, 1e-8)])
    }
  }

  var text: String { spelled.text }
  var canonicalText: String { spelled.canonicalText }
}

extension GradientClipping {
  var text: String {
    switch self {
    case .norm(let norm): "norm \(NumberText.decimal(norm))"
    case .value(let value): "value \(NumberText.decimal(value))"
    }
  }
}

extension Schedule {
  private var spelled: Spelled {
    switch self {
    case .constant: Spelled(name: "constant")
    case .cosine(let to): Spelled(name: "cosine", arguments: [("to", to, 0)])
    case .step(let every, let factor):
      Spelled(name: "step every \(every)", arguments: [("factor", factor, nil)])
    }
  }

  var text: String { spelled.text }
  var canonicalText: String { spelled.canonicalText }
}
