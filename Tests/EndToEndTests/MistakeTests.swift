import Foundation
import Testing

extension EndToEndTests {
  @Suite struct MistakeTests {
    /// Every mistake is told where it stands, and nothing is run or written.
    @Test(arguments: ["check", "plan", "report"])
    func mistakesAreToldAtOnce(command: String) async throws {
      let study = SmallStudy.text.replacing("hidden: [8]", with: "hiden: [8]")
        .replacing("steps: 30", with: "steps: -30")
      let workspace = try Workspace(study: study)
      try workspace.write(SmallStudy.text, to: "studies/a-good-one.yaml")
      let outcome = try await Tool.run(command, in: workspace)
      #expect(outcome.status == 65)
      #expect(outcome.out == "")
      let lines = outcome.err.split(separator: "\n")
      try #require(lines.count == 2)
      #expect(lines[0].hasPrefix("studies/small.yaml:6:11: error: unknown key 'hiden' in 'network'"))
      #expect(lines[0].hasSuffix("did you mean 'hidden'?"))
      #expect(lines[1].hasPrefix("studies/small.yaml:7:30: error: "))
      #expect(workspace.files() == ["studies/a-good-one.yaml", "studies/small.yaml"])
    }

    /// Files that are no studies are told in words.
    @Test(arguments: [
      ("not-text.yaml", "not-text.yaml:2:8: error: the file is not UTF-8 text\n"),
      ("empty.yaml", "empty.yaml:1:1: error: the file is empty"),
      ("nowhere.yaml", "nowhere.yaml: error: there is no such file or folder\n"),
      ("folder.yaml", "folder.yaml: error: this folder holds no study (a file ending in .yaml)\n"),
      ("list.yaml", "list.yaml:1:1: error: "),
      ("unclosed.yaml", "unclosed.yaml:"),
    ])
    func oddFileIsTold(path: String, message: String) async throws {
      let workspace = try Workspace()
      try workspace.write(Data("kiseki: 1\ntitle: ".utf8) + [0xFF, 0xFE, 0x0A], to: "not-text.yaml")
      try workspace.write("", to: "empty.yaml")
      try workspace.write("", to: "folder.yaml/notes.txt")
      try workspace.write("- kiseki: 1\n", to: "list.yaml")
      try workspace.write("kiseki: 1\ntitle: \"…\n", to: "unclosed.yaml")
      let outcome = try await Tool.run("report", path, in: workspace)
      #expect(outcome.status == 65)
      #expect(outcome.out == "")
      #expect(outcome.err.hasPrefix(message))
      #expect(workspace.files(below: "output") == [])
    }

    /// A folder whose name looks like a study's is searched as any other.
    @Test func folderNamedLikeAStudyIsAFolder() async throws {
      let workspace = try Workspace()
      try workspace.write(SmallStudy.text, to: "studies/x.yaml/small.yaml")
      let outcome = try await Tool.run("check", in: workspace)
      #expect(outcome.status == 0)
      #expect(outcome.out == "x.yaml/small: 4 runs, 1 claim\n")
      #expect(outcome.err == "")
    }
  }
}
