import ArgumentParser
import Foundation
import Pipeline
import Records
import Reports
import Reviews
import Studies

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Proves that the reports in the output folder are what the studies give.",
    discussion: """
      Makes all reports anew in a temporary place and compares: texts and data byte by byte, pictures pixel by pixel. \
      Prints what differs as 'kiseki diff' does, and exits with 1. Runs that the store has are not trained again, \
      unless --fresh says so. A study whose data are not on this machine is skipped.

      EXAMPLES
        kiseki verify
        kiseki verify --fresh --strict
        kiseki verify studies/learning-failure.yaml
      """)

  @OptionGroup var studies: StudyArguments
  @OptionGroup var places: PlaceOptions
  @OptionGroup var effort: EffortOptions

  @Flag(help: "Train every run again; the store is neither read nor written.")
  var fresh = false

  @Flag(help: "Exit with 1 if a claim does not hold, too.")
  var strict = false

  func run() async throws {
    let printer = ProgressPrinter(quiet: effort.quiet)
    let temporary = FileManager.default.temporaryDirectory.appending(
      path: "kiseki-store-\(UUID().uuidString)"
    ).path
    defer { if fresh { try? Files.remove(temporary) } }
    let store = RecordStore(folder: fresh ? temporary : places.store)
    let job = try CommandFailure.translated {
      try VerifyJob(output: places.output, coversAllStudies: studies.areAll) { output in
        ReportJob(
          studies: try StudyFinder.find(studies.paths), output: output, store: store, catalog: .ofThisProcess,
          jobs: effort.jobs ?? Platform.coreCount, reusesReports: false, observer: { printer.receive($0) })
      }
    }
    let outcome = try await CommandFailure.translated {
      defer { printer.finish() }
      return try await Platform.cancellingOnInterrupt { try await job.run() }
    }
    try CommandFailure.translated { try print(outcome) }
    let failing = outcome.reports.filter { !$0.claims.allSatisfy(\.holds) }
    if !outcome.isClean || strict && !failing.isEmpty { throw CommandFailure.failed }
  }

  private func print(_ outcome: VerifyJob.Outcome) throws(FileFailure) {
    for orphan in outcome.orphans {
      try StandardOutput.print("\(places.output)/\(orphan)/report.md: no study gives this report")
    }
    if !outcome.difference.isEmpty {
      try StandardOutput.print(TerminalDifference(outcome.difference).text)
      StandardError.print("error: \(places.output) is not what the studies give")
    }
    if strict {
      for report in outcome.reports {
        for claim in report.claims where !claim.holds {
          try StandardOutput.print("\(report.name): this claim does not hold: \(claim.say)")
        }
      }
    }
    if outcome.isClean {
      let count = outcome.reports.count
      try StandardOutput.print(
        "\(places.output) is what the studies give: \(count) report\(count == 1 ? "" : "s")")
    }
  }
}
