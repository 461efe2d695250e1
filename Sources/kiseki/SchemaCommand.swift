import ArgumentParser
import Studies

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of study files, for editors.",
    discussion: """
      EXAMPLES
        kiseki schema > studies/study.schema.json
        kiseki schema --markdown
      """)

  @Flag(help: "The reference of the format as Markdown, as in docs/study-format.md.")
  var markdown = false

  func run() throws {
    try CommandFailure.translated {
      try StandardOutput.write(markdown ? StudySchema.markdown : StudySchema.json)
    }
  }
}
