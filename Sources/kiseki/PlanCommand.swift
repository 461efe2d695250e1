import ArgumentParser
import Pipeline
import Records

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Lists the runs of studies with their addresses in the store.",
    discussion: """
      EXAMPLES
        kiseki plan
        kiseki plan studies/learning-failure.yaml --json
      """)

  @OptionGroup var studies: StudyArguments

  @Option(help: "The folder of finished runs.", completion: .directory)
  var store = ".kiseki"

  @Flag(help: "As JSON: every run with all that determines its bits.")
  var json = false

  func validate() throws {
    try requireName(store, of: "--store")
  }

  func run() throws {
    try CommandFailure.translated {
      let valid = try StudyCheck(StudyFinder.find(studies.paths)).validStudies { event in
        if case .notice(let text) = event { StandardError.print(text) }
      }
      let listing = try PlanListing(
        studies: valid, store: RecordStore(folder: store), catalog: .ofThisProcess)
      try StandardOutput.print(json ? listing.json : listing.text)
    }
  }
}
