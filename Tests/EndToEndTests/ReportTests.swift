import Charts
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
      let progress = outcome.err.split(separator: "\n")
      #expect(progress.first == "training 4 runs")
      #expect(progress.dropFirst().map { $0.prefix(15) } == (1...4).map { "trained \($0) of 4:" })
      let files = [
        "README.md", "small/data/runs.jsonl", "small/data/series.bin", "small/report.md", "small/sheet.png",
        "small/summary.csv",
      ]
      #expect(workspace.files(below: "output") == files)
      #expect(workspace.files(below: ".kiseki/records").count == 4)
      #expect(try workspace.text("output/README.md").contains("(small/report.md)"))
      #expect(
        try workspace.text("output/small/report.md").contains("![A small study, by learning rate](sheet.png)")
      )
      let picture = try #require(workspace.contents(below: "output")["small/sheet.png"])
      #expect(throws: Never.self) { try PNGImage.decode(Array(picture)) }
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

    /// The same bytes with one job and with two, elsewhere in the world, in a folder whose name has spaces.
    @Test func bytesDependOnTheStudyAlone() async throws {
      let here = try Workspace(study: SmallStudy.text)
      _ = try await Tool.run("report", "--jobs", "1", in: here)
      let there = try Workspace("a folder, named by hand")
      try there.write(SmallStudy.text, to: "studies/small.yaml")
      let outcome = try await Tool.run(
        "report", "--jobs", "2", in: there,
        environment: ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Asia/Tokyo"])
      #expect(outcome.status == 0)
      for folder in ["output", ".kiseki"] {
        let contents = try here.contents(below: folder)
        #expect(contents.count == (folder == "output" ? 6 : 5))
        #expect(try there.contents(below: folder) == contents)
      }
    }

    /// Two commands share a store and an output folder without harm.
    @Test func twoAtATime() async throws {
      let alone = try Workspace(study: SmallStudy.text)
      _ = try await Tool.run("report", in: alone)
      let shared = try Workspace(study: SmallStudy.text)
      let commands = [try Tool.start("report", in: shared), try Tool.start("report", in: shared)]
      for command in commands {
        let outcome = try await command.outcome()
        #expect(outcome.status == 0, "\(outcome.err)")
      }
      #expect(try shared.contents(below: ".") == alone.contents(below: "."))
    }

    /// A claim that fails is a result; `--strict` makes an exit code of it.
    @Test func strictEndsWith1() async throws {
      let workspace = try Workspace(study: SmallStudy.failing)
      let lenient = try await Tool.run("report", in: workspace)
      #expect(lenient.status == 0)
      let strict = try await Tool.run("report", "--strict", in: workspace)
      #expect(strict.status == 1)
      #expect(
        strict.out == "small: 1 of 2 claims hold: output/small/report.md\n  ✘ Accuracy is more than all.\n")
      #expect(strict.out == lenient.out)
      #expect(strict.err == "")
    }

    @Test(arguments: ["--quiet", "-q"])
    func quietPrintsNoProgress(flag: String) async throws {
      let workspace = try Workspace(study: SmallStudy.text)
      let outcome = try await Tool.run("report", flag, in: workspace)
      #expect(outcome.status == 0)
      #expect(outcome.out == "small: 1 of 1 claims hold: output/small/report.md\n")
      #expect(outcome.err == "")
    }

    /// A folder that cannot be made is told with the system's reason.
    @Test(arguments: ["--output", "--store"])
    func unwritableFolderEndsWith73(option: String) async throws {
      let workspace = try Workspace(study: SmallStudy.text)
      try workspace.write("a file", to: "file")
      let outcome = try await Tool.run("report", "--quiet", option, "file/below", in: workspace)
      #expect(outcome.status == 73)
      #expect(outcome.out == "")
      #expect(outcome.err.hasPrefix("file/below/"))
      #expect(outcome.err.hasSuffix(": cannot be written: Not a directory\n"))
      #expect(try workspace.text("file") == "a file")
    }

    #if os(Linux)
      /// A full disk under stdout is no success.
      @Test(arguments: ["report", "check", "plan", "schema"])
      func fullDiskIsTold(command: String) async throws {
        let workspace = try Workspace(study: SmallStudy.text)
        let outcome = try await RunningTool([command], in: workspace, output: "/dev/full").outcome()
        #expect(outcome.status == 73)
        #expect(outcome.err.contains("standard output: cannot be written: "))
      }
    #endif

    /// A study without its data is skipped; the others are reported.
    @Test func studyWithoutDataIsSkipped() async throws {
      let workspace = try Workspace(study: SmallStudy.text)
      try workspace.write(
        SmallStudy.text.replacing("data: {train", with: "data: {source: mnist, train"),
        to: "studies/real.yaml")
      let outcome = try await Tool.run("report", "--quiet", in: workspace)
      #expect(outcome.status == 0)
      #expect(outcome.out == "small: 1 of 1 claims hold: output/small/report.md\n")
      #expect(outcome.err.hasPrefix("real: skipped: "))
      #expect(workspace.files(below: "output/real") == [])
    }
  }
}
