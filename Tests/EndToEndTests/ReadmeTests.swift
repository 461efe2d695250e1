import Foundation
import Testing

extension EndToEndTests {
  /// What the README tells to type works, in the order in which it stands there.
  @Suite struct ReadmeTests {
    /// Commands that are not run here, by how they begin, and why.
    private static let skipped = [
      "make ": "builds, or downloads",
      "git ": "needs a repository",
      "export PATH": "changes the reader's shell",
      "studies/": "is an output, checked below",
    ]

    /// Lines of indented code blocks, without their comments; what stands between ``` is no command.
    private func lines() throws -> [String] {
      let readme = try Project.text("README.md").replacing(/```(?s).*?```/, with: "")
      return readme.split(separator: "\n").filter { $0.hasPrefix("    ") }.map { line in
        let code = line.firstRange(of: "  #").map { line[..<$0.lowerBound] } ?? line
        return code.trimmingCharacters(in: .whitespaces)
      }
    }

    /// The words of a `kiseki` command; nil for another one.
    private func arguments(_ line: String) -> [String]? {
      let words = line.split(separator: " ").map(String.init)
      return ["kiseki", ".build/release/kiseki"].contains(words.first) ? Array(words.dropFirst()) : nil
    }

    @Test func commandsWork() async throws {
      let workspace = try Workspace()
      try workspace.copyStudies()
      try workspace.write(try exampleStudy(), to: "studies/optimizers.yaml")
      var written: [String] = []
      for command in try lines().compactMap(arguments) {
        try workspace.shortenStudies()
        if command.first == "diff" { try workspace.commitAll() }
        let outcome = try await RunningTool(command, in: workspace).outcome()
        #expect(outcome.status == 0, "kiseki \(command.joined(separator: " ")): \(outcome.err)")
        if command.first == "report" {
          written.append(
            outcome.out.split(separator: "\n").first?.split(separator: " ").last.map(String.init) ?? "")
        }
      }
      let files = workspace.files()
      #expect(written.count >= 2)
      for report in written { #expect(files.contains(report)) }
    }

    /// Every other command has a reason why it is not run here.
    @Test func noCommandIsForgotten() throws {
      for line in try lines() where arguments(line) == nil {
        #expect(ReadmeTests.skipped.keys.contains { line.hasPrefix($0) }, "\(line)")
      }
    }

    /// The commands of the table are those that there are, and their help is there.
    @Test func tableNamesEveryCommand() async throws {
      let workspace = try Workspace()
      let help = try await Tool.run("--help", in: workspace)
      let commands = help.out.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
        .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap { $0.split(separator: " ").first }
        .filter { $0 != "See" }
      let table = try Project.text("README.md").matches(of: /\n\| `kiseki ([a-z]+)/).map(\.1)
      #expect(table == commands)
      for command in table {
        #expect(try await Tool.run("help", String(command), in: workspace).status == 0)
      }
    }

    /// The options that the README names are those of `report`.
    @Test func optionsAreThere() async throws {
      let help = try await Tool.run("report", "--help", in: try Workspace()).out
      let readme = try Project.text("README.md")
      let sentence = try #require(
        readme.firstMatch(of: /`kiseki help report` explains the options: ([^.]*)\./)
      ).1
      let options = sentence.matches(of: /`(--[a-z]+)`/).map(\.1)
      #expect(options.count == 5)
      for option in options { #expect(help.contains("\(option) ") || help.contains("\(option)\n")) }
    }

    /// The mistake that the README shows is told in just these words.
    @Test func mistakeIsToldAsShown() async throws {
      let workspace = try Workspace()
      _ = try await Tool.run("new", "my-study", in: workspace)
      let shown = try #require(try lines().first { $0.hasPrefix("studies/my-study.yaml:") })
      let number = try #require(shown.split(separator: ":").dropFirst().first.flatMap { Int($0) })
      var lines = try workspace.text("studies/my-study.yaml").split(
        separator: "\n", omittingEmptySubsequences: false)
      lines.insert("  learning_rat: 0.1", at: number - 1)
      try workspace.write(lines.joined(separator: "\n"), to: "studies/my-study.yaml")
      let outcome = try await Tool.run("check", "studies/my-study.yaml", in: workspace)
      #expect(outcome.status == 65)
      #expect(outcome.err == shown + "\n")
    }

    /// The study that the README shows.
    private func exampleStudy() throws -> String {
      let readme = try Project.text("README.md")
      return String(try #require(readme.firstMatch(of: /```yaml\n((?s).*?)```/)).1)
    }
  }
}

extension Workspace {
  /// A link would be copied as such, and the tests would write into the checkout.
  fileprivate func copyStudies() throws {
    let studies = Project.root.appending(path: "studies").resolvingSymlinksInPath()
    try FileManager.default.copyItem(at: studies, to: URL(filePath: "\(path)/studies"))
  }

  /// Few steps, seeds and examples, so that a study is reported in a moment.
  fileprivate func shortenStudies() throws {
    for file in files(below: "studies") where file.hasSuffix(".yaml") {
      let short = try text("studies/\(file)").replacing(/\n  steps: [0-9]+/, with: "\n  steps: 3")
        .replacing(/\nseeds: [0-9]+/, with: "\nseeds: 1")
        .replacing(/\ndata: digits/, with: "\ndata: {train: 300, test: 100}")
      try write(short, to: "studies/\(file)")
    }
  }
}
