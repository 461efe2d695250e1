/// The study format, declared once: the validator, the JSON Schema for editors and the reference for people are made
/// from it.
package enum StudySchema {
  static let version = 1

  /// The largest whole number that every JSON and YAML tool reads exactly.
  static let maxSeed = 9_007_199_254_740_991

  static let study = MappingShape(
    noun: "a study",
    summary: "The whole file.",
    keys: [
      .init(
        name: "kiseki", shape: .integer(version, version), isRequired: true,
        summary: "The version of the format", example: "1"),
      .init(
        name: "title", shape: .text(.line),
        summary: "What the study is about, in a line. Required, here or in the file that `extends` names",
        example: "Learning failure, and what batch normalisation changes"),
      .init(name: "question", shape: .text(.markdown), summary: "What the study is to answer, Markdown"),
      .init(
        name: "notes", shape: .text(.markdown), summary: "What a reader should know besides, Markdown"),
      .init(
        name: "extends", shape: .text(.path),
        summary:
          "Another study to start from, relative to this file. The keys of `data`, `network` and `training` "
          + "are merged one by one; everything else that stands here takes the place of what stands there",
        example: "../learning-failure.yaml"),
      .init(
        name: "seed", shape: .integer(0, maxSeed), fallback: 1,
        summary: "The seed of the runs; with a count in `seeds`, the first one", example: "20170523"),
      .init(
        name: "seeds", shape: seeds,
        summary:
          "Several seeds: every run is trained once with each. A count, a list, or a first one and a count",
        example: "24"),
      .init(name: "data", shape: data, fallback: "digits", summary: "The examples"),
      .init(
        name: "network", shape: .named("network", .mapping(section(.network))),
        summary: "The network of every run, but for what a group says otherwise"),
      .init(
        name: "training", shape: .named("training", .mapping(section(.training))),
        summary: "The training of every run, but for what a group says otherwise"),
      .init(
        name: "groups", shape: .list(.named("group", .mapping(group)), atLeast: 1),
        summary: "What varies. Without groups there is a single run a seed"),
      .init(
        name: "record", shape: .list(.named("recording", .mapping(recording))), fallback: [],
        summary: "What to record beside what sheets and claims need"),
      .init(
        name: "ablations", shape: .list(.named("ablation", .mapping(ablation))), fallback: [],
        summary: "Evaluations of the trained network with some layers as they were before training"),
      .init(
        name: "sheets", shape: .list(.named("sheet", .mapping(sheet))),
        summary:
          "The charts. Without `sheets` there is one a group: train accuracy, train loss and gradient norms; the "
          + "activations of a forward study; rewards and gradient norms of a policy study"),
      .init(
        name: "claims", shape: .list(.named("claim", .mapping(claim))), fallback: [],
        summary: "What the study found, as statements that every report checks"),
    ],
    rules: [.inherited("title")])

  /// The settings of a section.
  static func section(_ section: Setting.Section) -> MappingShape {
    let settings = Setting.all.filter { $0.section == section }
    let names = settings.map(\.name)
    return MappingShape(
      noun: "'\(section.rawValue)'",
      summary: section == .network
        ? "A fully connected network. Layers are counted from 1; the output layer, which a forward study does without, is the "
          + "last."
        : "Mini-batches, loss, optimiser and learning rate. A forward study has no training.",
      keys: settings.map(\.key),
      rules: Setting.rivals.filter { $0.allSatisfy { $0.allSatisfy(names.contains) } }.map {
        .notTogether($0)
      })
  }

  static let group = MappingShape(
    noun: "a group",
    summary: "A named set of runs. Beside `name`, `names` and `notes` it takes every setting by its name; "
      + "**a list is an axis**, and so is a [range](#range) of numbers: one run per element, and several axes make a "
      + "grid, the last one varying fastest. "
      + "A value that is a list itself (`hidden`, or one activation per layer) needs double brackets, "
      + "`hidden: [[64], [128, 64]]`.",
    keys: [
      .init(
        name: "name", shape: .text(.line), summary: "Needed where there are several groups", example: "ReLU"),
      .init(
        name: "notes", shape: .list(.text(.optionalLine), atLeast: 1),
        summary: "A word on each run, in the order of the grid", example: "[all dead, about half dying, fine]"
      ),
      .init(
        name: "names", shape: .list(.text(.line), atLeast: 1),
        summary: "A name for each run, in place of the group's name and the values of its axes"),
    ] + axes,
    rules: Setting.rivals.map { .notTogether($0) })

  /// Every setting, as groups write it.
  static let axes: [MappingShape.Key] = Setting.all.map { setting in
    .init(
      name: setting.name, shape: setting.axisShape,
      summary: "A value, or several: a list\(setting.numbers == nil ? "" : " or a range"). "
        + setting.key.summary, misnomers: setting.key.misnomers)
  }

  /// Every setting, as selections write it.
  static let selectors: [MappingShape.Key] = Setting.all.map { setting in
    .init(
      name: setting.name, shape: setting.selectionShape,
      summary: "A value, or several: a list\(setting.numbers == nil ? "" : " or bounds"). "
        + setting.key.summary, misnomers: setting.key.misnomers)
  }

  private static let seeds = Shape.either([
    .integer(1, 20_000), .list(.integer(0, maxSeed), atLeast: 1),
    .named(
      "seeds",
      .mapping(
        MappingShape(
          noun: "'seeds'", summary: "Consecutive seeds.",
          keys: [
            .init(
              name: "first", shape: .integer(0, maxSeed), isRequired: true, summary: "The first seed",
              example: "20170523"),
            .init(
              name: "count", shape: .integer(1, 20_000), isRequired: true, summary: "How many", example: "24"),
          ]))),
  ])
}
