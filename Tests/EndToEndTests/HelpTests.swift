import Testing

extension EndToEndTests {
  @Suite struct HelpTests {
    /// Every command shows how it is used, in lines that fit a terminal.
    @Test(arguments: [
      [], ["report"], ["verify"], ["diff"], ["check"], ["plan"], ["new"], ["schema"], ["textconv"],
    ])
    func everyCommandHasExamples(command: [String]) async throws {
      let workspace = try Workspace()
      let outcome = try await RunningTool(command + ["--help"], in: workspace).outcome()
      #expect(outcome.status == 0)
      #expect(outcome.err == "")
      let lines = outcome.out.split(separator: "\n").map(String.init)
      let examples = lines.drop { $0 != "EXAMPLES" }.dropFirst().prefix { $0.hasPrefix(" ") }
      #expect(!examples.isEmpty)
      // Not: wrapped, which would leave its second half at the left border.
      let prefix = (["  kiseki"] + command).joined(separator: " ")
      #expect(examples.allSatisfy { $0.hasPrefix(prefix) }, "\(examples)")
      #expect(lines.drop { $0 != "EXAMPLES" }.dropFirst(examples.count + 1).first?.hasPrefix("USAGE") == true)
    }

    @Test func versionIsThatOfTheChangelog() async throws {
      let workspace = try Workspace()
      let outcome = try await Tool.run("--version", in: workspace)
      let version = outcome.out.split(separator: "\n").joined()
      let changelog = try Project.text("CHANGELOG.md")
      #expect(version.split(separator: ".").count == 3)
      #expect(changelog.contains(" \(version) "))
    }

    /// A slip in the command line is told, and nothing is done.
    @Test(arguments: [
      ["--nonsense"], ["report", "--nonsense"], ["reprot"], ["report", "--jobs", "0"],
      ["report", "--jobs", "two"],
      ["report", "--output", ""], ["report", "--store", ""], ["plan", "--store", ""],
      ["new", "a", "--studies", ""],
      ["check", "--json"], ["new"], ["new", "a", "b"],
    ])
    func wrongUseEndsWith64(arguments: [String]) async throws {
      let workspace = try Workspace(study: SmallStudy.text)
      let outcome = try await RunningTool(arguments, in: workspace).outcome()
      #expect(outcome.status == 64)
      #expect(outcome.out == "")
      #expect(outcome.err.hasPrefix("Error: "))
      #expect(workspace.files() == ["studies/small.yaml"])
    }
  }
}
