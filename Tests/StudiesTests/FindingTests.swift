import Testing

@testable import Studies

/// Every kind of mistake, with its place and its wording.
@Suite struct FindingTests {
  @Test(arguments: cases(FindingTable.shapes)) func shape(case: FindingCase) { check(`case`) }
  @Test(arguments: cases(FindingTable.settings)) func settings(case: FindingCase) { check(`case`) }
  @Test(arguments: cases(FindingTable.grids)) func grid(case: FindingCase) { check(`case`) }
  @Test(arguments: cases(FindingTable.references)) func reference(case: FindingCase) { check(`case`) }
  @Test(arguments: cases(FindingTable.sheetsAndClaims)) func drawing(case: FindingCase) { check(`case`) }
  @Test(arguments: cases(FindingTable.distributionShapes)) func distributionShape(case: FindingCase) {
    check(`case`)
  }
  @Test(arguments: cases(FindingTable.gridShapes)) func gridShape(case: FindingCase) { check(`case`) }
  @Test(arguments: cases(FindingTable.gridRows)) func gridRow(case: FindingCase) { check(`case`) }
  @Test(arguments: cases(FindingTable.kinds)) func kind(case: FindingCase) { check(`case`) }
  @Test(arguments: cases(FindingTable.distributions)) func distribution(case: FindingCase) { check(`case`) }
  @Test(arguments: cases(FindingTable.claims)) func claim(case: FindingCase) { check(`case`) }
  @Test(arguments: cases(FindingTable.together)) func together(case: FindingCase) { check(`case`) }

  private func check(_ finding: FindingCase) {
    let result = load(body: finding.body)
    #expect(findings(finding.body) == finding.findings)
    #expect(result.study == nil || finding.findings.isEmpty)
  }

  /// The form that editors link: file, line and column from 1, severity.
  @Test func description() {
    let result = load(
      ["studies/x.yaml": "kiseki: 1\ntitle: T\ngroups: [{learning_rat: 1}]"], path: "studies/x.yaml")
    #expect(
      result.findings.map(\.description) == [
        "studies/x.yaml:3:11: error: unknown key 'learning_rat' in a group; did you mean 'learning_rate'?"
      ])
  }

  /// Columns count characters as an editor does, whatever their length in bytes.
  @Test func columnsCountScalars() {
    #expect(findings("question: 問い\nnotes: {軌跡: 1}") == ["2:8: 'notes' must be text, not a mapping"])
    #expect(findings("claims: [{say: 軌跡, tha: x, below: 1}]").first == "1:10: a claim needs 'that'")
    #expect(findings("claims: [{say: 軌跡, that: x, below: 1}]").first?.hasPrefix("1:26: ") == true)
  }

  /// The caller knows which characters charts can draw; a study with others can still be run.
  @Test func missingGlyphsAreWarnings() {
    let body = """
      kiseki: 1
      title: 軌跡
      groups:
        - {name: 学習, learning_rate: [0.1, 0.2], notes: [ok, 学学習]}
      sheets:
        - rows: [{line: train_loss, title: 損失}]
      """
    let result = StudyLoader.load(
      path: "a.yaml", name: "a", missingGlyphs: { $0.filter { !$0.isASCII } }, read: { _ in Array(body.utf8) }
    )
    #expect(result.study != nil)
    #expect(
      result.findings.map(\.description) == [
        "a.yaml:2:8: warning: the charts' font has no sign for '軌', '跡'",
        "a.yaml:4:12: warning: the charts' font has no sign for '学', '習'",
        "a.yaml:4:55: warning: the charts' font has no sign for '学', '習'",
        "a.yaml:6:38: warning: the charts' font has no sign for '損', '失'",
      ])
  }
}

/// A study's body (after the version and a title) and every finding about it.
struct FindingCase: Sendable, CustomTestStringConvertible {
  var body: String
  var findings: [String]

  var testDescription: String { body }
}

/// Reads a table of cases.
private func cases(_ table: String) -> [FindingCase] {
  var cases: [FindingCase] = []
  for line in table.split(separator: "\n") {
    if line.hasPrefix("  ") {
      cases[cases.count - 1].findings.append(String(line.dropFirst(2)))
    } else {
      let lines = line.split(separator: "⏎").map { $0.drop { $0 == " " } }
      cases.append(FindingCase(body: lines.joined(separator: "\n"), findings: []))
    }
  }
  return cases
}
