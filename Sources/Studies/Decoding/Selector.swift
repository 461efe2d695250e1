/// Resolves selections to grid points.
struct Selector {
  let grid: Grid

  /// The points that a selection names; all of them if there is none.
  /// - Returns: ascending; nil if it matches nothing, with the reason in `issues`.
  func select(_ node: SourceNode?, path: [String], _ issues: inout Issues) -> [Int]? {
    var selected = Array(grid.points.indices)
    guard let entries = node?.entries else { return selected }
    var context = ""
    // Groups and runs first, so that messages about settings name the values that remain.
    let ordered =
      entries.filter { $0.key == "group" || $0.key == "run" }
      + entries.filter { $0.key != "group" && $0.key != "run" }
    for entry in ordered {
      guard let matches = matches(entry, among: selected, context: context, path: path, &issues) else {
        return nil
      }
      selected = matches
      context += described(entry, matches)
    }
    return selected
  }

  /// The single point that a selection names.
  func selectOne(_ node: SourceNode, label: String, path: [String], _ issues: inout Issues) -> Int? {
    guard let points = select(node, path: path, &issues) else { return nil }
    if points.count == 1 { return points[0] }
    issues.report(
      .notOnePoint(label: label, names: points.map { grid.points[$0].name }), at: node.mark, path: path)
    return nil
  }

  private func matches(
    _ entry: SourceEntry, among selected: [Int], context: String, path: [String], _ issues: inout Issues
  ) -> [Int]? {
    var union: Set<Int> = []
    var isComplete = true
    for value in entry.value.oneOrMore {
      let found = selected.filter { isMatch(entry.key, value, at: $0) }
      if found.isEmpty {
        issues.report(
          problem(entry.key, value, among: selected, context: context), at: value.mark, path: path)
        isComplete = false
      }
      union.formUnion(found)
    }
    return isComplete ? union.sorted() : nil
  }

  private func isMatch(_ key: String, _ value: SourceNode, at index: Int) -> Bool {
    let point = grid.points[index]
    switch key {
    case "group": return point.group == value.text?.trimmed
    case "run": return point.name == value.text?.trimmed
    default:
      if let bounds = SettingBounds(value, of: key) {
        return point.text(of: key).flatMap(ScalarSyntax.double).map(bounds.contains) ?? false
      }
      return text(key, value, at: index).map { $0 == point.text(of: key) } ?? false
    }
  }

  /// A setting's value as the point would have it, in the point's own words, whether or not it has a meaning there.
  private func text(_ key: String, _ value: SourceNode, at index: Int) -> String? {
    guard let setting = Setting.named(key),
      let settings = try? grid.sources[index].setting(key, to: value).settings()
    else { return nil }
    return setting.valueText(settings)
  }

  private func problem(_ key: String, _ value: SourceNode, among selected: [Int], context: String) -> Problem
  {
    let points = selected.map { grid.points[$0] }
    switch key {
    case "group", "run":
      let valid = unique(points.map { key == "group" ? $0.group : $0.name })
      let name = value.text?.trimmed ?? ""
      return .unknownName(
        kind: key + context, name: name, suggestion: Spelling.nearest(to: name, among: valid), valid: valid)
    default:
      let text =
        SettingBounds(value, of: key)?.text
        ?? selected.lazy.compactMap { self.text(key, value, at: $0) }.first ?? "of this value"
      return .noMatch(
        setting: key, text: text, context: context, values: unique(points.compactMap { $0.text(of: key) }))
    }
  }

  private func described(_ entry: SourceEntry, _ matches: [Int]) -> String {
    let values = entry.value.oneOrMore
    switch entry.key {
    case "group" where values.count == 1: return " of group '\(values[0].text?.trimmed ?? "")'"
    case "group", "run": return " of the \(entry.key)s named"
    default:
      if let bounds = SettingBounds(entry.value, of: entry.key) {
        return " with \(entry.key) \(bounds.text)"
      }
      let texts = unique(matches.compactMap { grid.points[$0].text(of: entry.key) })
      return " with \(entry.key) \(texts.joined(separator: " or "))"
    }
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

extension GridPoint {
  /// The value of a setting in words; nil if it does not apply to this point.
  package func text(of setting: String) -> String? {
    values.first { $0.setting == setting }?.text
  }
}
