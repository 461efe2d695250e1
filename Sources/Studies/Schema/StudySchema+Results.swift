// What a study draws and claims: rows, sheets, selections, claims.
extension StudySchema {
  static let selection = MappingShape(
    noun: "a selection",
    summary:
      "Some of the runs: those that match every key. Settings are written as in a group, and defaults count. "
      + "A list allows any of its elements. A selection that matches no run is an error.",
    keys: [
      .init(
        name: "group", shape: names, summary: "The runs of this group, or of these", example: "BN + ReLU"),
      .init(name: "run", shape: names, summary: "The run of this name, or of these"),
    ] + axes)

  static let recording = MappingShape(
    noun: "a recording",
    summary: "Something that is measured while a run trains.",
    keys: [
      .init(
        name: "quantity", shape: quantity, isRequired: true, summary: "What is recorded",
        example: "gradient_norm")
    ] + scopeKeys)

  static let row = MappingShape(
    noun: "a row",
    summary: "A row of panels: one quantity, drawn over the steps in every column.",
    keys: [
      .init(
        name: "line", shape: quantity, isRequired: true, summary: "The quantity", example: "train_accuracy")
    ] + scopeKeys + [
      .init(
        name: "title", shape: .text(.line), summary: "Written on the axis in place of the quantity's name"),
      .init(
        name: "range", shape: .pair(.double), summary: "The vertical range; that of the data if left out",
        example: "[0, 1]"),
      .init(
        name: "scale", shape: scale, fallback: "linear", summary: "How values are laid out along the axis"),
      .init(
        name: "if_diverging", shape: scale,
        summary:
          "Another scale for the panels whose values become NaN or infinite; `range` does not hold there",
        example: "log_abs"),
      .init(
        name: "share", shape: .boolean, fallback: false,
        summary: "Whether the panels of the row have one vertical range, so that columns compare"),
      .init(
        name: "clip", shape: .pair(.number(percentile)),
        summary:
          "Percentiles of the data between which the range is taken; the panel says how much lies outside",
        example: "[1, 99]"),
    ])

  static let sheet = MappingShape(
    noun: "a sheet",
    summary: "A grid of panels in one picture: a column a run (or value of a setting), a row a quantity.",
    keys: [
      .init(
        name: "name", shape: .text(.slug),
        summary: "The file's name; `sheet`, or `sheet-1`, `sheet-2` … where there are several",
        example: "curves"),
      .init(name: "title", shape: .text(.line), summary: "Above the picture; the study's title if left out"),
      .init(
        name: "of", shape: .named("selection", .mapping(selection)),
        summary: "The runs that are drawn; all if left out"),
      .init(
        name: "each", shape: facet, summary: "A picture for each value of this; one picture if left out",
        example: "group"),
      .init(
        name: "columns", shape: facet, fallback: "run", summary: "A column for each value of this",
        example: "learning_rate"),
      .init(
        name: "color", shape: facet,
        summary: "Overlays the runs of a panel, in a colour for each value of this",
        example: "init"),
      .init(
        name: "rows", shape: .list(.named("row", .mapping(row)), atLeast: 1), isRequired: true,
        summary: "Top to bottom"),
      .init(name: "reading", shape: .text(.markdown), summary: "How to read the sheet, Markdown"),
    ])

  static let claim = MappingShape(
    noun: "a claim",
    summary: "A statement that holds for every selected run, or the report says that it does not.",
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
          "The number that is compared: one that every run leaves behind, or a recorded quantity made one by `as`",
        example: "dead_units"),
    ] + scopeKeys + [
      .init(
        name: "as", shape: reduction, summary: "How the values of a quantity become one; `last` if left out"),
      .init(
        name: "minus", shape: .named("selection", .mapping(selection)),
        summary: "A single run whose value of the same seed is subtracted"),
      .init(
        name: "over", shape: .named("selection", .mapping(selection)),
        summary: "A single run by whose value of the same seed is divided"),
      .init(name: "at_least", shape: .double, summary: "value ≥ this", example: "60"),
      .init(name: "at_most", shape: .double, summary: "value ≤ this"),
      .init(name: "above", shape: .double, summary: "value > this"),
      .init(name: "below", shape: .double, summary: "value < this"),
      .init(name: "between", shape: .pair(.double), summary: "low ≤ value ≤ high", example: "[14, 42]"),
      .init(
        name: "is", shape: .choice([Choice("none", "there is no such step")]),
        summary: "With `first_nonfinite_step`: a run that never becomes non-finite"),
      .init(
        name: "in_seeds", shape: seedQuantifier, fallback: "all",
        summary: "In how many of the seeds it must hold; a number is \"at least so many\""),
    ],
    rules: [.exactlyOne(comparisons), .notTogether([["minus"], ["over"]])])

  static let comparisons = ["at_least", "at_most", "above", "below", "between", "is"]

  /// Which layers, units and steps of a quantity.
  private static let scopeKeys: [MappingShape.Key] = [
    .init(
      name: "layer", shape: layer,
      summary: "Which layers, counted from 1, of a quantity of layers or units; all if left out", example: "1"
    ),
    .init(
      name: "units", shape: units,
      summary:
        "Which units of a quantity of units: all, the first n, or a list counted from 1; all if left out",
      example: "10"),
    .init(
      name: "every", shape: .integer(1, 10_000_000),
      summary: "Every n-th step only, and the last; 1 if left out", example: "10"),
  ]

  private static let names = Shape.either([.text(.line), .list(.text(.line), atLeast: 1)])

  static let facet = Shape.named(
    "facet",
    .choice(
      [Choice("group", "the groups"), Choice("run", "every run by itself")]
        + Setting.all.map { Choice($0.name, "the values of `\($0.name)`") }))

  private static let layer = Shape.named(
    "layer",
    .either([
      .integer(1, Setting.maxDepth + 1),
      .choice([
        Choice("all", "every layer"), Choice("hidden", "the hidden layers"),
        Choice("last", "the output layer"),
      ]),
      .list(.integer(1, Setting.maxDepth + 1), atLeast: 1),
    ]))

  private static let units = Shape.named(
    "units",
    .either([
      .integer(1, Setting.maxWidth), .choice([Choice("all", "every unit")]),
      .list(.integer(1, Setting.maxWidth), atLeast: 1),
    ]))

  private static let quantities = Quantity.allCases.map { Choice($0.rawValue, $0.summary) }
  private static let metrics = Metric.allCases.map { Choice($0.rawValue, $0.summary) }

  private static let quantity = Shape.named("quantity", .choice(quantities))
  private static let measure = Shape.named("measure", .either([.choice(metrics), quantity]))

  private static let reduction = Shape.named(
    "reduction", .choice(Reduction.allCases.map { Choice($0.rawValue, $0.summary) }))

  private static let scale = Shape.named(
    "scale",
    .choice([
      Choice("linear", ""), Choice("log", "logarithmic; only values above 0 can be drawn"),
      Choice("symlog", "logarithmic in both directions, linear around 0"),
      Choice("log_abs", "|value| on a logarithmic axis"),
    ]))

  private static let percentile = NumberRule(kind: .double, low: .inclusive(0), high: .inclusive(100))

  private static let seedQuantifier = Shape.named(
    "in_seeds",
    .either([
      .integer(1, 20_000),
      .choice([
        Choice("all", "every seed"), Choice("most", "more than half"), Choice("half", "at least half"),
      ]),
    ]))
}
