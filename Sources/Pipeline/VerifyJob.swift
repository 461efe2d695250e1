import Foundation
import Records
import Reports
package import Reviews

/// Proves that an output folder is what the studies give: makes their reports anew, elsewhere, and compares.
package struct VerifyJob {
  /// What was found.
  package struct Outcome: Sendable {
    package let reports: [FinishedReport]
    /// From what is there to what the studies give.
    package let difference: ReportsDifference
    /// Reports in the output folder that no study gives.
    package let orphans: [String]

    package var isClean: Bool { difference.isEmpty && orphans.isEmpty }
  }

  private let job: ReportJob
  private let output: String
  private let coversAllStudies: Bool

  /// - Parameters:
  ///   - output: the folder to verify.
  ///   - coversAllStudies: whether a report without a study is a fault.
  ///   - job: makes the reports of the studies in a folder; `ReportJob` with that folder as its output.
  package init(output: String, coversAllStudies: Bool, job: (OutputWriter) throws -> ReportJob) rethrows {
    self.output = output
    self.coversAllStudies = coversAllStudies
    self.job = try job(OutputWriter(folder: VerifyJob.temporaryFolder()))
  }

  private static func temporaryFolder() -> String {
    let name = "kiseki-verify-\(UUID().uuidString)"
    return FileManager.default.temporaryDirectory.appending(path: name).path
  }

  /// Makes the reports and compares them with those in the output folder.
  ///
  /// Studies whose data are absent are skipped. Files that are not Kiseki's may lie beside the reports.
  ///
  /// - Throws: as `ReportJob.run`, or `FileFailure` if a committed file cannot be read.
  package func run() async throws -> Outcome {
    defer { try? Files.remove(job.output.folder) }
    let reports = try await job.run()
    let made = try ReportTree(folder: job.output.folder, name: "what the studies give")
    let present = try ReportTree(folder: output, name: output)
    let names = reports.map(\.name)
    let gallery = Array(Gallery(outputFolder: output).text.utf8)
    let difference = ReportsDifference(
      from: present.keeping(madeBy: made, studies: names),
      to: made.replacing(gallery, at: "README.md", ifIn: present, opening: Gallery.opening))
    let known = names + job.studies.map(\.name)
    return Outcome(
      reports: reports, difference: difference,
      orphans: coversAllStudies ? present.studies.filter { !known.contains($0) } : [])
  }
}

extension ReportTree {
  /// The tree without the reports that were not made anew, and without files that are not Kiseki's.
  fileprivate func keeping(madeBy made: ReportTree, studies: [String]) -> ReportTree {
    let madePaths = Set(made.paths)
    let files = paths.filter { path in
      if madePaths.contains(path) { return true }
      guard studies.contains(where: { isFile(path, of: $0) }) else { return false }
      return path.hasSuffix(".png") && SheetPicture.isSheet(read(path) ?? [])
    }
    return ReportTree(name: name, files: files.map { ($0, read($0) ?? []) })
  }

  private func isFile(_ path: String, of study: String) -> Bool {
    path.hasPrefix("\(study)/") && !path.dropFirst(study.count + 1).contains("/")
  }

  /// The list of reports is made from the folder that is verified: it lists reports whose data are absent, too.
  ///
  /// A README that is somebody else's is none of it.
  fileprivate func replacing(
    _ bytes: [UInt8], at path: String, ifIn present: ReportTree, opening: String
  ) -> ReportTree {
    let others = paths.filter { $0 != path }.map { ($0, read($0) ?? []) }
    if let there = present.read(path), !there.starts(with: opening.utf8) {
      return ReportTree(name: name, files: others + [(path, there)])
    }
    return ReportTree(name: name, files: others + [(path, bytes)])
  }
}
