/// Holds a YAML tree against a shape and reports every deviation.
struct ShapeChecker {
  private(set) var issues: Issues
  private var path: [String] = []

  init(issues: Issues) { self.issues = issues }

  /// Checks one value, which messages call by its label: the key in quotes.
  mutating func check(_ node: SourceNode, _ shape: Shape, label: String) {
    if node.isNull { return report(.noValue(label: label), node) }
    let fitting = shape.alternatives.filter { $0.isOfKind(of: node) }
    switch node.value {
    case .mapping(let entries):
      guard case .mapping(let mapping)? = fitting.first else {
        let isRange = isSetting && entries.contains { ["from", "to", "points"].contains($0.key) }
        return reportWrong(node, shape, label, isRange ? "a mapping; a range stands in a group" : "a mapping")
      }
      if entries.count == 1, mapping[entries[0].key] == nil, shape.choiceNames.contains(entries[0].key) {
        return report(.takesNoArgument(label: label, name: entries[0].key), entries[0], node)
      }
      check(entries, of: node, mapping)
    case .list(let elements):
      guard case .list(let element, let count)? = fitting.first else {
        let got = isSetting ? "a list; values to compare stand in a group" : "a list"
        return reportWrong(node, shape, label, got)
      }
      checkList(elements, of: node, element, count, label)
    case .scalar(let text, let isPlain):
      checkScalar(text, isPlain: isPlain, node, shape, label)
    }
  }

  /// Whether what is checked is the value of a setting in its section.
  private var isSetting: Bool { path.count == 2 && Setting.named(path[1])?.section.rawValue == path[0] }

  /// Checks a mapping's keys, values and rules.
  mutating func check(_ entries: [SourceEntry], of node: SourceNode, _ mapping: MappingShape) {
    for entry in entries {
      path.append(entry.key)
      defer { path.removeLast() }
      guard let key = mapping[entry.key] else {
        issues.report(unknown(entry.key, in: mapping), at: entry.keyMark, path: path)
        continue
      }
      let label = "'\(entry.key)'"
      if entry.value.isNull {
        issues.report(.noValue(label: label), at: entry.keyMark, path: path)
      } else {
        check(entry.value, key.shape, label: label)
      }
    }
    let present = entries.map(\.key)
    for key in mapping.keys where key.isRequired && !present.contains(key.name) {
      report(.missingKey(key.name, noun: mapping.noun), node)
    }
    for rule in mapping.rules { check(rule, entries, of: node, mapping) }
  }

  private mutating func check(
    _ rule: MappingShape.Rule, _ entries: [SourceEntry], of node: SourceNode, _ mapping: MappingShape
  ) {
    func entry(_ key: String) -> SourceEntry? { entries.first { $0.key == key } }
    switch rule {
    case .exactlyOne(let keys):
      let found = entries.filter { keys.contains($0.key) }
      // A choice whose name is unknown has been reported as such.
      let isMisspelt = found.isEmpty && !entries.isEmpty && keys.count == mapping.keys.count
      if found.count == 1 || isMisspelt { return }
      report(
        .notExactlyOneKey(noun: mapping.noun, keys: keys, found: found.map(\.key)), found.dropFirst().first,
        node)
    case .atLeastOne(let keys):
      // A key that is unknown has been reported as such.
      if entries.isEmpty { report(.noneOfKeys(noun: mapping.noun, keys: keys), node) }
    case .notTogether(let sets):
      let found = entries.filter { entry in sets.contains { $0.contains(entry.key) } }
      guard let first = found.first, let own = sets.first(where: { $0.contains(first.key) }) else { return }
      guard let rival = found.first(where: { !own.contains($0.key) }) else { return }
      report(.notTogether(rival.key, first.key), rival, node)
    case .requires(let key, let other):
      if let entry = entry(key), !entries.contains(where: { $0.key == other }) {
        report(.requires(key, other: other), entry, node)
      }
    case .goesWith(let key, let allowed, let all):
      let found = entries.map(\.key).filter(all.contains)
      if let entry = entry(key), !found.isEmpty, !found.contains(where: allowed.contains) {
        report(.goesWith(key, allowed, found: found[0]), entry, node)
      }
    case .inherited(let key):
      if entry(key) == nil { report(.missingKey(key, noun: mapping.noun), node) }
    }
  }

  private func unknown(_ key: String, in mapping: MappingShape) -> Problem {
    let valid = mapping.keys.map(\.name)
    if let meant = mapping.keys.first(where: { $0.misnomers.contains(key) }) {
      return .unknownKey(key, noun: mapping.noun, suggestion: meant.name, valid: valid)
    }
    if !valid.contains(key), let setting = Setting.named(key), mapping.noun != "a group" {
      return .misplacedSetting(key, home: setting.section.rawValue)
    }
    return .unknownKey(
      key, noun: mapping.noun, suggestion: Spelling.nearest(to: key, among: valid), valid: valid)
  }

  private mutating func checkList(
    _ elements: [SourceNode], of node: SourceNode, _ element: Shape, _ count: ClosedRange<Int>,
    _ label: String
  ) {
    guard count.contains(elements.count) else {
      return report(.wrongCount(label: label, expectation: words(count), got: elements.count), node)
    }
    for (index, value) in elements.enumerated() {
      path.append("\(index)")
      defer { path.removeLast() }
      if !element.alternatives.contains(where: { $0.isOfKind(of: value) }), onlyLists(element), !value.isNull
      {
        return report(.axisNeedsLists(label: label), value)
      }
      check(value, element, label: label)
    }
  }

