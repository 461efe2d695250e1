// Where the examples come from.
extension StudySchema {
  /// Ways to name a source, of which a study uses one.
  static let sourceKeys = [
    ["source"], ["images", "labels", "test_images", "test_labels"], ["gaussian"], ["catch"],
  ]
  /// Sources that are made, not read.
  static let generatedSources = ["gaussian", "catch"]
  /// What only images have.
  static let imageKeys = ["train", "test"] + Setting.dataSettings.map(\.name)

  static let data = Shape.named("data", .either([.choice(sources + [game]), .mapping(dataMapping)]))

  static let sources = [
    Choice("digits", "the embedded drawn digits: 60,000 + 10,000 images of 28×28, always there"),
    Choice("mnist", "real MNIST, looked for in the data directories"),
  ]

  private static let game = Choice("catch", "the game of Catch on a grid of 6×10: a policy study")

  static let dataMapping = MappingShape(
    noun: "'data'",
    summary:
      "The examples: a source by name, the files of a data set in IDX format, plain or gzip, normal numbers or "
      + "a game. `data: mnist` is short for `data: {source: mnist}`, `data: catch` for `data: {catch: {}}`. "
      + "Without test files a run has no test accuracy.",
    keys: [
      .init(
        name: "source", shape: .named("source", .choice(sources)), fallback: "digits",
        summary: "A data set by name"),
      .init(
        name: "images", shape: .text(.path), summary: "Training images, relative to this file",
        example: "letters/train-images.gz"),
      .init(name: "labels", shape: .text(.path), summary: "Their labels"),
      .init(name: "test_images", shape: .text(.path), summary: "Test images"),
      .init(name: "test_labels", shape: .text(.path), summary: "Their labels"),
      .init(
        name: "train", shape: .integer(1, 100_000_000),
        summary: "Only the first so many training examples; all if left out"),
      .init(
        name: "test", shape: .integer(1, 100_000_000),
        summary: "Only the first so many test examples; all if left out"),
    ] + Setting.dataSettings.map(\.key) + [
      .init(
        name: "gaussian", shape: .named("gaussian", .mapping(gaussian)),
        summary: "Normal numbers without labels, which make a forward study",
        example: "{inputs: 100, examples: 1000}"),
      .init(
        name: "catch", shape: .named("catch", .mapping(catchGame)),
        summary: "The game of Catch, which makes a policy study", example: "{width: 6, height: 10}"),
    ],
    rules: [
      .notTogether(sourceKeys), .notTogether([generatedSources, imageKeys]),
      .requires("images", "labels"), .requires("labels", "images"),
      .requires("test_images", "images"), .requires("test_images", "test_labels"),
      .requires("test_labels", "test_images"),
    ])

  private static let gaussian = MappingShape(
    noun: "gaussian",
    summary:
      "Independent normal numbers with mean 0 and standard deviation 1. The network is a stack of hidden layers "
      + "without an output layer, and it is looked at once, before any training.",
    keys: [
      .init(
        name: "inputs", shape: .integer(1, Setting.maxWidth), isRequired: true,
        summary: "Numbers an example: the inputs of the network", example: "100"),
      .init(
        name: "examples", shape: .integer(1, 1_000_000), isRequired: true, summary: "How many examples",
        example: "1000"),
    ])

  private static let catchGame = MappingShape(
    noun: "catch",
    summary:
      "A ball falls from a random column of the top row, a step a row; a paddle on the bottom row moves left, "
      + "stays or moves right. The reward at the end is 1 for a caught ball and −1 for a missed one.",
    keys: [
      .init(name: "width", shape: .integer(3, 100), fallback: 6, summary: "Columns of the grid"),
      .init(
        name: "height", shape: .integer(3, 100), fallback: 10,
        summary: "Rows of the grid; the network has an input for each of its cells"),
    ])
}
