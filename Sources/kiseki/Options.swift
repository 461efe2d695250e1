import ArgumentParser

/// Which studies a command is about.
struct StudyArguments: ParsableArguments {
  @Argument(
    help: "Study files, or folders of them (default: studies).",
    completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String] = ["studies"]
}

extension StudyArguments {
  /// Whether no study was left out.
  var areAll: Bool { paths == ["studies"] }
}

/// How a long command works.
struct EffortOptions: ParsableArguments {
  @Option(help: "How many runs to train at once (default: one a core). It never changes a result.")
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "No progress on stderr; mistakes and warnings remain.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a whole number of at least 1, not \(jobs).") }
  }
}

/// Where reports and finished runs go.
struct PlaceOptions: ParsableArguments {
  @Option(help: "The folder of the reports.", completion: .directory)
  var output = "output"

  @Option(help: "The folder of finished runs.", completion: .directory)
  var store = ".kiseki"

  func validate() throws {
    try requireName(output, of: "--output")
    try requireName(store, of: "--store")
  }
}

/// An empty folder, as an unset variable of a script gives it, would be the root of the file system.
func requireName(_ folder: String, of option: String) throws {
  if folder.isEmpty { throw ValidationError("\(option) takes the path of a folder, not an empty text.") }
}
