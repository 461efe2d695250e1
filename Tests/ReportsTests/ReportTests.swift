import Foundation
import Records
import Studies
import Testing

@testable import Reports

@Suite struct ReportTests {
  private func report(_ change: (inout ExampleResults) -> Void = { _ in }) throws -> StudyReport {
    var example = ExampleResults.drawn(spec: ExampleResults.sheet(each: .group))
    example.claims = [
      Claim(
        say: "It *holds*.", points: [0], measure: .metric(.testAccuracy, layers: nil, ablation: nil),
        comparison: .isNone)
    ]
    change(&example)
    return try StudyReport(example.results)
  }

  private func headings(_ markdown: String) -> [String] {
    markdown.split(separator: "\n").filter { $0.hasPrefix("#") }.map(String.init)
  }

  @Test func sectionsInTheirOrder() throws {
    let report = try report()
    #expect(report.name == "folder/example")
    #expect(
      headings(report.markdown) == [
        "# Study", "## Claims", "## What was run", "## Results", "## Sheet", "### A", "### B", "## Notes",
        "## Provenance",
      ])
    #expect(
      report.markdown.hasPrefix("# Study\n\n> Why?\n>\n> Really?\n\n## Claims\n\n**The claim holds.**\n\n"))
    for sheet in report.sheets {
      #expect(report.markdown.contains("\n\n![\(sheet.description)](\(sheet.fileName))\n\n"))
    }
    #expect(report.markdown.contains("\n\nRead it.\n\n### A\n\n"))
  }

  /// What a study does not have leaves no heading behind.
  @Test func emptySectionsAreLeftOut() throws {
    let report = try report {
      $0.claims = []
      $0.sheets = []
    }
    #expect(
      headings(report.markdown) == ["# Study", "## What was run", "## Results", "## Notes", "## Provenance"])
  }

  /// No line ends in blanks and no two lines are blank: nothing for an editor to tidy up.
  @Test func theTextIsTidy() throws {
    let markdown = try report().markdown
    #expect(!markdown.contains("\n\n\n"))
    #expect(markdown.split(separator: "\n").allSatisfy { $0.last != " " })
    #expect(markdown.hasSuffix("\n") && !markdown.hasSuffix("\n\n"))
  }

  /// A title of several lines or with brackets neither breaks a heading nor a picture's link.
  @Test func proseCannotBreakTheReport() throws {
    let report = try report {
      $0.title = "軌跡\nof [x](y)"
      $0.sheets[0].title = "a [b]\nc"
    }
    #expect(headings(report.markdown).first == "# 軌跡 of [x](y)")
    #expect(headings(report.markdown).contains("## a [b] c"))
    #expect(report.markdown.contains("![a (b) c: A, by run](curves-a.png)"))
  }

  /// Every run's address, of every seed.
  @Test func provenanceNamesEveryRecord() throws {
    var example = ExampleResults.fourSeeds
    example.title = "Seeds"
    let markdown = try StudyReport(example.results).markdown
    #expect(markdown.contains("Records of the 8 runs"))
    for record in example.records { #expect(markdown.contains("`\(String("\(record.key)".prefix(12)))`")) }
  }

  @Test func provenanceOfOneRecord() throws {
    var example = ExampleResults()
    example.add("ReLU", rate: "0.05", metrics: [[]])
    #expect(try StudyReport(example.results).markdown.contains("<summary>Record of the run</summary>"))
  }

  @Test func conditionsNameWhatDiffers() throws {
    var example = ExampleResults.oneSeed
    example.points[1].settings.network.weightInit = .normal(standardDeviation: 1e-5)
    example.points[1].settings.training.optimizer = .adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8)
    let table = ConditionsTable(results: example.results).markdown
    let rows = table.split(separator: "\n").map(String.init)
    #expect(rows.contains("| network | 784–4–10 |"))
    #expect(rows.contains("| learning rate | 0.05 / 5 |"))
    #expect(rows.contains("| optimiser | SGD / Adam (β₁ 0.9, β₂ 0.999, ε 1e-8) |"))
    #expect(rows.contains { $0.hasPrefix("| initial weights | he, biases 0 / ") && $0.contains("1e-5") })
    #expect(rows.contains("| runs | 2, seed 1 |"))
  }
}

@Suite struct GalleryTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func write(_ text: String, to name: String) throws {
    try Files.write(Array(text.utf8), to: "\(scratch.path)/\(name)")
  }

  /// Every folder with a report, sub-folders included, by the order of their paths.
  @Test func listsTheReportsOfAFolder() throws {
    try write(
      "# Second\n\n> Why?\n>\n> Really?\n\n## Claims\n\n**1 of 2 claims hold.**\n\n![x, by y](s.png)\n\n![z](t.png)\n",
      to: "b/report.md")
    try write("# First\n\n## What was run\n", to: "a/c/report.md")
    try write("# Elsewhere\n", to: ".hidden/report.md")
    try write("no report", to: "d/other.md")
    #expect(
      Gallery(outputFolder: scratch.path).text == Gallery.opening + """

        ## [First](a/c/report.md)

        ## [Second](b/report.md)

        > Why?
        >
        > Really?

        **1 of 2 claims hold.**

        ![x, by y](b/s.png)

        """)
  }

  /// Emphasis in a question or in notes is not the state of the claims.
  @Test func onlyTheClaimsSectionSpeaksOfClaims() throws {
    try write("# T\n\n> **All hold.**\n\n## Notes\n\nThis holds.**\n", to: "a/report.md")
    #expect(
      Gallery(outputFolder: scratch.path).text.hasSuffix("## [T](a/report.md)\n\n> **All hold.**\n"))
  }

  /// What a report really says is found in it.
  @Test func readsItsOwnReports() throws {
    var example = ExampleResults.drawn()
    example.claims = [
      Claim(
        say: "No.", points: [0], measure: .metric(.testAccuracy, layers: nil, ablation: nil),
        comparison: .above(0))
    ]
    let report = try StudyReport(example.results)
    try write(report.markdown, to: "my study/report.md")
    #expect(
      Gallery(outputFolder: scratch.path).text == Gallery.opening + """

        ## [Study](my%20study/report.md)

        > Why?
        >
        > Really?

        **The claim does not hold.**

        ![Sheet, by run](my%20study/curves.png)

        """)
  }

  @Test func anEmptyFolderHasAnEmptyGallery() {
    #expect(Gallery(outputFolder: scratch.path).text == Gallery.opening)
    #expect(Gallery(outputFolder: scratch.path + "/none").text == Gallery.opening)
  }
}
