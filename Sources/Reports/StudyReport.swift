import Studies

/// A finished report: the files of one study's folder, in memory.
package struct StudyReport: Sendable {
  /// The study's name: its folder below the output folder.
  package let name: String
  package let claims: [ClaimResult]
  package let markdown: String
  package let summary: String
  package let sheets: [RenderedSheet]

  /// Makes the whole report: Records → claims, tables and sheets → Markdown.
  ///
  /// - Throws: if a sheet cannot be written as PNG.
  package init(_ results: StudyResults) throws {
    name = results.study.name
    claims = results.study.claims.map { ClaimResult($0, results) }
    sheets = try SheetRenderer(results: results).render()
    markdown = MarkdownReport(results: results, claims: claims, sheets: sheets).text
    summary = SummaryCSV(results: results).text
  }
}
