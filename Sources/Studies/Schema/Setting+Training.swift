extension Setting {
  static let trainingSettings: [Setting] = [
    Setting(
      .training, "batch", .integer(1, 1_000_000), default: 100, of: [.supervised], not: ["batch_size"],
      "Examples a mini-batch",
      apply: { node, draft in if let batch = node.int { draft.settings.training.batch = batch } },
      text: { "\($0.training.batch)" }),
    Setting(
      .training, "steps", .integer(1, 10_000_000), default: 600, not: ["iterations", "updates"],
      "How long a run trains, in updates",
      apply: { node, draft in if let steps = node.int { draft.settings.training.length = .steps(steps) } },
      text: { if case .steps(let steps) = $0.training.length { "\(steps)" } else { nil } }),
    Setting(
      .training, "epochs", .integer(1, 100_000), default: nil, of: [.supervised],
      "In place of `steps`: passes over the training examples",
      apply: { node, draft in
        if let epochs = node.int { draft.settings.training.length = .epochs(epochs) }
      },
      text: { if case .epochs(let epochs) = $0.training.length { "\(epochs)" } else { nil } }),
    Setting(
      .training, "shuffle", .boolean, default: true, of: [.supervised],
      "Whether each epoch has its own random order; otherwise the order of the data set every time",
      apply: { node, draft in if let shuffle = node.bool { draft.settings.training.shuffle = shuffle } },
      text: { "\($0.training.shuffle)" }),
    Setting(
      .training, "loss", .named("loss", .choice(losses)), default: "softmax_cross_entropy", of: [.supervised],
      "The function that training minimises",
      apply: { node, draft in
        if let loss = node.text.flatMap(Loss.init) { draft.settings.training.loss = loss }
      },
      text: { $0.training.loss.rawValue }),
    Setting(
      .training, "gradient", .named("gradient", .choice(gradients)), default: "mean", of: [.supervised],
      "How the gradients of the examples are combined over the mini-batch. "
        + "With `sum` a learning rate acts as `batch` times itself",
      apply: { node, draft in
        if let gradient = node.text.flatMap(GradientReduction.init) {
          draft.settings.training.gradient = gradient
        }
      },
      text: { $0.training.gradient.rawValue }),
    Setting(
      .training, "optimizer", optimizer, default: "sgd",
      "The rule that turns gradients into updates, with the formulas and defaults of PyTorch",
      apply: { node, draft in
        if let optimizer = Optimizer(node: node) { draft.settings.training.optimizer = optimizer }
      },
      text: { $0.training.optimizer.text }),
    Setting(
      .training, "learning_rate", .single(above: 0), default: 0.01, not: ["lr", "rate", "step_size"],
      "The step size",
      apply: { node, draft in if let rate = node.float { draft.settings.training.learningRate = rate } },
      text: { NumberText.decimal($0.training.learningRate) }),
    Setting(
      .training, "weight_decay", .single(from: 0), default: 0,
      "λ of λ·w, added to the gradient of every parameter (`adamw`: taken off the parameter itself)",
      apply: { node, draft in if let decay = node.float { draft.settings.training.weightDecay = decay } },
      text: { NumberText.decimal($0.training.weightDecay) }),
    Setting(
      .training, "clip", clipping, default: "none", label: "gradient clipping",
      "A bound on the gradient, before the optimiser sees it",
      apply: { node, draft in draft.settings.training.clipping = GradientClipping(node: node) },
      text: { $0.training.clipping?.text ?? "none" }),
    Setting(
      .training, "schedule", schedule, default: "constant",
      "How the learning rate changes over the steps, after the warm-up",
      apply: { node, draft in
        if let schedule = Schedule(node: node) { draft.settings.training.schedule = schedule }
      },
      text: { $0.training.schedule.text }),
    Setting(
      .training, "warm_up", .integer(0, 10_000_000), default: 0, label: "warm-up",
      "Steps over which the learning rate rises linearly from 0 to its value",
      apply: { node, draft in if let steps = node.int { draft.settings.training.warmUp = steps } },
      text: { "\($0.training.warmUp)" }),
    Setting(
      .training, "episodes", .integer(1, 100_000), default: 32, of: [.policy],
      "Games played for an update (with `data: catch`)",
      apply: { node, draft in if let episodes = node.int { draft.settings.training.episodes = episodes } },
      text: { "\($0.training.episodes)" }),
    Setting(
      .training, "discount", .single(from: 0, .inclusive(1)), default: 0.99, of: [.policy],
      not: ["gamma"],
      "γ, by which a reward counts less for each step that lies before it (with `data: catch`)",
      apply: { node, draft in if let discount = node.float { draft.settings.training.discount = discount } },
      text: { NumberText.decimal($0.training.discount) }),
  ]

  private static let losses = [
    Choice("softmax_cross_entropy", "−log softmax(z)[label]"),
    Choice("mean_squared_error", "mean over the outputs of (y − t)², with t the one-hot label"),
  ]

  private static let gradients = [
    Choice("mean", "the mean over the examples"), Choice("sum", "the sum over the examples"),
  ]

  private static let optimizer = Shape.named(
    "optimizer",
    .either([
      .choice([
        Choice("sgd", "plain gradient descent"), Choice("momentum", "with momentum 0.9"),
        Choice("nesterov", "with Nesterov momentum 0.9"), Choice("adagrad"), Choice("rmsprop"),
        Choice("adam"),
        Choice("adamw", "Adam with decoupled weight decay"),
      ]),
      .variant(
        "an optimizer with arguments",
        [
          .init(name: "momentum", shape: share, summary: "the momentum", example: "0.9"),
          .init(name: "nesterov", shape: share, summary: "the momentum", example: "0.9"),
          .init(name: "adagrad", shape: arguments("adagrad", [epsilon(1e-10)]), summary: "its ε"),
          .init(
            name: "rmsprop",
            shape: arguments("rmsprop", [number("decay", 0.99, "of the mean square"), epsilon(1e-8)]),
            summary: "its decay and ε"),
          .init(name: "adam", shape: arguments("adam", adam), summary: "its β₁, β₂ and ε"),
          .init(name: "adamw", shape: arguments("adamw", adam), summary: "its β₁, β₂ and ε"),
        ]),
    ]))

  private static let share = Shape.single(from: 0, .exclusive(1))
  private static let adam = [
    number("beta1", 0.9, "of the mean gradient"), number("beta2", 0.999, "of the mean square"), epsilon(1e-8),
  ]

  private static func number(_ name: String, _ fallback: Double, _ what: String) -> MappingShape.Key {
    .init(name: name, shape: share, fallback: .number(fallback), summary: "decay \(what)")
  }

  private static func epsilon(_ fallback: Double) -> MappingShape.Key {
    .init(
      name: "epsilon", shape: .single(above: 0), fallback: .number(fallback), summary: "added to the root")
  }

  private static func arguments(_ name: String, _ keys: [MappingShape.Key]) -> Shape {
    .mapping(MappingShape(noun: name, summary: "", keys: keys))
  }

  private static let clipping = Shape.named(
    "clip",
    .either([
      .choice([Choice("none", "no bound")]),
      .variant(
        "clip",
        [
          .init(
            name: "norm", shape: .single(above: 0),
            summary: "scales all gradients together so that their joint L2 norm is at most this", example: "1"
          ),
          .init(
            name: "value", shape: .single(above: 0), summary: "cuts every component to ± this", example: "0.5"
          ),
        ]),
    ]))

  private static let schedule = Shape.named(
    "schedule",
    .either([
      .choice([
        Choice("constant", "stays as it is"),
        Choice("cosine", "falls along half a cosine to 0 at the last step"),
      ]),
      .variant(
        "schedule",
        [
          .init(
            name: "cosine",
            shape: arguments(
              "cosine",
              [
                .init(
                  name: "to", shape: .single(from: 0, .inclusive(1)), fallback: 0,
                  summary: "the share of the learning rate at the last step")
              ]), summary: "falls along half a cosine to `to` times the learning rate at the last step"),
          .init(
            name: "step",
            shape: arguments(
              "step",
              [
                .init(
                  name: "every", shape: .integer(1, 10_000_000), isRequired: true,
                  summary: "steps between changes"),
                .init(
                  name: "factor", shape: .single(above: 0, .inclusive(1)), fallback: 0.1,
                  summary: "what it is multiplied by"),
              ]), summary: "is multiplied by `factor` after every `every` steps"),
        ]),
    ]))
}
