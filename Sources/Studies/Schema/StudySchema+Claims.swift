// Statements that reports check.
extension StudySchema {
  static let claim = MappingShape(
    noun: "a claim",
    summary:
      "A statement that holds for every selected run (or as many as `in_runs` asks for) and every layer that it "
      + "names, or the report says that it does not.",
    keys: [
      .init(
        name: "say", shape: .text(.markdown), isRequired: true, summary: "The statement in words, Markdown",
        example: "At 0.05 the ReLU layer dies."),
      .init(
        name: "of", shape: .named("selection", .mapping(selection)),
        summary: "The runs that it is about; all if left out"),
      .init(
        name: "that", shape: measure, isRequired: true,
        summary:
          "The number that is compared: one that every run leaves behind, or a recorded quantity or a tensor made one "
          + "by `as`",
        example: "dead_units"),
    ] + scopeKeys + [
      .init(
        name: "as", shape: .either([reduction, statistic]),
        summary:
          "How the values of a quantity become one, `last` if left out; or what is measured of a distribution"
      ),
      .init(
        name: "at", shape: stepChoice,
        summary: "The step of a distribution, counted from 0; `last` if left out"),
      .init(
        name: "since", shape: earlierStep, fallback: "first",
        summary: "With `total_variation` and `wasserstein`: the earlier step compared with, counted from 0",
        example: "100"),
      examplesKey,
      .init(
        name: "bins", shape: binCount,
        summary: "With `below_share` and `above_share`: the bins that are meant"),
      .init(name: "range", shape: .pair(.double), summary: "Where the bins begin and end"),
      .init(
        name: "ablation", shape: .text(.line), summary: "Evaluates the network of this ablation",
        example: "layer 1 reset"),
      .init(
        name: "minus", shape: .named("operand", .mapping(operand)),
        summary: "A single run, or layers, whose value of the same seed is subtracted"),
      .init(
        name: "over", shape: .named("operand", .mapping(operand)),
        summary: "A single run, or layers, by whose value of the same seed is divided"),
      .init(name: "at_least", shape: .double, summary: "value ≥ this", example: "60"),
      .init(name: "at_most", shape: .double, summary: "value ≤ this"),
      .init(name: "above", shape: .double, summary: "value > this"),
      .init(name: "below", shape: .double, summary: "value < this"),
      .init(name: "between", shape: .pair(.double), summary: "low ≤ value ≤ high", example: "[14, 42]"),
      .init(
        name: "is", shape: word,
        summary: "With `first_nonfinite_step`, `none`; with `as: shape`, the word for the shape",
        example: "bell"),
      .init(
        name: "in_seeds", shape: quantifier, fallback: "all",
        summary: "In how many of the seeds it must hold; a number is \"at least so many\""),
      .init(
        name: "in_runs", shape: quantifier, fallback: "all",
        summary: "For how many of the selected runs it must hold; a number is \"at least so many\""),
    ],
    rules: [
      .exactlyOne(comparisons), .notTogether([["minus"], ["over"]]), .requires("bins", "range"),
      .requires("range", "bins"),
    ])

  static let comparisons = ["at_least", "at_most", "above", "below", "between", "is"]

  static let operand = MappingShape(
    noun: "an operand",
    summary:
      "What a value is set against: a selection of one run, other layers, or both. Without a selection it is the "
      + "run itself.",
    keys: [
      .init(
        name: "layer", shape: layer,
        summary: "Other layers; the mean over them, if there are several. The same layer if left out",
        example: "last", misnomers: ["layers"])
    ] + selection.keys)

  private static let metrics = Metric.allCases.map { Choice($0.rawValue, $0.summary + of($0.kinds)) }
  private static let measure = Shape.named("measure", .either([.choice(metrics), quantity, tensor]))

  private static let reduction = Shape.named(
    "reduction", .choice(Reduction.allCases.map { Choice($0.rawValue, $0.summary) }))

  private static let statistic = Shape.named(
    "statistic",
    .either([
      .choice(DistributionStatistic.plain.map { Choice($0.name, $0.summary) }),
      .variant(
        "'as'",
        [
          .init(
            name: "share_below", shape: .number(NumberRule(kind: .double, low: .exclusive(0))),
            summary: DistributionStatistic.shareBelow(0).summary, example: "1e-4")
        ]),
    ]))

  private static let stepChoice = Shape.named(
    "step",
    .either([step, .choice([Choice("first", "the first step"), Choice("last", "the last step")])]))

  private static let earlierStep = Shape.named(
    "earlier_step", .either([step, .choice([Choice("first", "the first step")])]))

  private static let word = Shape.named(
    "word",
    .choice(
      [Choice("none", "there is no such step")]
        + ShapeWord.allCases.map { Choice($0.rawValue, $0.summary) }))

  private static let quantifier = Shape.named(
    "quantifier",
    .either([
      .integer(1, 20_000),
      .choice([
        Choice("all", "every one"), Choice("most", "more than half"), Choice("half", "at least half"),
      ]),
    ]))
}
