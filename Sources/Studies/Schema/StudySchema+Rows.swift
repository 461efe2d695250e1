// What a row of panels shows.
extension StudySchema {
  static let row = MappingShape(
    noun: "a row",
    summary:
      "A row of panels, one in every column: a quantity over the steps, the values of a layer's tensor, or what becomes of "
      + "the runs of a grid. A distribution of several layers makes a row for each, and so does what becomes of them.",
    keys: marks + gridKeys + scopeKeys
      + distributionKeys.filter { !["bins", "range"].contains($0.name) }
      + [
        .init(
          name: "title", shape: .text(.line),
          summary: "Written on the axis in place of the name of what is drawn"
        ),
        .init(
          name: "range", shape: .pair(.double),
          summary:
            "The range of the values: vertical, horizontal for histograms and ridgelines, of the colours of a "
            + "heat map or phase diagram; that of the data if left out",
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
          summary: "Whether the panels of the row have one range of values, so that columns compare"),
        .init(
          name: "clip", shape: .pair(.number(percentile)),
          summary:
            "Percentiles of the data between which the range is taken; the panel says how much lies outside",
          example: "[1, 99]"),
        .init(
          name: "seeds",
          shape: .choice([
            Choice("band", "the 10 % to 90 % quantiles as a band"),
            Choice("lines", "every seed as a thin line"),
          ]), fallback: "band",
          summary:
            "What is drawn of several seeds beside their median: the `band` of their 10 % to 90 % quantiles, or all of "
            + "them as thin `lines`"),
      ] + histogramKeys,
    rules: [
      .exactlyOne(marks.map(\.name)), .notTogether(stepKeys.map { [$0] }),
      .notTogether([["bins"], ["draw_bins"]]),
      .requires("bins", "range"), goesWith("units", ["line"]), goesWith("if_diverging", ["line"]),
      goesWith("scale", ["line", "heat_map", "percentiles"] + gridMarks),
      goesWith("seeds", ["line"]), goesWith("contours", ["phase_diagram"]),
      goesWith("x", gridMarks), goesWith("y", ["phase_diagram", "multiples"]),
      goesWith("every", ["line", "heat_map", "multiples"] + distributionMarks),
      .requires("phase_diagram", "x"), .requires("phase_diagram", "y"), .requires("response", "x"),
      .requires("multiples", "x"), .requires("multiples", "y"),
    ] + ["at", "log", "examples"].map { goesWith($0, distributionMarks) }
      + histogramKeys.map { goesWith($0.name, ["histogram", "ridgeline"]) })

  /// Those that draw distributions.
  static let distributionMarks = ["histogram", "ridgeline", "percentiles"]
  /// Those that lay out many runs in a panel.
  static let gridMarks = ["phase_diagram", "response", "multiples"]

  private static let marks: [MappingShape.Key] = [
    .init(
      name: "line", shape: quantity,
      summary: "A quantity over the steps; in a forward study, a quantity of layers over the layers",
      example: "train_accuracy"),
    .init(
      name: "heat_map", shape: quantity,
      summary: "A quantity of layers over the steps, as colours: a band a layer",
      example: "gradient_norm"),
    .init(
      name: "histogram", shape: tensor, summary: "How often which values occur; several steps are overlaid",
      example: "weights"),
    .init(
      name: "ridgeline", shape: tensor, summary: "Histograms behind each other, one a step",
      example: "weights"),
    .init(
      name: "percentiles", shape: tensor, summary: "Bands of percentiles over the steps",
      example: "activations"),
    .init(
      name: "phase_diagram", shape: outcome,
      summary:
        "What becomes of runs, as colours over two settings: a cell a grid point, the median of its seeds. Cells in which "
        + "at least half of the seeds became NaN or infinite are hatched",
      example: "final_train_accuracy"),
    .init(
      name: "response", shape: outcome,
      summary:
        "What becomes of runs over one setting: of a share the 95 % interval (Wilson), of all else the median and the "
        + "10 % to 90 % quantiles of the seeds",
      example: "diverged_share"),
    .init(
      name: "multiples", shape: quantity,
      summary:
        "A quantity over the steps in many small charts of one range, one for each cell of a grid of two settings",
      example: "train_loss"),
  ]

  private static let gridKeys: [MappingShape.Key] = [
    .init(
      name: "x", shape: settingName, summary: "The setting to the right, numbers ascending",
      example: "learning_rate"),
    .init(name: "y", shape: settingName, summary: "The setting upwards", example: "init"),
    .init(
      name: "contours", shape: .list(.double, count: 1...4),
      summary: "Draws lines along which a phase diagram has these values, interpolated between cells",
      example: "[0.5, 0.9]"),
  ]

  private static let outcome = Shape.named(
    "outcome", .choice(Outcome.all.map { Choice($0.name, $0.summary + of($0.kinds)) }))
  private static let settingName = Shape.named(
    "setting", .choice(Setting.all.map { Choice($0.name, "the values of `\($0.name)`") }))

  private static let histogramKeys: [MappingShape.Key] = [
    .init(
      name: "values", shape: .choice(logChoices("linear", "log_abs")), fallback: "linear",
      summary: "The horizontal axis of a histogram: x, or |x| on a logarithmic axis"),
    .init(
      name: "counts", shape: .choice(logChoices("linear", "log")), fallback: "linear",
      summary: "The vertical axis of a histogram"),
    .init(
      name: "density", shape: .boolean, fallback: false,
      summary: "Whether a histogram's area, in place of its heights, stands for the counts; the whole is 1"),
    .init(
      name: "draw_bins", shape: .integer(2, 1_000), fallback: 30, summary: "So many bins are drawn",
      example: "40"),
    .init(
      name: "bins", shape: binCount,
      summary:
        "In place of `draw_bins`: so many bins of equal width over `range`, counted exactly and drawn as "
        + "they are",
      example: "30"),
  ]

  private static func logChoices(_ names: String...) -> [Choice] { names.map { Choice($0) } }

  private static func goesWith(_ key: String, _ allowed: [String]) -> MappingShape.Rule {
    .goesWith(key, allowed, of: marks.map(\.name))
  }

  private static let scale = Shape.named(
    "scale",
    .choice([
      Choice("linear", ""), Choice("log", "logarithmic; only values above 0 can be drawn"),
      Choice("symlog", "logarithmic in both directions, linear around 0"),
      Choice("log_abs", "|value| on a logarithmic axis"),
    ]))

  private static let percentile = NumberRule(kind: .double, low: .inclusive(0), high: .inclusive(100))
}
