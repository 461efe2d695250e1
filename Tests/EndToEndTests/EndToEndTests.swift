import Testing

/// The built command, run in folders of its own.
///
/// One after the other: each command uses all cores by itself.
@Suite(.serialized, .timeLimit(.minutes(1))) enum EndToEndTests {}

/// Studies that take a few hundredths of a second.
enum SmallStudy {
  /// Four runs: two learning rates, two seeds.
  static let text = """
    kiseki: 1
    title: A small study
    question: Does it run?
    seeds: 2
    data: {train: 200, test: 100}
    network: {hidden: [8]}
    training: {batch: 20, steps: 30}
    groups:
      - {name: SGD, learning_rate: [0.1, 0.01]}
    sheets:
      - columns: learning_rate
        rows:
          - {line: train_loss}
          - {line: bias, layer: 1}
    claims:
      - say: Accuracy is a share.
        that: final_train_accuracy
        between: [0, 1]

    """

  /// With a claim that cannot hold.
  static let failing =
    text + """
        - say: Accuracy is more than all.
          that: final_train_accuracy
          above: 1

      """

  static func long(seeds: Int, steps: Int) -> String {
    text.replacing("steps: 30", with: "steps: \(steps)").replacing("seeds: 2", with: "seeds: \(seeds)")
      .replacing("learning_rate: [0.1, 0.01]", with: "learning_rate: 0.01")
  }
}
