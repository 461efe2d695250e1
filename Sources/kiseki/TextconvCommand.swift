import ArgumentParser
import Records
import Reports

struct TextconvCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "textconv",
    abstract: "Prints what a sheet shows, for 'git diff'.",
    discussion: """
      A sheet's PNG says in text what each of its panels draws, with a digest of the data. 'make git-setup' tells git to \
      compare sheets by that text, so that 'git diff' names the panels that changed.

      EXAMPLES
        kiseki textconv output/learning-failure/curves-relu.png
      """)

  @Argument(help: "A PNG file.", completion: .file(extensions: ["png"]))
  var file: String

  func run() throws {
    try CommandFailure.translated {
      let bytes = try Files.read(file)
      // git asks for every PNG, and takes an error for one of its own.
      try StandardOutput.write(SheetListing.text(of: bytes) ?? "no sheet of Kiseki, \(bytes.count) bytes\n")
    }
  }
}
