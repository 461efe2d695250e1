import ArgumentParser

/// Which studies a command is about.
struct StudyArguments: ParsableArguments {
  @Argument(
    help: "Study files, or folders of them (default: studies).",
    completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String] = ["studies"]
}

/// Where reports and finished runs go.
struct PlaceOptions: ParsableArguments {
  @Option(help: "The folder of the reports.", completion: .directory)
  var output = "output"

  @Option(help: "The folder of finished runs.", completion: .directory)
  var store = ".kiseki"
}
