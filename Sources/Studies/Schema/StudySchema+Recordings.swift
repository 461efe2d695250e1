// What is measured: quantities, distributions, and which layers, units, steps and examples of them.
extension StudySchema {
  static let recording = MappingShape(
    noun: "a recording",
    summary: "Something that is measured while a run trains: a quantity, or a tensor as a distribution.",
    keys: [
      .init(name: "quantity", shape: quantity, summary: "A quantity", example: "gradient_norm"),
      .init(name: "distribution", shape: tensor, summary: "A tensor, as a distribution", example: "weights"),
    ] + scopeKeys + distributionKeys,
    rules: [
      .exactlyOne(["quantity", "distribution"]), .notTogether(stepKeys.map { [$0] }),
      .goesWith("units", ["quantity"], of: ["quantity", "distribution"]),
      .requires("bins", "range"), .requires("range", "bins"),
    ]
      + distributionKeys.map {
        .goesWith($0.name, ["distribution"], of: ["quantity", "distribution"])
      })

  static let ablation = MappingShape(
    noun: "an ablation",
    summary:
      "After training, some layers get their initial parameters back and the network is evaluated. A claim asks for "
      + "the result with `ablation`.",
    keys: [
      .init(
        name: "name", shape: .text(.line), isRequired: true, summary: "What claims call it",
        example: "layer 1 reset"),
      .init(
        name: "reset", shape: .either([layerNumber, .list(layerNumber, atLeast: 1)]), isRequired: true,
        summary: "The layers that are reset, counted from 1; runs without one of them are left out",
        example: "[1, 2]"),
    ])

  /// Which layers, units and steps of a quantity.
  static let scopeKeys: [MappingShape.Key] = [
    .init(
      name: "layer", shape: layer,
      summary: "Which layers, counted from 1, of anything but a quantity of the whole run; all if left out",
      example: "1"
    ),
    .init(
      name: "units", shape: units,
      summary:
        "Which units of a quantity of units: all, the first n, or a list counted from 1; all if left out",
      example: "10"),
    .init(
      name: "every", shape: .integer(1, maxSteps),
      summary:
        "Every n-th step only, and the last. Left out, a quantity is recorded at every step, a distribution at the "
        + "first and the last",
      example: "10"),
  ]

  /// Which steps, examples and bins of a distribution.
  static let distributionKeys: [MappingShape.Key] = [
    .init(
      name: "at", shape: .either([step, .list(step, atLeast: 1)]),
      summary: "The steps of a distribution, counted from 0; the first and the last are always recorded",
      example: "[0, 100]"),
    .init(
      name: "log", shape: .integer(2, 10_000),
      summary:
        "So many steps of a distribution from the first to the last, evenly spaced on a logarithmic scale",
      example: "30"),
    examplesKey,
    .init(
      name: "bins", shape: binCount,
      summary: "So many bins of equal width over `range`, in which values are counted exactly", example: "30"),
    .init(
      name: "range", shape: .pair(.double), summary: "Where the bins begin and end", example: "[0, 1]"),
  ]

  static let examplesKey = MappingShape.Key(
    name: "examples", shape: examples, fallback: "batch",
    summary: "Which examples activations and pre-activations are taken on")

  /// Three ways to say at which steps.
  static let stepKeys = ["every", "at", "log"]
  /// Keys that name steps in claims about distributions.
  static let claimStepKeys = ["at", "since"]
  static let maxSteps = 10_000_000
  static let step = Shape.integer(0, maxSteps)
  static let binCount = Shape.integer(1, 10_000)
  private static let layerNumber = Shape.integer(1, Setting.maxDepth + 1)

  static let layer = Shape.named(
    "layer",
    .either([
      layerNumber,
      .choice([
        Choice("all", "every layer"), Choice("hidden", "the hidden layers"),
        Choice("last", "the last layer: the output layer, if there is one"),
      ]),
      .list(layerNumber, atLeast: 1),
    ]))

  private static let units = Shape.named(
    "units",
    .either([
      .integer(1, Setting.maxWidth), .choice([Choice("all", "every unit")]),
      .list(.integer(1, Setting.maxWidth), atLeast: 1),
    ]))

  private static let examples = Shape.named(
    "examples",
    .choice([
      Choice("batch", "those of the mini-batch of the step"),
      Choice("probe", "the first 1,000 training examples, the same at every step"),
    ]))

  static let quantity = Shape.named(
    "quantity", .choice(Quantity.allCases.map { Choice($0.rawValue, $0.summary + of($0.kinds)) }))
  static let tensor = Shape.named(
    "tensor", .choice(Tensor.allCases.map { Choice($0.rawValue, $0.summary + of($0.kinds)) }))

  /// The kinds of study that have something, where not all do.
  static func of(_ kinds: Set<StudyKind>) -> String {
    let names = StudyKind.allCases.filter(kinds.contains).map(\.rawValue)
    return names.count == StudyKind.allCases.count ? "" : " (\(names.joined(separator: " and ")) studies)"
  }
}
