import Records
import Studies
import Training

/// How much computing a run is: multiply-adds, roughly.
///
/// Good enough for a bar and its time left.
struct RunWork: Sendable {
  let ofStep: Double
  let ofRun: Double

  init(_ run: Run, _ sizes: RunSizes) {
    let settings = run.settings
    let widths =
      [sizes.inputs] + settings.network.hidden + (settings.network.hasOutputLayer ? [sizes.outputs] : [])
    let weights = zip(widths, widths.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    let (rows, steps) = RunWork.extent(settings, sizes)
    ofStep = 3 * Double(weights) * Double(rows)
    ofRun = ofStep * Double(steps)
  }

  /// The rows of a mini-batch, and how many mini-batches a run has.
  private static func extent(_ settings: RunSettings, _ sizes: RunSizes) -> (rows: Int, steps: Int) {
    let training = settings.training
    return switch settings.data.source {
    case .gaussian(let gaussian): (gaussian.examples, 1)
    case .catchGame(let game): (training.episodes * (game.height - 1), training.steps(examples: 0))
    case .digits, .mnist, .idx: (training.batch, training.steps(examples: sizes.trainExamples))
    }
  }
}
