extension Setting {
  static let dataSettings: [Setting] = [
    Setting(
      .data, "scale", .named("input_scale", .choice(scalings)), default: "unit", label: "input scale",
      of: [.supervised],
      "How a pixel p of 0…255 becomes an input",
      apply: { node, draft in
        if let scaling = node.text.flatMap(Scaling.init) { draft.settings.data.scaling = scaling }
      },
      text: { $0.data.scaling.rawValue })
  ]

  static let networkSettings: [Setting] = [
    Setting(
      .network, "hidden", .list(.integer(1, maxWidth), count: 0...maxDepth), default: [64],
      label: "hidden layers", not: ["layers", "hidden_layers", "widths"],
      "The widths of the hidden layers, first to last. The widths of input and output come from the data. "
        + "`[]` is a linear model",
      apply: { node, draft in draft.hidden = node.elements?.compactMap(\.int) },
      text: { "[" + $0.network.hidden.map(String.init).joined(separator: ", ") + "]" }),
    Setting(
      .network, "depth", .integer(0, maxDepth), default: 1,
      "In place of `hidden`: the number of hidden layers, all as wide as `width` says",
      apply: { node, draft in
        draft.hidden = nil
        if let depth = node.int { draft.depth = depth }
      },
      text: { "\($0.network.hidden.count)" }),
    Setting(
      .network, "width", .integer(1, maxWidth), default: 64,
      "In place of `hidden`: the width of every hidden layer",
      apply: { node, draft in
        draft.hidden = nil
        if let width = node.int { draft.width = width }
      },
      text: { settings in
        guard let width = settings.network.hidden.first else { return nil }
        return settings.network.hidden.allSatisfy { $0 == width } ? "\(width)" : nil
      }),
    Setting(
      .network, "activation", .either([activation, .list(activation, count: 0...maxDepth)]), default: "relu",
      not: ["activations", "nonlinearity"],
      "The function of the hidden layers: one for all, or a list with one each",
      apply: { node, draft in
        draft.isActivationPerLayer = node.elements != nil
        draft.activations = node.oneOrMore.compactMap(Activation.init(node:))
      },
      text: { settings in
        let names = settings.network.activations.map(\.text)
        return Set(names).count > 1 ? "[" + names.joined(separator: ", ") + "]" : names.first
      }),
    Setting(
      .network, "output_activation", activation, default: "identity", of: .trained,
      "The function of the output layer, before the loss",
      apply: { node, draft in
        if let activation = Activation(node: node) { draft.settings.network.outputActivation = activation }
      },
      text: { $0.network.outputActivation.text }),
    Setting(
      .network, "batch_norm", batchNorm, default: "none", label: "batch norm",
      "Batch normalisation between a layer's weights and its activation; `true` is `hidden`, `false` is `none`",
      apply: { node, draft in draft.settings.network.batchNorm = BatchNorm(node: node) },
      text: { $0.network.batchNorm?.text ?? "none" }),
    Setting(
      .network, "skip", .boolean, default: false, label: "skip connections",
      not: ["residual", "skip_connections"],
      "Skip connections: each hidden layer as wide as what it gets adds that to its activations",
      apply: { node, draft in if let skip = node.bool { draft.settings.network.skip = skip } },
      text: { "\($0.network.skip)" }),
    Setting(
      .network, "bias", .boolean, default: true, "Whether layers have biases",
      apply: { node, draft in if let bias = node.bool { draft.settings.network.bias = bias } },
      text: { "\($0.network.bias)" }),
    Setting(
      .network, "init", .named("init", .either([.single(above: 0), .choice(weightInits)])), default: "he",
      "The distribution of the initial weights of a layer with n inputs and m units; "
        + "a number is the standard deviation of a normal distribution",
      apply: { node, draft in
        if let weightInit = WeightInit(node: node) { draft.settings.network.weightInit = weightInit }
      },
      text: { $0.network.weightInit.text }),
    Setting(
      .network, "bias_init", .named("bias_init", .either([.single, .choice(biasInits)])), default: "zeros",
      label: "bias init",
      "The initial biases; a number is the value of all of them",
      apply: { node, draft in
        if let biasInit = BiasInit(node: node) { draft.settings.network.biasInit = biasInit }
      },
      text: { $0.network.biasInit.text }),
  ]

  static let maxWidth = 100_000
  static let maxDepth = 1_000

  static let scalings = [
    Choice("unit", "p / 255, in [0, 1]"),
    Choice("symmetric", "(p / 255 − 0.5) / 0.5, in [−1, 1]"),
    Choice("standard", "(p / 255 − mean) / sd, with the mean and sd of all training pixels"),
    Choice("raw", "p as it is"),
  ]

  static let activation = Shape.named(
    "activation",
    .either([
      .choice([
        Choice("identity", "z"), Choice("sigmoid", "1 / (1 + exp −z)"), Choice("tanh", "tanh z"),
        Choice("relu", "max(0, z)"),
        Choice("leaky_relu", "z for z > 0, 0.01 · z otherwise"),
        Choice("elu", "z for z > 0, exp z − 1 otherwise"), Choice("swish", "z · sigmoid(z)"),
        Choice("gelu", "z · Φ(z), Φ the normal distribution function"), Choice("softplus", "log(1 + exp z)"),
      ]),
      .variant(
        "an activation with an argument",
        [
          .init(name: "leaky_relu", shape: .single(from: 0), summary: "the slope for z < 0", example: "0.01"),
          .init(name: "elu", shape: .single(above: 0), summary: "α of α (exp z − 1) for z < 0", example: "1"),
        ]),
    ]))

  private static let batchNorm = Shape.named(
    "batch_norm",
    .either([
      .choice([
        Choice("none", "no layer is normalised"), Choice("hidden", "the hidden layers are"),
        Choice("all", "the output layer is as well"),
      ]),
      .boolean,
      .mapping(
        MappingShape(
          noun: "batch_norm", summary: "",
          keys: [
            .init(
              name: "layers",
              shape: .choice([Choice("hidden", "the hidden layers"), Choice("all", "and the output layer")]),
              fallback: "hidden", summary: "the layers normalised"),
            .init(
              name: "learnable", shape: .boolean, fallback: false,
              summary: "whether a learnable scale and shift follow the normalisation"),
            .init(
              name: "momentum", shape: .single(above: 0, .inclusive(1)), fallback: 0.1,
              summary: "share of the new batch in the running mean and variance used for evaluation"),
            .init(
              name: "epsilon", shape: .single(above: 0), fallback: 1e-5, summary: "added to the variance"),
          ])),
    ]))

  private static let weightInits = [
    Choice("xavier", "normal, sd √(2 / (n + m))"), Choice("xavier_uniform", "uniform within ±√(6 / (n + m))"),
    Choice("he", "normal, sd √(2 / n)"), Choice("he_uniform", "uniform within ±√(6 / n)"),
    Choice("lecun", "normal, sd √(1 / n)"), Choice("lecun_uniform", "uniform within ±√(3 / n)"),
    Choice("pytorch", "nn.Linear's: uniform within ±√(1 / n)"), Choice("zeros", "all 0"),
  ]

  private static let biasInits = [
    Choice("zeros", "all 0"), Choice("pytorch", "nn.Linear's: uniform within ±√(1 / n)"),
  ]
}
