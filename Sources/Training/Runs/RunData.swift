package import Datasets
import Numerics
package import Records
package import Studies

/// Where a run's examples come from.
///
/// Shared, unchanged, by all runs with the same data settings.
package enum RunData: Sendable {
  /// Labelled images.
  case examples(ExampleData)
  /// Standard normal inputs, drawn from the run's seed.
  case gaussian(GaussianSettings)
  /// The states of a game that the network plays.
  case game(CatchGame)

  /// - Parameters:
  ///   - dataset: for settings that name labelled images: at least as large as they ask for.
  ///   - settings: where the examples come from, how many, and how they are scaled.
  package init(_ dataset: Dataset?, _ settings: DataSettings) {
    switch settings.source {
    case .gaussian(let gaussian): self = .gaussian(gaussian)
    case .catchGame(let game):
      guard let rules = CatchGame(width: game.width, height: game.height) else {
        preconditionFailure("a study's game has been checked")
      }
      self = .game(rules)
    case .digits, .mnist, .idx:
      guard let dataset else { preconditionFailure("labelled images come from a data set") }
      self = .examples(ExampleData(dataset, settings))
    }
  }

  /// The sizes that runs on it have.
  package var sizes: RunSizes {
    switch self {
    case .examples(let data): data.sizes
    case .gaussian(let gaussian):
      RunSizes(inputs: gaussian.inputs, outputs: 0, trainExamples: gaussian.examples, testExamples: 0)
    case .game(let game):
      RunSizes(inputs: game.inputs, outputs: game.actions, trainExamples: 0, testExamples: 0)
    }
  }

  /// The first training examples, scaled; nil where examples are not given.
  var probe: PackedRows? {
    if case .examples(let data) = self { data.probe } else { nil }
  }

  /// The fixed examples for distributions that ask for the same ones at every step.
  var distributionProbe: Matrix? {
    if case .examples(let data) = self { data.distributionProbe } else { nil }
  }

  func task(_ run: Run) -> any TrainingTask {
    let settings = run.settings.training
    return switch self {
    case .examples(let data): SupervisedTask(data: data, settings: settings, seed: run.seed)
    case .gaussian(let gaussian): ForwardTask(settings: gaussian, seed: run.seed)
    case .game(let game): PolicyTask(game: game, settings: settings, seed: run.seed)
    }
  }
}
