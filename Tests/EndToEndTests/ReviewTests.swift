import Charts
import Foundation
import Testing

extension EndToEndTests {
  /// `diff`, `verify` and `textconv`, as a reviewer uses them.
  @Suite struct ReviewTests {
    /// A repository whose last commit holds the report of the small study.
    private func repository() async throws -> Workspace {
      let workspace = try Workspace(study: SmallStudy.text)
      _ = try await Tool.run("report", in: workspace)
      try workspace.commitAll()
      return workspace
    }

    @discardableResult
    private func git(_ arguments: String..., in workspace: Workspace) throws -> String {
      try workspace.git(arguments)
    }

    private func changedFiles(_ workspace: Workspace) throws -> [String] {
      try git("status", "--porcelain", "--untracked-files=all", in: workspace).split(separator: "\n")
        .map { String($0.dropFirst(3)) }
    }

    @Test func touchingNothingChangesNothing() async throws {
      let workspace = try await repository()
      _ = try await Tool.run("report", in: workspace)
      #expect(try changedFiles(workspace) == [])
      let diff = try await Tool.run("diff", "--exit-code", in: workspace)
      #expect(diff.status == 0)
      #expect(diff.out == "the working tree shows what HEAD does: nothing differs\n")
      let verify = try await Tool.run("verify", in: workspace)
      #expect(verify.status == 0)
      #expect(verify.out == "output is what the studies give: 1 report\n")
    }

