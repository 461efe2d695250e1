import Digests
import Foundation
import Records
import Reports
import Studies
import Training

/// The last report of each study, kept in the store: what is made from the same things need not be made again.
///
/// A report is known by a digest of all that it is made from: this build of Kiseki, the bytes of the study's files, the data
/// set, and the addresses of its records, which must all be whole.
struct ReportCache: Sendable {
  private let store: RecordStore
  /// Of the command's own file: another build may draw otherwise.
  private let build: Digest

  /// nil where the command cannot read its own file.
  init?(store: RecordStore) {
    guard let path = Bundle.main.executablePath, let bytes = Files.readIfPresent(path) else { return nil }
    self.store = store
    build = Digest.of(bytes)
  }

  /// The plan's report, if it is the last one that was made, and every record of the plan is whole.
  func report(of plan: StudyPlan, source: Digest) -> FinishedReport? {
    guard let bytes = Files.readIfPresent(path(of: plan)), bytes.count > 64,
      bytes.prefix(32).elementsEqual(key(of: plan, source: source).bytes),
      Digest.of(Array(bytes.dropLast(32))).bytes.elementsEqual(bytes.suffix(32))
    else { return nil }
    var reader = ByteReader(bytes.dropFirst(32).dropLast(32))
    guard let report = try? FinishedReport(from: &reader), reader.isAtEnd,
      plan.runs.mapInParallel({ store.isWhole($0.address.key) }).allSatisfy(\.self)
    else { return nil }
    return report
  }

  /// Keeps a report in place of the study's last one.
  ///
  /// - Throws: `FileFailure` if it cannot be written.
  func keep(_ report: FinishedReport, of plan: StudyPlan, source: Digest) throws(FileFailure) {
    var writer = ByteWriter()
    writer.append(raw: key(of: plan, source: source).bytes)
    report.append(to: &writer)
    writer.append(raw: Digest.of(writer.bytes).bytes)
    try Files.write(writer.bytes, to: path(of: plan))
  }

  private func key(of plan: StudyPlan, source: Digest) -> Digest {
    var facts = ["report 1", build.hex, source.hex, plan.study.name]
    facts += [plan.data.facts.name, plan.data.facts.digest.hex] + plan.runs.map(\.address.key.hex)
    return Digest.of(facts.joined(separator: "\n"))
  }

  private func path(of plan: StudyPlan) -> String {
    "\(store.folder)/reports/\(Digest.of(plan.study.name).hex).report"
  }
}
