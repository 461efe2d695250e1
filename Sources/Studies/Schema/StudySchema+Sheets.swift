// Which runs, and the pictures of them.
extension StudySchema {
  static let selection = MappingShape(
    noun: "a selection",
    summary:
      "Some of the runs: those that match every key. Settings are written as in a group, and defaults count. "
      + "A list allows any of its elements, [bounds](#bounds) all numbers within. A selection that matches no run is an "
      + "error.",
    keys: [
      .init(
        name: "group", shape: names, summary: "The runs of this group, or of these", example: "BN + ReLU"),
      .init(name: "run", shape: names, summary: "The run of this name, or of these"),
    ] + selectors)

  static let sheet = MappingShape(
    noun: "a sheet",
    summary: "A grid of panels in one picture: a column a run (or value of a setting), a row a quantity or a "
      + "distribution.",
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
        name: "columns", shape: facet, fallback: "run",
        summary: "A column for each value of this; `group` where all rows lay out many runs in a panel",
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

  private static let names = Shape.either([.text(.line), .list(.text(.line), atLeast: 1)])

  static let facet = Shape.named(
    "facet",
    .choice(
      [Choice("group", "the groups"), Choice("run", "every run by itself")]
        + Setting.all.map { Choice($0.name, "the values of `\($0.name)`") }))
}
