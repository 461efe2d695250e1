import ArgumentParser
import Pipeline
import Records
import Reviews

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what differs between two versions of the reports.",
    discussion: """
      For each report: runs added, removed and changed; of a changed run the first step at which anything differs, what \
      it is, the largest differences, its metrics and distributions; claims that flipped; sheets and the panels whose \
      data changed. BASE and HEAD are revisions that git knows, or output folders.

      EXAMPLES
        kiseki diff                          the working tree against HEAD
        kiseki diff main                     the working tree against a branch
        kiseki diff HEAD~1 HEAD --markdown   a comment for a pull request
        kiseki diff main --images review     pictures of every changed sheet
        kiseki diff main --relative-tolerance 1e-3 --exit-code
      """)

  @Argument(help: "The older version (default: HEAD).")
  var base = "HEAD"

  @Argument(help: "The newer version (default: the output folder as it is).")
  var head: String?

  @Option(help: "The folder of the reports, here and in every revision.", completion: .directory)
  var output = "output"

  @Flag(help: "As Markdown for a comment on a pull request, under 60 KB.")
  var markdown = false

  @Option(
    help:
      "Write a picture base | head | difference of each changed sheet, and the most changed trajectories, to DIR.",
    completion: .directory)
  var images: String?

  @Option(name: .customLong("tolerance"), help: "Values that differ by at most this much count as equal.")
  var absolute = 0.0

  @Option(name: .customLong("relative-tolerance"), help: "So do values that differ by at most this share.")
  var relative = 0.0

  @Flag(help: "Exit with 1 if anything differs; with a tolerance, if numbers, runs or claims do.")
  var exitCode = false

  func validate() throws {
    try requireName(output, of: "--output")
    if let images { try requireName(images, of: "--images") }
    for (value, name) in [(absolute, "--tolerance"), (relative, "--relative-tolerance")]
    where !(value >= 0 && value.isFinite) {
      throw ValidationError("\(name) takes a number of at least 0.")
    }
  }

  func run() throws {
    let difference = try CommandFailure.translated {
      let (before, after) = (try tree(base), try head.map(tree) ?? workingTree())
      let difference = ReportsDifference(
        from: before, to: after, tolerance: Tolerance(absolute: absolute, relative: relative))
      try StandardOutput.print(
        markdown ? MarkdownDifference(difference).text : TerminalDifference(difference).text)
      if let images {
        for path in try ReviewPictures(difference, base: before, head: after).write(to: images) {
          StandardError.print("wrote \(path)")
        }
      }
      return difference
    }
    if exitCode, difference.isSignificant { throw CommandFailure.failed }
  }

  /// A folder wins over a revision of its name.
  private func tree(_ name: String) throws -> ReportTree {
    Files.isFolder(name) ? try ReportTree(folder: name) : try ReportTree(revision: name, output: output)
  }

  private func workingTree() throws -> ReportTree {
    try ReportTree(folder: output, name: "the working tree")
  }
}
