/// What has no meaning in a kind of study.
struct KindRules {
  /// nil while the data, from which it follows, is not sound; then nothing is judged.
  let kind: StudyKind?

  /// Reports the settings, in sections and groups, and the parts of a study that it has no use for.
  func check(_ root: SourceNode, _ issues: inout Issues) {
    guard let kind else { return }
    for section in Setting.Section.allCases.map(\.rawValue) {
      if kind == .forward, section == Setting.Section.training.rawValue {
        report(section, of: root, path: [], &issues)
      } else if let node = root[section] {
        checkSettings(node, kind, &issues)
      }
    }
    for group in root["groups"]?.elements ?? [] { checkSettings(group, kind, &issues) }
    if kind == .forward { report("ablations", of: root, path: [], &issues) }
  }

  /// Reports the keys that name steps, if there is only one.
  func checkSteps(_ node: SourceNode, path: [String], _ issues: inout Issues) {
    guard kind == .forward else { return }
    for key in StudySchema.stepKeys + ["since"] { report(key, of: node, path: path, &issues) }
  }

  /// Reports a key, if it is there, as one without a meaning.
  func report(_ key: String, of node: SourceNode, path: [String], _ issues: inout Issues) {
    guard let kind, let entry = node.entry(key) else { return }
    issues.report(.notOfKind(label: "'\(key)'", kind), at: entry.keyMark, path: path)
  }

  /// Whether something exists in this kind of study, or its kind is not known; reports it otherwise.
  func allows(
    _ kinds: Set<StudyKind>, _ name: String, at mark: SourceMark, path: [String], _ issues: inout Issues
  ) -> Bool {
    guard let kind, !kinds.contains(kind) else { return true }
    issues.report(.notOfKind(label: "'\(name)'", kind), at: mark, path: path)
    return false
  }

  private func checkSettings(_ node: SourceNode, _ kind: StudyKind, _ issues: inout Issues) {
    for entry in node.entries ?? [] {
      guard let setting = Setting.named(entry.key), !setting.kinds.contains(kind) else { continue }
      // A source that is made, not read, does not stand beside what only images have.
      if setting.section == .data, node["gaussian"] ?? node["catch"] != nil { continue }
      issues.report(.notOfKind(label: "'\(entry.key)'", kind), at: entry.keyMark)
    }
  }
}

extension SourceNode {
  /// A key with its value and its place.
  func entry(_ key: String) -> SourceEntry? { entries?.first { $0.key == key } }
}
