/// What is different between two output folders.
package struct ReportsDifference: Sendable {
  package let base: String
  package let head: String
  package let tolerance: Tolerance
  /// Studies that differ in anything, sorted.
  package let studies: [StudyDifference]
  package let unchangedStudies: Int
  /// Files that belong to no study, such as the list of reports.
  package let otherFiles: [FileDifference]

  /// - Parameters:
  ///   - base: before.
  ///   - head: after.
  ///   - studies: the studies to compare; nil for all.
  ///   - tolerance: by how much numbers may differ.
  package init(
    from base: ReportTree, to head: ReportTree, studies: [String]? = nil, tolerance: Tolerance = .none
  ) {
    self.base = base.name
    self.head = head.name
    self.tolerance = tolerance
    let all = Set(base.studies + head.studies).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let compared = all.filter { studies?.contains($0) ?? true }
    let differences = compared.map { StudyDifference($0, base: base, head: head, tolerance) }
    self.studies = differences.filter { !$0.isEmpty }
    unchangedStudies = differences.count(where: \.isEmpty)
    let paths = Set(base.paths + head.paths).filter { path in
      !all.contains { path.hasPrefix("\($0)/") } && studies == nil
    }
    otherFiles = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap {
      FileDifference($0, base: base.read($0), head: head.read($0))
    }
  }

  package var isEmpty: Bool { studies.isEmpty && otherFiles.isEmpty }

  /// Whether the difference matters, given the tolerance: with none, everything does.
  package var isSignificant: Bool {
    if tolerance.isNone { return !isEmpty }
    return studies.contains { $0.isSignificant(tolerance) }
  }
}
