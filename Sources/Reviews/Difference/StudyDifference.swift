/// What is different about a study's report.
package struct StudyDifference: Sendable {
  package enum Presence: Sendable {
    case added
    case removed
    case inBoth
  }

  package let study: String
  package let presence: Presence
  /// What keeps runs from being compared, such as a report of a Kiseki that kept no data; nil if nothing does.
  package let obstacle: String?
  package let addedRuns: [RunData]
  package let removedRuns: [RunData]
  /// In the order of the newer report.
  package let changedRuns: [RunDifference]
  package let unchangedRuns: Int
  /// The data set before and after, if it changed.
  package let dataChange: (base: String, head: String)?
  package let claims: [ClaimDifference]
  /// Sorted by name.
  package let files: [FileDifference]
  /// Both sides' data, for drawing.
  package let data: (base: StudyData?, head: StudyData?)

  init(_ study: String, base: ReportTree, head: ReportTree, _ tolerance: Tolerance) {
    self.study = study
    let isIn = (base.studies.contains(study), head.studies.contains(study))
    presence = isIn == (true, true) ? .inBoth : isIn.1 ? .added : .removed
    let (before, after) = (base.data(of: study), head.data(of: study))
    data = (before.data, after.data)
    obstacle = StudyDifference.obstacle(before, after, presence, base, head)
    let pairing = RunPairing(before.data?.runs ?? [], after.data?.runs ?? [])
    let compares = data.base != nil && data.head != nil
    addedRuns = compares ? pairing.added : []
    removedRuns = compares ? pairing.removed : []
    let sameResolution = data.base?.thinning == data.head?.thinning
    changedRuns = pairing.pairs.filter {
      StudyDifference.isChanged($0.base, $0.head, sameResolution: sameResolution)
    }.map { RunDifference($0.base, $0.head, tolerance) }
    unchangedRuns = pairing.pairs.count - changedRuns.count
    dataChange = StudyDifference.dataChange(data.base, data.head)
    claims =
      presence == .inBoth ? ClaimDifference.all(base.claims(of: study), head.claims(of: study)) : []
    // The data files are told in terms of runs and claims, or else by their names.
    let saysMore = !changedRuns.isEmpty || !addedRuns.isEmpty || !removedRuns.isEmpty || !claims.isEmpty
    files = StudyDifference.files(base.files(of: study), head.files(of: study)).filter {
      !saysMore || !$0.name.hasPrefix(StudyData.folder + "/")
    }
  }

  /// Data of another resolution hold the same run with fewer points.
  private static func isChanged(_ base: RunData, _ head: RunData, sameResolution: Bool) -> Bool {
    base.content != head.content || base.settings != head.settings || sameResolution && base != head
  }

  private static func obstacle(
    _ before: FoundData, _ after: FoundData, _ presence: Presence, _ base: ReportTree, _ head: ReportTree
  ) -> String? {
    if let damage = before.damage { return "\(base.name): \(damage)" }
    if let damage = after.damage { return "\(head.name): \(damage)" }
    guard presence == .inBoth else { return nil }
    if before.data == nil { return "\(base.name) has no data of it to compare runs with" }
    if after.data == nil { return "\(head.name) has no data of it to compare runs with" }
    return nil
  }

  private static func dataChange(_ base: StudyData?, _ head: StudyData?) -> (String, String)? {
    guard let base, let head, base.dataDigest != head.dataDigest else { return nil }
    let text = { (data: StudyData) in "\(data.dataName) (\(data.dataDigest.prefix(12)))" }
    return (text(base), text(head))
  }

  private static func files(
    _ base: [(name: String, bytes: [UInt8])], _ head: [(name: String, bytes: [UInt8])]
  ) -> [FileDifference] {
    let names = Set((base + head).map(\.name)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return names.compactMap { name in
      FileDifference(
        name, base: base.first { $0.name == name }?.bytes, head: head.first { $0.name == name }?.bytes)
    }
  }
}

extension StudyDifference {
  /// Whether nothing at all is different.
  package var isEmpty: Bool {
    presence == .inBoth && !hasDifferentRuns && claims.isEmpty && files.isEmpty && dataChange == nil
      && obstacle == nil
  }

  private var hasDifferentRuns: Bool { !addedRuns.isEmpty || !removedRuns.isEmpty || !changedRuns.isEmpty }

  package var fallenClaims: [ClaimDifference] { claims.filter(\.fell) }

  /// Whether numbers differ by more than a tolerance, runs or studies came or went, or a claim flipped.
  func isSignificant(_ tolerance: Tolerance) -> Bool {
    if tolerance.isNone { return !isEmpty }
    return presence != .inBoth || obstacle != nil || dataChange != nil || !addedRuns.isEmpty
      || !removedRuns.isEmpty || changedRuns.contains(where: \.isSignificant)
      || claims.contains { $0.fell || $0.rose }
  }
}
