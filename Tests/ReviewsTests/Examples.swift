import Records
import Reports

@testable import Reviews

/// Data made by hand.
enum Example {
  static func run(
    _ name: String = "ReLU · learning rate 0.1", group: String = "ReLU", seed: UInt64 = 1,
    rate: String = "0.1",
    content: String = "aa", values: [Float] = [1, 2, 3, 4], metric: Double = 0.9, steps: Int = 4
  ) -> RunData {
    RunData(
      name: name, group: group, seed: seed, address: "a\(rate)", content: content,
      settings: [
        SettingData(name: "network.init", value: "he"),
        SettingData(name: "training.learning_rate", value: rate),
      ],
      steps: steps, nonfinite: nil, metrics: [MetricData(name: "test_accuracy", value: metric)],
      checks: values.indices.map {
        StepCheck(step: $0, sum: UInt16(truncatingIfNeeded: values[$0].bitPattern >> 8))
      },
      trajectories: [
        Trajectory(name: "train_loss", units: [], steps: Array(values.indices), lines: [values]),
        Trajectory(
          name: "bias, layer 1", units: [2, 5], steps: [0, 3], lines: [[0, .nan], [-0.0, 1e-30]]),
      ],
      sketches: [
        SketchSeries(
          name: "weights, layer 1", steps: [0, 3],
          sketches: [CoarseSketch(Distribution([1, 2, 3])), CoarseSketch(Distribution([0, 1, -1]))])
      ])
  }

  static func data(_ runs: [RunData] = [run()]) -> StudyData {
    StudyData(study: "small", dataName: "digits: \"軌跡\"\n", dataDigest: "0123", runs: runs)
  }

  static func claim(_ say: String = "It learns.", holds: Bool = true, measured: String = "0.9") -> ClaimData {
    ClaimData(say: say, holds: holds, expected: "test accuracy > 0.5", measured: measured)
  }

  static func report(_ claims: [ClaimData] = [claim()], question: String = "Why?") -> String {
    var table = MarkdownTable([("", .centre), ("claim", .left), ("expected", .left), ("measured", .left)])
    for claim in claims {
      table.append([claim.holds ? "✔" : "✘", claim.say, claim.expected, claim.measured])
    }
    return
      "# A small study\n\n> \(question)\n\n## Claims\n\n\(table.text)\n## Results\n\n| ✔ | no | claim | at all |\n"
  }

  /// An output folder with one study.
  static func tree(_ data: StudyData, name: String = "base", report: String = report()) -> ReportTree {
    let own = data.files.map { (path: "small/\(StudyData.folder)/\($0.name)", bytes: $0.bytes) }
    return ReportTree(name: name, files: own + [("small/report.md", Array(report.utf8))])
  }

  static func difference(
    _ base: StudyData, _ head: StudyData,
    claims: (base: [ClaimData], head: [ClaimData]) = ([claim()], [claim()]),
    tolerance: Tolerance = .none
  ) -> ReportsDifference {
    ReportsDifference(
      from: tree(base, report: report(claims.base)),
      to: tree(head, name: "head", report: report(claims.head)),
      tolerance: tolerance)
  }
}
