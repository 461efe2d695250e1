import Digests
import Records
package import Reports
import Studies

extension StudyData {
  /// The data of a finished report.
  package init(_ results: StudyResults) {
    let study = results.study
    let firstSeed = study.seeds[0]
    let runs = study.points.flatMap { point in
      zip(study.seeds, results.records(ofPoint: point.index)).map { (point, $0, $1) }
    }.mapInParallel { point, seed, record in
      RunData(point, seed, record, withSketches: seed == firstSeed)
    }
    self.init(
      study: study.name, dataName: results.data.name, dataDigest: results.data.digest.hex, runs: runs)
  }
}

extension RunData {
  fileprivate init(_ point: GridPoint, _ seed: UInt64, _ record: Record, withSketches: Bool) {
    self.init(
      name: point.name, group: point.group, seed: seed, address: record.key.hex,
      content: String(RecordCoding.contentDigest(of: record).hex.prefix(32)),
      settings: RunData.settings(record.provenance), steps: record.steps,
      nonfinite: record.firstNonfinite.map { NonfiniteData(step: $0.step, parameter: $0.parameter) },
      metrics: record.metrics.map { MetricData(name: RunData.name(of: $0), value: $0.value) }
        .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) },
      checks: StepChecks(record).all, trajectories: Trajectory.distinct(record.series.map(Trajectory.init)),
      sketches: withSketches ? SketchSeries.distinct(record.distributions.map(SketchSeries.init)) : [])
  }

  /// The lines of a description, "key: value".
  private static func settings(_ description: String) -> [SettingData] {
    description.split(separator: "\n").map { line in
      guard let colon = line.firstRange(of: ": ") else { return SettingData(name: String(line), value: "") }
      return SettingData(name: String(line[..<colon.lowerBound]), value: String(line[colon.upperBound...]))
    }
  }

  private static func name(of metric: MetricValue) -> String {
    metric.metric.rawValue + (metric.layer.map { ", layer \($0)" } ?? "")
      + (metric.ablation.map { ", layers reset " + $0.map(String.init).joined(separator: " ") } ?? "")
  }
}

extension Trajectory {
  fileprivate init(_ series: Series) {
    let recording = series.recording
    self.init(
      name: recording.quantity.rawValue + (recording.layer.map { ", layer \($0)" } ?? "")
        + (recording.every == 1 ? "" : ", every \(recording.every)"),
      units: series.units, steps: series.steps, lines: (0..<series.lineCount).map(series.line))
  }

  /// One name a trajectory: two recordings may differ by their units alone.
  fileprivate static func distinct(_ all: [Trajectory]) -> [Trajectory] {
    var distinct: [Trajectory] = []
    for var trajectory in all {
      let others = distinct.count { $0.name == trajectory.name || $0.name.hasPrefix(trajectory.name + " (") }
      if others > 0 { trajectory.name += " (\(others + 1))" }
      distinct.append(trajectory)
    }
    return distinct
  }
}

extension SketchSeries {
  fileprivate init(_ series: DistributionSeries) {
    let recording = series.recording
    self.init(
      name: "\(recording.tensor.rawValue), layer \(recording.layer)"
        + (recording.examples == .probe ? ", probe" : ""),
      steps: series.steps, sketches: series.distributions.map { CoarseSketch($0) })
  }

  /// One series a name: two recordings may differ by their steps alone.
  fileprivate static func distinct(_ all: [SketchSeries]) -> [SketchSeries] {
    var distinct: [SketchSeries] = []
    for series in all {
      if let index = distinct.firstIndex(where: { $0.name == series.name }) {
        distinct[index].add(series)
      } else {
        distinct.append(series)
      }
    }
    return distinct
  }

  private mutating func add(_ other: SketchSeries) {
    for (step, sketch) in zip(other.steps, other.sketches) where !steps.contains(step) {
      let index = steps.firstIndex { $0 > step } ?? steps.count
      steps.insert(step, at: index)
      sketches.insert(sketch, at: index)
    }
  }
}
