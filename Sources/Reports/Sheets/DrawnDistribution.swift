import Records
import Studies

/// One distribution that a row draws: of a point's run at a step.
struct DrawnDistribution {
  let point: GridPoint
  let layer: Int
  let step: Int
  let distribution: Distribution

  /// What a row draws of a point, the steps ascending; empty if the run has no such layer.
  ///
  /// A row is of one layer, and of the study's first seed: sketches of several would hide how they differ.
  static func all(of spec: DistributionSpec, _ point: GridPoint, _ results: StudyResults)
    -> [DrawnDistribution]
  {
    guard let record = results.records(ofPoint: point.index).first,
      let recording = spec.recordings(in: point.settings.network).first,
      let series = record.distributions(of: recording), let last = series.steps.last
    else { return [] }
    var steps = spec.steps.drawnSteps(upTo: last)
    if steps.isEmpty { steps = [last] }
    return zip(series.steps, series.distributions).filter { steps.contains($0.0) }.map {
      DrawnDistribution(point: point, layer: recording.layer, step: $0, distribution: $1)
    }
  }
}
