// What a row of panels shows.
extension StudySchema {
  static let row = MappingShape(
    noun: "a row",
    summary:
      "A row of panels, one in every column: a quantity over the steps, or the values of a layer's tensor. A "
      + "distribution of several layers makes a row for each.",
    keys: marks + scopeKeys
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
            + "heat map; that of the data if left out",
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
      ] + histogramKeys,
    rules: [
      .exactlyOne(marks.map(\.name)), .notTogether(stepKeys.map { [$0] }),
      .notTogether([["bins"], ["draw_bins"]]),
      .requires("bins", "range"), goesWith("units", ["line"]), goesWith("if_diverging", ["line"]),
      goesWith("scale", ["line", "heat_map", "percentiles"]),
    ] + ["at", "log", "examples"].map { goesWith($0, distributionMarks) }
      + histogramKeys.map { goesWith($0.name, ["histogram", "ridgeline"]) })

  /// Those that draw distributions.
  static let distributionMarks = ["histogram", "ridgeline", "percentiles"]

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
  ]

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