    /// Exactly the changed run, the step after the first update, and the claim that fell.
    @Test func anotherLearningRateIsNamed() async throws {
      let workspace = try await repository()
      let claim = """
            of: {learning_rate: 0.01}
            that: final_train_loss
            above: 2.15
        """
      let text = SmallStudy.text.replacing("    that: final_train_accuracy\n    between: [0, 1]", with: claim)
      try workspace.write(text, to: "studies/small.yaml")
      _ = try await Tool.run("report", in: workspace)
      try workspace.commitAll()
      try workspace.write(
        text.replacing("[0.1, 0.01]", with: "[0.1, 0.5]").replacing(
          "{learning_rate: 0.01}", with: "{learning_rate: 0.5}"),
        to: "studies/small.yaml")
      _ = try await Tool.run("report", in: workspace)
      let changed = try changedFiles(workspace)
      #expect(
        changed.allSatisfy {
          $0.hasPrefix("output/small/") || ["output/README.md", "studies/small.yaml"].contains($0)
        })
      let diff = try await Tool.run("diff", "--exit-code", in: workspace)
      #expect(diff.status == 1)
      #expect(diff.out.hasPrefix("small: 2 of 4 runs changed, 1 claim fell\n"))
      #expect(diff.out.contains("  claim ✔ → ✘: Accuracy is a share.\n"))
      for seed in [1, 2] {
        #expect(diff.out.contains("  SGD · learning rate 0.01 → SGD · learning rate 0.5, seed \(seed)\n"))
      }
      #expect(diff.out.contains("    setting      training.learning_rate: 0.01 → 0.5\n"))
      // Losses are of the mini-batch before an update, biases after it: both differ first at step 1.
      #expect(diff.out.contains("    diverges at  step 1 (train_loss, and "))
      #expect(!diff.out.contains("learning rate 0.1,"))
      let markdown = try await Tool.run("diff", "--markdown", in: workspace)
      #expect(
        markdown.out.contains("1 report changed · 2 runs changed · **1 claim fell** · 0 reports unchanged"))
    }

    @Test func proseChangesProseOnly() async throws {
      let workspace = try await repository()
      try workspace.write(
        SmallStudy.text.replacing("Does it run?", with: "Does it?"), to: "studies/small.yaml")
      _ = try await Tool.run("report", in: workspace)
      #expect(
        try changedFiles(workspace) == ["output/README.md", "output/small/report.md", "studies/small.yaml"])
      let diff = try await Tool.run("diff", in: workspace)
      #expect(
        diff.out == """
          small: no run changed
            report.md: +1 −1 lines

          README.md: +1 −1 lines

          """)
    }

    /// A bit of the data, a pixel, a digit of the report, a picture too many, a report without a study.
    @Test func verifyFindsWhatIsNotTheStudys() async throws {
      let workspace = try await repository()
      let clean = try workspace.contents(below: "output")
      func verify(_ name: String, _ bytes: Data) async throws -> Outcome {
        try workspace.write(bytes, to: "output/\(name)")
        let outcome = try await Tool.run("verify", in: workspace)
        if let before = clean[name] {
          try workspace.write(before, to: "output/\(name)")
        } else {
          try FileManager.default.removeItem(atPath: "\(workspace.path)/output/\(name)")
        }
        return outcome
      }
      var series = try #require(clean["small/data/series.bin"])
      series[series.count / 2] ^= 1
      let bit = try await verify("small/data/series.bin", series)
      #expect(bit.status == 1)
      #expect(bit.out.contains("small/data: its content does not fit its digest"))
      let sheet = Array(try #require(clean["small/sheet.png"]))
      var picture = try PNGImage.decode(sheet)
      picture.raster.pixels[12_345] ^= 0xFF00
      let texts = picture.texts
      let pixel = try await verify("small/sheet.png", Data(try PNGImage.encode(picture.raster, texts: texts)))
      #expect(pixel.status == 1)
      #expect(pixel.out.contains("sheet.png: "))
      let extra = try await verify("small/old.png", Data(sheet))
      #expect(extra.status == 1)
      #expect(extra.out.contains("old.png: removed"))
      let orphan = try await verify("gone/report.md", Data("# Gone\n".utf8))
      #expect(orphan.status == 1)
      #expect(orphan.out.contains("output/gone/report.md: no study gives this report"))
      // What is not Kiseki's may lie there.
      let foreign = try await verify("small/notes.txt", Data("mine".utf8))
      #expect(foreign.status == 0)
      #expect(try workspace.contents(below: "output") == clean)
    }

    /// A value that another engine would give: the record is sound, and is another.
    @Test func verifyNamesTheRunThatDiffers() async throws {
      let workspace = try await repository()
      let other = try Workspace(
        study: SmallStudy.text.replacing("learning_rate: [0.1, 0.01]", with: "learning_rate: [0.1, 0.02]"))
      _ = try await Tool.run("report", in: other)
      let data = try other.contents(below: "output")
      for name in ["runs.jsonl", "series.bin"] {
        try workspace.write(try #require(data["small/data/\(name)"]), to: "output/small/data/\(name)")
      }
      let outcome = try await Tool.run("verify", "--fresh", in: workspace)
      #expect(outcome.status == 1)
      #expect(outcome.out.contains("SGD · learning rate 0.02 → SGD · learning rate 0.01, seed 1"))
      #expect(outcome.err.contains("training 4 runs"))
      #expect(outcome.err.hasSuffix("error: output is not what the studies give\n"))
    }

    /// `git diff` of a sheet names the panels whose data changed.
    @Test func gitShowsPanels() async throws {
      let workspace = try await repository()
      try workspace.write("*.png diff=kiseki\n", to: ".gitattributes")
      try git("config", "diff.kiseki.textconv", "'\(try Tool.path())' textconv", in: workspace)
      try workspace.write(SmallStudy.text.replacing("0.01]", with: "0.02]"), to: "studies/small.yaml")
      _ = try await Tool.run("report", in: workspace)
      let text = try git("diff", "--", "output/small/sheet.png", in: workspace)
      let lines = text.split(separator: "\n").filter { $0.hasPrefix("+") || $0.hasPrefix("-") }.dropFirst(2)
      #expect(lines.count == 4)
      #expect(lines.allSatisfy { $0.contains("learning rate 0.0") && $0.contains("data ") })
      let other = try await Tool.run("textconv", "studies/small.yaml", in: workspace)
      #expect(other.status == 0)
      #expect(other.out.hasPrefix("no sheet of Kiseki, "))
    }

    @Test func picturesAreDrawn() async throws {
      let workspace = try await repository()
      try workspace.write(SmallStudy.text.replacing("0.01]", with: "0.02]"), to: "studies/small.yaml")
      _ = try await Tool.run("report", in: workspace)
      let outcome = try await Tool.run("diff", "--images", "review", in: workspace)
      #expect(outcome.err == "wrote review/small/sheet.png\nwrote review/small/trajectories.png\n")
      let pictures = try workspace.contents(below: "review")
      let sheet = try PNGImage.decode(Array(try #require(pictures["small/sheet.png"])))
      #expect(sheet.raster.width > 3 * 1000)
    }

    /// Mistakes are told, with the exit code for bad input or for a slip in the command line.
    @Test(arguments: [
      (["diff", "no-such-revision"], 65, "'no-such-revision' is neither a folder nor a revision"),
      (["diff", "HEAD", "--", "--weird"], 65, "'--weird' is neither a folder nor a revision"),
      (["diff", "--tolerance=-1"], 64, "--tolerance takes a number of at least 0"),
      (["diff", "--output", ""], 64, "--output takes the path of a folder"),
    ])
    func mistakesAreTold(arguments: [String], status: Int32, message: String) async throws {
      let workspace = try await repository()
      let outcome = try await RunningTool(arguments, in: workspace).outcome()
      #expect(outcome.status == status)
      #expect(outcome.out == "")
      #expect(outcome.err.contains(message), "\(outcome.err)")
    }

    @Test func foldersAreCompared() async throws {
      let workspace = try await repository()
      let outcome = try await Tool.run("diff", "output", "output", in: workspace)
      #expect(outcome.out == "output shows what output does: nothing differs\n")
      let nowhere = try Workspace()
      let none = try await Tool.run("diff", in: nowhere)
      #expect(none.status == 65)
      #expect(none.err.contains("'HEAD' is neither a folder nor a revision"))
    }
  }
}
