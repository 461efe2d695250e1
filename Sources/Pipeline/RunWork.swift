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
    let widths = [sizes.inputs] + run.settings.network.hidden + [sizes.outputs]
    let weights = zip(widths, widths.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    ofStep = 3 * Double(weights) * Double(run.settings.training.batch)
    ofRun = ofStep * Double(run.settings.training.steps(examples: sizes.trainExamples))
  }
}
