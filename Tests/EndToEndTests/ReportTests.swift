import Foundation
import Testing

extension EndToEndTests {
  @Suite struct ReportTests {
    /// Results go to stdout, progress to stderr.
    @Test func writesWhatItSays() async throws {
      let workspace = try Workspace(study: SmallStudy.text)
      let outcome = try await Tool.run("report", in: workspace)
      #expect(outcome.status == 0)
      #expect(outcome.out == "small: 1 of 1 claims hold: output/small/report.md\n")
      #expect(outcome.err.hasPrefix("training 4 runs\n"))
      #expect(
        workspace.files(below: "output") == [
          "README.md", "small/report.md", "small/sheet.png", "small/summary.csv",
        ])
      #expect(workspace.files(below: ".kiseki/records").count == 4)
    }

    /// Nothing is trained or written twice.
    @Test func secondTimeDoesNothing() async throws {
      let workspace = try Workspace(study: SmallStudy.text)
      let first = try await Tool.run("report", in: workspace)
      let before = try workspace.contents(below: ".")
      let dates = try workspace.dates(below: ".")
      let second = try await Tool.run("report", in: workspace)
      #expect(second.status == 0)
      #expect(second.out == first.out)
      #expect(second.err == "")
      #expect(try workspace.contents(below: ".") == before)
      #expect(try workspace.dates(below: ".") == dates)
    }
  }
}
