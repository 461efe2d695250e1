import Foundation
import Records
import Studies
import Testing

@testable import Pipeline

@Suite struct ReportJobTests {
  private let bench: Bench
  private let runs = ["learning rate 0.01, seed 1", "learning rate 0.1, seed 1"]

  init() throws {
    bench = try Bench()
    try bench.write(Bench.tiny())
  }

  /// The files of a report, and nothing else; the work done is the work announced.
  @Test func writesAReport() async throws {
    let watch = try await bench.report()
    #expect(watch.trained == runs)
    #expect(watch.planned == [[2, 0]])
    #expect(watch.reported == ["tiny"])
    #expect(watch.notices == [])
    #expect(watch.plannedWork > 0)
    #expect(abs(watch.work / watch.plannedWork - 1) < 1e-9)
    #expect(
      bench.contents(of: "output").keys.sorted() == [
        "output/README.md", "output/tiny/curves.png", "output/tiny/data/runs.jsonl",
        "output/tiny/data/series.bin", "output/tiny/report.md", "output/tiny/summary.csv",
      ])
    #expect(bench.read("output/tiny/report.md")?.contains("**The claim holds.**") == true)
    #expect(bench.read("output/README.md")?.contains("## [Tiny](tiny/report.md)") == true)
  }

  /// A finished run is never trained twice, and a finished report is not touched.
  @Test func theSecondTimeNothingIsTrainedOrWritten() async throws {
    try await bench.report()
    let old = bench.contents(of: "output")
    try makeOld()
    let watch = try await bench.report()
    #expect(watch.trained == [])
    #expect(watch.planned == [[0, 2]])
    #expect(watch.reported == ["tiny"])
    #expect(bench.contents(of: "output") == old)
    #expect(try changed() == [])
  }

  /// A report that is made from the same things is taken from the store; whatever happened to its files, they come back.
  @Test func reportsAreReused() async throws {
    try await bench.report()
    let whole = bench.contents(of: "output")
    for file in whole.keys where file.hasPrefix("output/tiny") {
      try Files.write([1, 2, 3], to: "\(bench.scratch.path)/\(file)")
    }
    #expect(try await bench.report().trained == [])
    #expect(bench.contents(of: "output") == whole)

    // Of a damaged one nothing is used.
    let kept = try #require(bench.scratch.files.first { $0.hasSuffix(".report") })
    let path = "\(bench.scratch.path)/\(kept)"
    let bytes = try Files.read(path)
    for damaged in [[], Array(bytes.dropLast()), bytes.dropLast(40) + [7] + bytes.suffix(39)] {
      try Files.write(damaged, to: path)
      _ = try await bench.report()
      #expect(try Files.read(path) == bytes)
    }
    #expect(bench.contents(of: "output") == whole)

    // A record that is gone is trained again.
    let record = try #require(bench.scratch.files.first { $0.hasSuffix(".record") })
    try Files.remove("\(bench.scratch.path)/\(record)")
    #expect(try await bench.report().trained.count == 1)
  }

  /// Prose changes the texts that have it, and nothing that was trained or drawn.
  @Test func proseChangesTextAlone() async throws {
    try await bench.report()
    try makeOld()
    try bench.write(Bench.tiny(say: "It learns well."))
    #expect(try await bench.report().trained == [])
    #expect(try changed() == ["output/tiny/report.md"])

    try makeOld()
    try bench.write(Bench.tiny(question: "Why not?", say: "It learns well."))
    #expect(try await bench.report().trained == [])
    #expect(try changed() == ["output/README.md", "output/tiny/report.md"])
  }

  /// A run more is a run to train, not all of them.
  @Test func onlyWhatIsMissingIsTrained() async throws {
    try await bench.report()
    try bench.write(Bench.tiny(rates: "[0.1, 0.01, 0.001]"))
    let watch = try await bench.report()
    #expect(watch.planned == [[1, 2]])
    #expect(watch.trained == ["learning rate 0.001, seed 1"])
  }

  /// The bits do not depend on how many runs are trained at once.
  @Test func jobsChangeNothing() async throws {
    try await bench.report(jobs: 1)
    let records = bench.contents(of: "store")
    let output = bench.contents(of: "output")
    for jobs in [2, 5] {
      try FileManager.default.removeItem(atPath: bench.store.folder)
      try FileManager.default.removeItem(atPath: bench.output)
      try await bench.report(jobs: jobs)
      #expect(bench.contents(of: "store") == records)
      #expect(bench.contents(of: "output") == output)
    }
    // Two records and the report.
    #expect(records.count == 3)
  }

  /// What is in the store but cannot be trusted is told and trained again, with the same bytes.
  @Test func aDamagedRecordIsTrainedAgain() async throws {
    try await bench.report()
    let old = bench.contents(of: "store")
    let name = try #require(old.keys.min())
    var damaged = try #require(old[name])
    damaged[damaged.count / 2] ^= 1
    let path = "\(bench.scratch.path)/\(name)"
    try Files.write(damaged, to: path)
    let watch = try await bench.report()
    #expect(watch.trained.count == 1)
    #expect(watch.planned == [[1, 1]])
    #expect(
      watch.notices.map {
        $0.hasPrefix("\(path): warning: this record is not used, its content does not fit its digest; ")
      }
        == [true])
    #expect(bench.contents(of: "store") == old)
  }

  /// Two studies with a run in common train it once; the second finds it in the store.
  @Test func studiesShareTheirRuns() async throws {
    try bench.write(Bench.tiny(title: "Other", rates: "[0.1, 0.2]"), to: "studies/other.yaml")
    let watch = try await bench.report()
    #expect(watch.planned == [[3, 0]])
    #expect(
      watch.trained == [
        "learning rate 0.01, seed 1", "learning rate 0.1, seed 1", "learning rate 0.2, seed 1",
      ])
    #expect(watch.reported == ["other", "tiny"])
    #expect(abs(watch.work / watch.plannedWork - 1) < 1e-9)
  }

  /// One mistake anywhere, and nothing is run or written.
  @Test func aMistakeStopsEverything() async throws {
    try bench.write(
      "kiseki: 1\ntitle: T\nseeed: 1\ngroups: [{learning_rate: 0.1}]\n", to: "studies/wrong.yaml")
    let error = await #expect(throws: StudyMistakes.self) { try await bench.report() }
    #expect(error?.findings.map(\.line) == [3])
    #expect(bench.scratch.files.allSatisfy { $0.hasPrefix("studies/") })
  }

  /// Without its data a study is skipped, and what is there of its report stays.
  @Test func aStudyWithoutDataIsSkipped() async throws {
    try bench.write(Bench.tiny(data: "mnist"), to: "studies/mnist/tiny.yaml")
    try bench.write("# Old\n", to: "output/mnist/tiny/report.md")
    let watch = try await bench.report()
    #expect(watch.reported == ["tiny"])
    #expect(watch.notices.count == 1)
    #expect(watch.notices.first?.hasPrefix("mnist/tiny: skipped: MNIST is not there") == true)
    #expect(bench.read("output/mnist/tiny/report.md") == "# Old\n")
    #expect(bench.read("output/README.md")?.contains("## [Old](mnist/tiny/report.md)") == true)
  }

  @Test func anUnwritableOutputFails() async throws {
    try bench.write("a file", to: "output")
    await #expect(throws: FileFailure.self) { try await bench.report() }
    // What was trained is kept: the next call only draws.
    try FileManager.default.removeItem(atPath: bench.output)
    #expect(try await bench.report().planned == [[0, 2]])
  }

  /// Cancelled, a job stops soon and keeps what is finished; the next one goes on from there to the same bytes.
  @Test func cancellationKeepsWhatIsFinished() async throws {
    try await bench.report()
    let (records, output) = (bench.contents(of: "store"), bench.contents(of: "output"))
    try FileManager.default.removeItem(atPath: bench.store.folder)
    try FileManager.default.removeItem(atPath: bench.output)

    let (watch, canceller) = (Watch(), Canceller())
    await #expect(throws: CancellationError.self) {
      try await canceller.run {
        try await bench.report(jobs: 1) { event in
          watch.receive(event)
          if case .trained = event { canceller.cancel() }
        }
      }
    }
    #expect(watch.trained == ["learning rate 0.1, seed 1"])
    #expect(watch.reported == [])
    #expect(bench.contents(of: "output").isEmpty)

    let second = try await bench.report()
    #expect(second.trained == ["learning rate 0.01, seed 1"])
    #expect(bench.contents(of: "store") == records)
    #expect(bench.contents(of: "output") == output)
  }

  /// Sets all files of the output to a time long ago.
  private func makeOld() throws {
    for file in bench.contents(of: "output").keys {
      try FileManager.default.setAttributes(
        [.modificationDate: ReportJobTests.longAgo], ofItemAtPath: "\(bench.scratch.path)/\(file)")
    }
  }

  /// The files of the output that were written since `makeOld`.
  private func changed() throws -> [String] {
    try bench.contents(of: "output").keys.sorted().filter { file in
      let path = "\(bench.scratch.path)/\(file)"
      let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
      return date != ReportJobTests.longAgo
    }
  }

  private static let longAgo = Date(timeIntervalSince1970: 1_000_000_000)
}