  private func onlyLists(_ shape: Shape) -> Bool {
    shape.alternatives.allSatisfy { if case .list = $0 { true } else { false } }
  }

  private func words(_ count: ClosedRange<Int>) -> String {
    switch (count.lowerBound, count.upperBound) {
    case (2, 2): "two elements"
    case (1, .max): "at least one element"
    case (0, let high): "at most \(high) elements"
    case (let low, let high): "\(low) to \(high) elements"
    }
  }
}

// Scalars: which alternative was meant decides what is said.
extension ShapeChecker {
  private mutating func checkScalar(
    _ text: String, isPlain: Bool, _ node: SourceNode, _ shape: Shape, _ label: String
  ) {
    let alternatives = shape.alternatives
    let rules = alternatives.compactMap { if case .number(let rule) = $0 { rule } else { nil } }
    if isPlain, let value = ScalarSyntax.double(text) {
      if let rule = rules.first { return checkNumber(value, text, rule, node, shape, label) }
      return reportWrong(
        node, shape, label, isTextWanted(alternatives) ? "the number \(text): put it in quotes" : text)
    }
    if isPlain, ScalarSyntax.isNonfinite(text), !rules.isEmpty {
      return report(.nonfinite(label: label), node)
    }
    if isPlain, ScalarSyntax.bool(text) != nil {
      if alternatives.contains(where: { if case .boolean = $0 { true } else { false } }) { return }
      return reportWrong(node, shape, label, text)
    }
    if shape.choiceNames.contains(text) { return }
    for case .text(let kind) in alternatives {
      if kind.accepts(text) { return }
      return reportWrong(
        node, shape, label, text.allSatisfy(\.isWhitespace) ? "blank" : "'\(abridged(text))'")
    }
    for case .mapping(let mapping) in alternatives where mapping[text] != nil && !shape.choiceNames.isEmpty {
      return report(.needsArgument(label: label, name: text), node)
    }
    if !shape.choiceNames.isEmpty {
      let suggestion = Spelling.nearest(to: text, among: shape.choiceNames)
      let problem = Problem.unknownChoice(
        label: label, got: abridged(text), suggestion: suggestion, expectation: shape.expectation)
      return report(problem, node)
    }
    reportWrong(node, shape, label, (isPlain ? "" : "the text ") + "'\(abridged(text))'")
  }

  private mutating func checkNumber(
    _ value: Double, _ text: String, _ rule: NumberRule, _ node: SourceNode, _ shape: Shape, _ label: String
  ) {
    if rule.kind == .integer, !ScalarSyntax.isInteger(text) { return reportWrong(node, shape, label, text) }
    guard value.isFinite else { return report(.nonfinite(label: label), node) }
    guard rule.contains(value) else { return reportWrong(node, shape, label, text) }
    if rule.kind == .integer, Int(text) == nil { return reportWrong(node, shape, label, text) }
    guard rule.kind == .single, let single = Float(text) else { return }
    // Bounds are held against the rounded number too: 1 − 1e-9 is 1, and 1e-60 is 0.
    if !single.isFinite || !rule.contains(Double(single)) {
      report(.beyondSinglePrecision(label: label, got: text), node)
    }
  }

  private func isTextWanted(_ alternatives: [Shape]) -> Bool {
    alternatives.contains { if case .text = $0 { true } else { false } }
  }

  private func abridged(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return line.count > 40 || line.count < text.count ? line.prefix(40) + "…" : text
  }

  private mutating func reportWrong(_ node: SourceNode, _ shape: Shape, _ label: String, _ got: String) {
    report(.wrongValue(label: label, expectation: shape.expectation, got: got), node)
  }

  private mutating func report(_ problem: Problem, _ node: SourceNode) {
    issues.report(problem, at: node.mark, path: path)
  }

  private mutating func report(_ problem: Problem, _ entry: SourceEntry?, _ node: SourceNode) {
    issues.report(problem, at: entry?.keyMark ?? node.mark, path: path)
  }
}

extension Shape {
  /// Whether the value is of the YAML kind (mapping, list, scalar) of this alternative.
  fileprivate func isOfKind(of node: SourceNode) -> Bool {
    switch (self, node.value) {
    case (.mapping, .mapping), (.list, .list): true
    case (.text, .scalar), (.number, .scalar), (.boolean, .scalar), (.choice, .scalar): true
    default: false
    }
  }
}

extension TextKind {
  fileprivate func accepts(_ text: String) -> Bool {
    let trimmed = text.trimmed
    let isLine = !trimmed.contains(where: \.isNewline)
    switch self {
    case .line, .path: return isLine && !trimmed.isEmpty
    case .optionalLine: return isLine
    case .markdown: return true
    case .slug:
      let words = text.split(separator: "-", omittingEmptySubsequences: false)
      return words.allSatisfy { word in
        !word.isEmpty
          && word.utf8.allSatisfy {
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
          }
      }
    }
  }
}

extension String {
  /// Without white space around it, such as the line end that a folded block leaves.
  var trimmed: String {
    let head = drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
