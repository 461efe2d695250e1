import ArgumentParser
import Pipeline

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a commented study that runs as it is.",
    discussion: """
      EXAMPLES
        kiseki new my-study        writes studies/my-study.yaml
      """)

  @Argument(help: "The name of the study: letters, digits, '-', '_', and '/' for a sub-folder.")
  var name: String

  @Option(help: "The folder of the studies.", completion: .directory)
  var studies = "studies"

  func validate() throws {
    try requireName(studies, of: "--studies")
    guard NewStudy.isValid(name: name) else {
      throw ValidationError(
        "'\(name)' cannot name a study: use letters, digits, '-' and '_', with '/' for a sub-folder.")
    }
  }

  func run() throws {
    try CommandFailure.translated { try StandardOutput.print(NewStudy.create(name: name, in: studies)) }
  }
}
