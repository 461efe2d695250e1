import Testing

extension EndToEndTests {
  @Suite struct SchemaTests {
    /// What the command prints is what is committed for editors.
    @Test func schemaIsTheCommittedOne() async throws {
      let outcome = try await Tool.run("schema", in: try Workspace())
      #expect(outcome.status == 0)
      #expect(outcome.err == "")
      #expect(outcome.out == (try Project.text("studies/study.schema.json")))
    }

    @Test func referenceIsThatOfTheDocumentation() async throws {
      let outcome = try await Tool.run("schema", "--markdown", in: try Workspace())
      #expect(outcome.status == 0)
      #expect(outcome.out.hasPrefix("### A study\n"))
      #expect(try Project.text("docs/study-format.md").hasSuffix(outcome.out))
    }
  }
}
