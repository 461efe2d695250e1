private import Yams

/// Turns the bytes of a file into a `SourceNode`, within limits that no study comes near: a hostile file costs little
/// time and memory.
enum YAMLReader {
  static let maxBytes = 1_000_000
  static let maxDepth = 32
  static let maxNodes = 100_000
  static let maxAliases = 30

  /// - Throws: an `Issue` that says why there is nothing to read.
  static func read(_ bytes: [UInt8], file: String) throws(Issue) -> SourceNode {
    let start = SourceMark(file: file, line: 1, column: 1)
    guard bytes.count <= maxBytes else { throw Issue(.fileTooLarge(limit: maxBytes), start) }
    // A byte order mark is not part of the text.
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Issue(.invalidUTF8, position(ofInvalidUTF8: bytes, file: file))
    }
    // Composing is linear in the text, but the parser hashes the keys of mappings with all that their aliases stand for.
    guard aliasCount(text) <= maxAliases else { throw Issue(.tooManyAliases(limit: maxAliases), start) }
    guard let root = try compose(text, file: file), !isNothing(root) else { throw Issue(.emptyFile, start) }
    var copier = Copier(file: file)
    return try copier.copy(root, depth: 1)
  }

  private static func compose(_ text: String, file: String) throws(Issue) -> Node? {
    do {
      // The encoding is named because the parser's default asks the environment.
      return try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch let error as YamlError {
      throw issue(error, text: text, file: file)
    } catch {
      throw Issue(.yaml("\(error)"), SourceMark(file: file, line: 1, column: 1))
    }
  }

  private static func isNothing(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.style == .plain && ScalarSyntax.isNull(scalar.string)
  }

  /// How often a name after `*` is one that also stands after `&`: the aliases, and at worst some emphasis in prose.
  private static func aliasCount(_ text: String) -> Int {
    func names(after sigil: UInt8) -> [Substring] {
      text.utf8.indices.filter { text.utf8[$0] == sigil }.map { index in
        text[text.utf8.index(after: index)...].prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      }
    }
    guard text.utf8.contains(UInt8(ascii: "&")) else { return 0 }
    let anchors = Set(names(after: UInt8(ascii: "&")))
    return names(after: UInt8(ascii: "*")).count { !$0.isEmpty && anchors.contains($0) }
  }

  private static func position(ofInvalidUTF8 bytes: [UInt8], file: String) -> SourceMark {
    var mark = SourceMark(file: file, line: 1, column: 1)
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { mark.advance(over: scalar) }
    return mark
  }
}

extension YAMLReader {
  private static func issue(_ error: YamlError, text: String, file: String) -> Issue {
    func at(_ mark: Mark) -> SourceMark { SourceMark(file: file, line: mark.line, column: mark.column) }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
      if scalar(at: mark, in: text) == "\t" { return Issue(.tab, at(mark)) }
      if problem.hasPrefix("Maximum nesting") { return Issue(.nestedTooDeeply(limit: maxDepth), at(mark)) }
      // What is missing shows at the end of the file at times, lines after where it is missed.
      let start = context.map { " \($0.text) that begins in line \($0.mark.line)" } ?? ""
      return Issue(.yaml(problem + start), at(mark))
    case .composer(_, let problem, let mark, _):
      return Issue(problem.hasSuffix("another document") ? .severalDocuments : .yaml(problem), at(mark))
    case .duplicatedKeysInMapping(let duplicates, let context):
      return Issue(.duplicateKey(duplicates.first ?? ""), at(context.mark))
    case .reader(let problem, let offset, _, _):
      var mark = SourceMark(file: file, line: 1, column: 1)
      for scalar in String(decoding: Array(text.utf8.prefix(offset ?? 0)), as: UTF8.self).unicodeScalars {
        mark.advance(over: scalar)
      }
      return Issue(.yaml(problem), mark)
    default:
      return Issue(.yaml("\(error)"), SourceMark(file: file, line: 1, column: 1))
    }
  }

  private static func scalar(at mark: Mark, in text: String) -> Unicode.Scalar? {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(mark.line - 1) else { return nil }
    return lines[mark.line - 1].dropFirst(mark.column - 1).first
  }
}

extension SourceMark {
  fileprivate mutating func advance(over scalar: Unicode.Scalar) {
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }
}

/// Copies the parser's tree; counts the nodes, because an alias may stand for a large part of it.
private struct Copier {
  let file: String
  var nodes = 0

  mutating func copy(_ node: Node, depth: Int) throws(Issue) -> SourceNode {
    let mark = mark(node)
    nodes += 1
    guard nodes <= YAMLReader.maxNodes else { throw Issue(.tooManyNodes(limit: YAMLReader.maxNodes), mark) }
    guard depth <= YAMLReader.maxDepth else {
      throw Issue(.nestedTooDeeply(limit: YAMLReader.maxDepth), mark)
    }
    switch node {
    case .scalar(let scalar):
      return SourceNode(mark: mark, value: .scalar(scalar.string, isPlain: scalar.style == .plain))
    case .sequence(let sequence):
      var elements: [SourceNode] = []
      for element in sequence { elements.append(try copy(element, depth: depth + 1)) }
      return SourceNode(mark: mark, value: .list(elements))
    case .mapping(let mapping):
      var entries: [SourceEntry] = []
      for (key, value) in mapping { entries.append(try copy(key, value, depth: depth)) }
      return SourceNode(mark: mark, value: .mapping(entries))
    case .alias:
      throw Issue(.yaml("found an unresolved alias"), mark)
    }
  }

  private mutating func copy(_ key: Node, _ value: Node, depth: Int) throws(Issue) -> SourceEntry {
    guard case .scalar(let scalar) = key else { throw Issue(.keyIsNotText, mark(key)) }
    if scalar.string == "<<" { throw Issue(.mergeKey, mark(key)) }
    return SourceEntry(key: scalar.string, keyMark: mark(key), value: try copy(value, depth: depth + 1))
  }

  private func mark(_ node: Node) -> SourceMark {
    SourceMark(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }
}
