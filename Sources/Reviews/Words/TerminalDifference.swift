/// A difference for the terminal: each study's runs, claims and files, the most important first.
package struct TerminalDifference {
  private let difference: ReportsDifference

  package init(_ difference: ReportsDifference) {
    self.difference = difference
  }

  package var text: String {
    guard !difference.isEmpty else {
      return "\(difference.head) shows what \(difference.base) does: nothing differs"
    }
    var parts = difference.studies.map { TerminalStudy($0, difference.tolerance).text }
    if !difference.otherFiles.isEmpty {
      parts.append(difference.otherFiles.map(DifferenceWords.file).joined(separator: "\n"))
    }
    if difference.unchangedStudies > 0 {
      parts.append("\(DifferenceWords.count(difference.unchangedStudies, "other report")) unchanged")
    }
    return parts.joined(separator: "\n\n")
  }
}

private struct TerminalStudy {
  let study: StudyDifference
  let tolerance: Tolerance
  let withSeeds: Bool

  init(_ study: StudyDifference, _ tolerance: Tolerance) {
    self.study = study
    self.tolerance = tolerance
    withSeeds = Set(study.data.head?.runs.map(\.seed) ?? []).count > 1
  }

  /// Of more runs than this the rest are counted.
  private static let mostRuns = 30

  var text: String {
    var lines = ["\(study.study): \(DifferenceWords.headline(study))"]
    if let obstacle = study.obstacle { lines.append("  \(obstacle)") }
    if let change = study.dataChange {
      lines.append("  data set: \(change.base) \(DifferenceWords.arrow) \(change.head)")
    }
    lines += claims + runs
    lines += study.files.map { "  \(DifferenceWords.file($0))" }
    return lines.joined(separator: "\n")
  }

  private var claims: [String] {
    // Numbers of claims that hold as before are in the table of claims.
    study.claims.filter(\.isNews).flatMap { claim in
      [
        "  claim \(DifferenceWords.verdict(claim)): \(claim.say)",
        "    expected \(DifferenceWords.expected(claim)); measured \(DifferenceWords.measured(claim))",
      ]
    }
  }

  private var runs: [String] {
    let significant = study.changedRuns.filter {
      $0.isSignificant || $0.recordsDiffer || !$0.settings.isEmpty
    }
    var lines = significant.prefix(TerminalStudy.mostRuns).flatMap(lines)
    if significant.count > TerminalStudy.mostRuns {
      lines.append("  … and \(significant.count - TerminalStudy.mostRuns) more changed runs")
    }
    let within = study.changedRuns.count - significant.count
    if within > 0 { lines.append("  \(DifferenceWords.count(within, "run")) differ within the tolerance") }
    lines += listed(study.addedRuns, "added") + listed(study.removedRuns, "removed")
    return lines
  }

  private func listed(_ runs: [RunData], _ word: String) -> [String] {
    let shown = runs.prefix(TerminalStudy.mostRuns).map {
      "  \(word): \(DifferenceWords.name($0, withSeed: withSeeds))"
    }
    return shown
      + (runs.count > shown.count ? ["  … and \(runs.count - shown.count) more \(word)"] : [])
  }

  private func lines(_ run: RunDifference) -> [String] {
    var facts = run.settings.map { ("setting", DifferenceWords.setting($0)) }
    if run.recordsDiffer { facts.append(("recorded", "other things than before")) }
    if run.base.steps != run.head.steps {
      facts.append(("steps", "\(run.base.steps) \(DifferenceWords.arrow) \(run.head.steps)"))
    }
    if run.valuesDiffer {
      facts.append(("diverges at", DifferenceWords.divergence(run)))
    } else {
      facts.append(("values", "the same"))
    }
    if let nonfinite = DifferenceWords.nonfinite(run) { facts.append(("ends", nonfinite)) }
    if let point = run.largestAbsolute { facts.append(("largest", DifferenceWords.point(point))) }
    if let point = run.largestRelative, point != run.largestAbsolute {
      facts.append(("relative", DifferenceWords.point(point)))
    }
    facts += run.metrics.map { ("metric", "\($0.name) \(DifferenceWords.metric($0))") }
    let moved = run.distributions.sorted { $0.distance / $0.deviation > $1.distance / $1.deviation }
    facts += moved.prefix(3).map { ("moved", DifferenceWords.distribution($0)) }
    if moved.count > 3 { facts.append(("", "and \(moved.count - 3) more distributions")) }
    let width = 13
    return ["  \(DifferenceWords.name(run, withSeed: withSeeds))"]
      + facts.map { "    \($0.0)\(String(repeating: " ", count: width - $0.0.count))\($0.1)" }
  }
}
