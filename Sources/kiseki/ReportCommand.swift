import ArgumentParser
import Pipeline
import Records
import Reports
import Studies

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Trains what is not yet trained, and writes the reports.",
    discussion: """
      Finished runs are kept in the store and never trained twice. Ctrl-C stops cleanly; the same command goes on \
      where it stopped. A study whose data are not on this machine is skipped, and its report stays as it is.

      EXAMPLES
        kiseki report
        kiseki report studies/learning-failure.yaml --jobs 1
        kiseki report studies --output /tmp/reports --strict
      """)

  @OptionGroup var studies: StudyArguments
  @OptionGroup var places: PlaceOptions
  @OptionGroup var effort: EffortOptions

  @Flag(help: "Exit with 1 if a claim does not hold.")
  var strict = false

  func run() async throws {
    let printer = ProgressPrinter(quiet: effort.quiet)
    let job = try CommandFailure.translated {
      ReportJob(
        studies: try StudyFinder.find(studies.paths), output: OutputWriter(folder: places.output),
        store: RecordStore(folder: places.store), catalog: .ofThisProcess,
        jobs: effort.jobs ?? Platform.coreCount, observer: { printer.receive($0) })
    }
    let reports = try await CommandFailure.translated {
      defer { printer.finish() }
      return try await Platform.cancellingOnInterrupt { try await job.run() }
    }
    try CommandFailure.translated {
      for report in reports { try StandardOutput.print(ReportLine(report, output: places.output).text) }
    }
    if strict, reports.contains(where: { !$0.claims.allSatisfy(\.holds) }) { throw ExitCode(1) }
  }
}

/// What stdout says of a finished report.
struct ReportLine {
  let text: String

  init(_ report: FinishedReport, output: String) {
    let (total, holding) = (report.claims.count, report.claims.count(where: \.holds))
    let claims = total == 0 ? "no claims" : "\(holding) of \(total) claims hold"
    let failing = report.claims.filter { !$0.holds }.map { "  ✘ \($0.say)" }
    text = (["\(report.name): \(claims): \(output)/\(report.name)/report.md"] + failing).joined(
      separator: "\n")
  }
}
