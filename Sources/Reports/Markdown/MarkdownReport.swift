import Digests
import Records
import Studies

/// `report.md`: question, claims, conditions, results, sheets and provenance of one study.
struct MarkdownReport {
  let results: StudyResults
  let claims: [ClaimResult]
  let sheets: [RenderedSheet]

  var text: String {
    let sections = [
      heading, claimsSection, conditionsSection, resultsSection, distributionsSection, sheetsSection,
      notesSection,
      provenanceSection,
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var heading: String {
    let study = results.study
    let question = MarkdownReport.quoted(study.question)
    return "# \(MarkdownReport.oneLine(study.title))\n" + (question.isEmpty ? "" : "\n\(question)\n")
  }

  private var claimsSection: String {
    guard !claims.isEmpty else { return "" }
    return """
      ## Claims

      \(ClaimsSummary(claims).sentence)
      \(claimsKey)
      \(ClaimsTable(results: results, claims: claims).markdown)
      """
  }

  /// Says which of several measured values is whose, where a claim has several.
  private var claimsKey: String {
    var signs: [String] = []
    if claims.contains(where: { $0.claim.points.count > 1 && ClaimsTable.lists($0.claim) }) {
      signs.append("/ stands between runs, in the order of the table of results")
    }
    if claims.contains(where: { Set($0.points.map(\.layer)).count > 1 }) {
      signs.append("· between layers, from the lowest")
    }
    let areMany = claims.contains { !ClaimsTable.lists($0.claim) }
    if results.study.seeds.count > 1 {
      signs.append("low…high are the extremes over the seeds" + (areMany ? " and runs" : ""))
    } else if areMany {
      signs.append("low…high are the extremes over the runs")
    }
    return signs.isEmpty ? "" : "\nOf several measured values: \(signs.joined(separator: "; ")).\n"
  }

  private var conditionsSection: String {
    """
    ## What was run

    \(ConditionsTable(results: results).markdown)
    """
  }

  private var resultsSection: String {
    let table = ResultsTable(results: results)
    let key = ResultsKey(results: results).ofResults
    return "## Results\n\n\(key)\n" + (table.isEmpty ? "" : "\n\(table.markdown)")
  }

  private var distributionsSection: String {
    let table = DistributionTable(results: results)
    guard !table.isEmpty else { return "" }
    return "## Distributions\n\n\(ResultsKey(results: results).ofDistributions)\n\n\(table.markdown)"
  }

  private var sheetsSection: String {
    results.study.sheets.indices.map(section).joined(separator: "\n")
  }

  private func section(ofSheet index: Int) -> String {
    let spec = results.study.sheets[index]
    var parts = ["## \(MarkdownReport.oneLine(spec.title))\n"]
    if !spec.reading.isEmpty { parts.append(MarkdownReport.trimmed(spec.reading) + "\n") }
    let pictures = sheets.filter { $0.spec == index }
    for picture in pictures {
      if pictures.count > 1 { parts.append("### \(MarkdownReport.oneLine(picture.facet))\n") }
      parts.append("![\(MarkdownReport.alternative(picture.description))](\(picture.fileName))\n")
    }
    parts.append(SheetCaption(spec: spec, kind: results.study.kind).markdown)
    parts += ResponseTable.all(of: spec, results).map { "In numbers:\n\n\($0.markdown)" }
    return parts.joined(separator: "\n")
  }

  private var notesSection: String {
    let notes = MarkdownReport.trimmed(results.study.notes)
    return notes.isEmpty ? "" : "## Notes\n\n\(notes)\n"
  }

  /// Of more runs the addresses stand in `summary.csv` alone.
  private static let mostAddresses = 100

  private var provenanceSection: String {
    guard results.study.points.count * results.study.seeds.count <= MarkdownReport.mostAddresses else {
      return "## Provenance\n\n\(provenance) All of them: [summary.csv](summary.csv).\n"
    }
    var table = MarkdownTable([("run", .left), ("seed", .right), ("record", .left)])
    for point in results.study.points {
      for (seed, record) in zip(results.study.seeds, results.records(ofPoint: point.index)) {
        table.append([point.name, "\(seed)", "`\(record.key.short)`"])
      }
    }
    let count = results.study.points.count * results.study.seeds.count
    return """
      ## Provenance

      \(provenance)

      <details><summary>\(count == 1 ? "Record of the run" : "Records of the \(count) runs")</summary>

      \(table.text)
      </details>

      """
  }

  private var provenance: String {
    """
    \(dataProvenance)
    A record's address is the SHA-256 of all that determines its bits: the data, every setting, the seed, what is
    recorded and the version of the engine.
    """
  }

  private var dataProvenance: String {
    switch results.study.kind {
    case .supervised: "Data set `\(results.data.name)`, SHA-256 `\(results.data.digest.hex)`."
    case .forward: "The inputs follow from the seed."
    case .policy: "The games follow from the seed."
    }
  }

  private static func quoted(_ text: String) -> String {
    let text = trimmed(text)
    guard !text.isEmpty else { return "" }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Text inside the brackets of an image.
  private static func alternative(_ text: String) -> String {
    oneLine(text).replacing("[", with: "(").replacing("]", with: ")")
  }
}
