import ArgumentParser
import Pipeline
import Studies

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Finds all mistakes in studies, without running them.",
    discussion: """
      Mistakes are printed as file:line:column, all at once; exit code 65 says that there are some.

      EXAMPLES
        kiseki check
        kiseki check studies/my-study.yaml
      """)

  @OptionGroup var studies: StudyArguments

  func run() throws {
    try CommandFailure.translated {
      let files = try StudyFinder.find(studies.paths)
      let valid = try StudyCheck(files).validStudies { event in
        if case .notice(let text) = event { StandardError.print(text) }
      }
      for study in valid {
        let runs = counted(study.points.count * study.seeds.count, "run")
        try StandardOutput.print("\(study.name): \(runs), \(counted(study.claims.count, "claim"))")
      }
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
