import Testing

extension EndToEndTests {
  @Suite struct NewStudyTests {
    /// What `new` writes is right as it stands, runs, and its claim holds.
    @Test func newStudyRunsAsItIs() async throws {
      let workspace = try Workspace()
      let new = try await Tool.run("new", "demo", in: workspace)
      #expect(new.status == 0)
      #expect(new.out == "studies/demo.yaml\n")
      #expect(new.err == "")
      #expect(workspace.files() == ["studies/demo.yaml"])
      let check = try await Tool.run("check", in: workspace)
      #expect(check.status == 0)
      #expect(check.out == "demo: 4 runs, 1 claim\n")
      #expect(check.err == "")
      let report = try await Tool.run("report", "studies/demo.yaml", "--strict", in: workspace)
      #expect(report.status == 0)
      #expect(report.out == "demo: 1 of 1 claims hold: output/demo/report.md\n")
    }

    @Test func subfolderIsMade() async throws {
      let workspace = try Workspace()
      let outcome = try await Tool.run("new", "a/b", "--studies", "mine", in: workspace)
      #expect(outcome.status == 0)
      #expect(outcome.out == "mine/a/b.yaml\n")
      #expect(workspace.files() == ["mine/a/b.yaml"])
    }

    /// A study that is there is never overwritten.
    @Test func presentFileIsKept() async throws {
      let workspace = try Workspace(study: SmallStudy.text)
      let outcome = try await Tool.run("new", "small", in: workspace)
      #expect(outcome.status == 73)
      #expect(outcome.out == "")
      #expect(outcome.err == "studies/small.yaml: error: there is a file of this name; nothing was written\n")
      #expect(try workspace.text("studies/small.yaml") == SmallStudy.text)
    }

    /// A name never leads out of the folder of studies, nor is it taken for an option.
    @Test(arguments: ["../x", "/x", "a/../x", "a b", "", "a//b", "a/", ".x", "x.yaml", "ä", "a\nb"])
    func badNameIsRefused(name: String) async throws {
      let workspace = try Workspace()
      let outcome = try await Tool.run("new", name, in: workspace)
      #expect(outcome.status == 64)
      #expect(outcome.out == "")
      #expect(outcome.err.contains("cannot name a study"))
      #expect(workspace.files() == [])
    }

    @Test func folderThatIsAFileIsTold() async throws {
      let workspace = try Workspace()
      try workspace.write("", to: "studies")
      let outcome = try await Tool.run("new", "demo", in: workspace)
      #expect(outcome.status == 73)
      #expect(outcome.err == "studies/demo.yaml: cannot be written: Not a directory\n")
    }
  }
}
