import Reports

/// A difference as a comment on a pull request: what changed only, a row a line, details folded, within GitHub's limit.
package struct MarkdownDifference {
  private let difference: ReportsDifference

  package init(_ difference: ReportsDifference) {
    self.difference = difference
  }

  /// GitHub takes 65,536 characters; this many bytes are used.
  package static let limit = 60_000

  package var text: String {
    var parts = ["### Reports: \(difference.base) \(DifferenceWords.arrow) \(difference.head)\n", summary]
    if difference.isEmpty { return parts.joined(separator: "\n") }
    var size = parts.reduce(0) { $0 + $1.utf8.count + 1 }
    var leftOut: [String] = []
    for study in difference.studies {
      let sections = MarkdownStudy(study)
      // The whole if there is room, or else as much of it as there is room for.
      let candidates = [sections.full, sections.withoutDetails, sections.heading]
      if let section = candidates.first(where: {
        size + $0.utf8.count + MarkdownDifference.reserve < MarkdownDifference.limit
      }) {
        parts.append(section)
        size += section.utf8.count + 1
      } else {
        leftOut.append(study.study)
      }
    }
    if !leftOut.isEmpty {
      parts.append(
        "Left out for their length: \(DifferenceWords.some(leftOut, upTo: 20)). `kiseki diff` prints them.\n")
    }
    return parts.joined(separator: "\n")
  }

  private static let reserve = 2_000

  private var summary: String {
    guard !difference.isEmpty else {
      return "Nothing differs in \(DifferenceWords.count(difference.unchangedStudies, "report")).\n"
    }
    let fallen = difference.studies.reduce(0) { $0 + $1.fallenClaims.count }
    let runs = difference.studies.reduce(0) { $0 + $1.changedRuns.count }
    let words = [
      "\(DifferenceWords.count(difference.studies.count, "report")) changed",
      "\(DifferenceWords.count(runs, "run")) changed",
      fallen == 0 ? "no claim fell" : "**\(DifferenceWords.count(fallen, "claim")) fell**",
      "\(DifferenceWords.count(difference.unchangedStudies, "report")) unchanged",
    ]
    return words.joined(separator: " · ") + "\n"
  }
}

private struct MarkdownStudy {
  let study: StudyDifference
  private let withSeeds: Bool

  init(_ study: StudyDifference) {
    self.study = study
    withSeeds = Set(study.data.head?.runs.map(\.seed) ?? []).count > 1
  }

  var heading: String { "#### \(study.study): \(DifferenceWords.headline(study))\n" }

  var full: String { joined([heading, facts, claims, runs, details, files]) }
  var withoutDetails: String { joined([heading, facts, claims, runs, files]) }

  private func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var facts: String {
    var lines = [study.obstacle].compactMap(\.self)
    if let change = study.dataChange {
      lines.append("data set: \(change.base) \(DifferenceWords.arrow) \(change.head)")
    }
    return lines.isEmpty ? "" : lines.map { "- \($0)\n" }.joined()
  }

  /// The claims that flipped, came or went; the others' values are folded.
  private var claims: String {
    let news = study.claims.filter(\.isNews)
    let others = study.claims.filter { !$0.isNews }
    let summary = "\(DifferenceWords.count(others.count, "claim")) with other values and the same verdict"
    return [
      news.isEmpty ? "" : table(of: news),
      others.isEmpty ? "" : MarkdownStudy.folded(summary, table(of: others)),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func table(of claims: [ClaimDifference]) -> String {
    var table = MarkdownTable([("", .centre), ("claim", .left), ("expected", .left), ("measured", .left)])
    for claim in claims {
      table.append([
        DifferenceWords.verdict(claim), claim.say, DifferenceWords.expected(claim),
        DifferenceWords.measured(claim),
      ])
    }
    return table.text
  }

  /// Of more rows than this the rest are counted.
  private static let mostRows = 40

  private var runs: String {
    guard !study.changedRuns.isEmpty || !study.addedRuns.isEmpty || !study.removedRuns.isEmpty else {
      return ""
    }
    var table = MarkdownTable([
      ("run", .left), ("diverges at", .left), ("largest difference", .left), ("metrics", .left),
    ])
    let changed = study.changedRuns.prefix(MarkdownStudy.mostRows)
    for run in changed { table.append(row(run)) }
    for run in study.addedRuns.prefix(MarkdownStudy.mostRows) { table.append([name(run), "added", "", ""]) }
    for run in study.removedRuns.prefix(MarkdownStudy.mostRows) {
      table.append([name(run), "removed", "", ""])
    }
    let left = [study.changedRuns.count, study.addedRuns.count, study.removedRuns.count].reduce(0) {
      $0 + max(0, $1 - MarkdownStudy.mostRows)
    }
    return table.text + (left > 0 ? "\n… and \(left) more runs.\n" : "")
  }

  private func name(_ run: RunData) -> String { DifferenceWords.name(run, withSeed: withSeeds) }

  private func row(_ run: RunDifference) -> [String] {
    let ends = DifferenceWords.nonfinite(run).map { [$0] } ?? []
    let metrics = ends + run.metrics.prefix(3).map { "\($0.name) \(DifferenceWords.metric($0))" }
    let more = run.metrics.count > 3 ? ["\(run.metrics.count - 3) more"] : []
    return [
      DifferenceWords.name(run, withSeed: withSeeds),
      run.valuesDiffer
        ? DifferenceWords.divergence(run)
        : run.recordsDiffer ? "same values, records other things" : "same values",
      run.largestAbsolute.map(DifferenceWords.point) ?? "",
      (metrics + more).joined(separator: "; "),
    ]
  }

  /// What does not fit into a row: settings, all metrics, distributions.
  private var details: String {
    var lines: [String] = []
    for run in study.changedRuns.prefix(MarkdownStudy.mostRows) {
      var facts = run.settings.map { "setting \(DifferenceWords.setting($0))" }
      if let point = run.largestRelative {
        facts.append("largest relative difference: \(DifferenceWords.point(point))")
      }
      facts += run.metrics.dropFirst(3).map { "\($0.name): \(DifferenceWords.metric($0))" }
      facts += run.distributions.map { "moved: \(DifferenceWords.distribution($0))" }
      guard !facts.isEmpty else { continue }
      lines.append("- \(DifferenceWords.name(run, withSeed: withSeeds))")
      lines += facts.map { "  - \($0)" }
    }
    guard !lines.isEmpty else { return "" }
    return MarkdownStudy.folded(
      "Settings, metrics and distributions of the changed runs", lines.joined(separator: "\n") + "\n")
  }

  private var files: String {
    guard !study.files.isEmpty else { return "" }
    let sheets = study.files.filter(\.isSheet)
    let others = study.files.filter { !$0.isSheet }
    return (sheets + others).map { "- \(DifferenceWords.file($0))\n" }.joined()
  }

  private static func folded(_ summary: String, _ content: String) -> String {
    "<details><summary>\(summary)</summary>\n\n\(content)\n</details>\n"
  }
}
