/// A study's YAML with what it `extends` merged in.
///
/// Every value keeps the position in the file where it stands.
struct StudySource {
  static let maxChain = 16

  var root: SourceNode
  /// The files read, the study's own first.
  var files: [String]

  /// Reads a study and the chain of those it extends.
  /// - Throws: the issue that leaves nothing to judge.
  static func load(path: String, read: (String) throws -> [UInt8]) throws(Issue) -> StudySource {
    let (root, files) = try load(path: normalized(path), mark: nil, chain: [], read: read)
    return StudySource(root: root, files: files)
  }

  private static func load(
    path: String, mark: SourceMark?, chain: [String], read: (String) throws -> [UInt8]
  ) throws(Issue) -> (SourceNode, [String]) {
    let mark = mark ?? SourceMark(file: path, line: 1, column: 1)
    if let start = chain.firstIndex(of: path) {
      throw Issue(.extendsCycle(Array(chain[start...]) + [path]), mark)
    }
    guard chain.count < maxChain else { throw Issue(.extendsTooDeep(limit: maxChain), mark) }
    guard let bytes = try? read(path) else { throw Issue(.unreadable(path: path), mark) }
    let own = try YAMLReader.read(bytes, file: path)
    try checkVersion(own)
    // Another kind of value is found by the validation.
    guard let extended = own["extends"], let target = extended.text?.trimmed, !target.isEmpty else {
      return (own, [path])
    }
    let (base, files) = try load(
      path: resolved(target, from: path), mark: extended.mark, chain: chain + [path], read: read)
    return (merged(own, over: base), [path] + files)
  }

  /// Every file says its version, and a file of another version is not judged by the rules of this one.
  private static func checkVersion(_ root: SourceNode) throws(Issue) {
    guard root.entries != nil else { throw Issue(.notAMapping(noun: "a study"), root.mark) }
    guard let version = root["kiseki"] else { throw Issue(.missingKey("kiseki", noun: "a study"), root.mark) }
    guard version.int == StudySchema.version else { throw Issue(.unsupportedVersion, version.mark) }
  }
}

// Merging.
extension StudySource {
  private static let sections = Setting.Section.allCases.map(\.rawValue)

  /// Key by key in the study and in its sections; the later value replaces everything else.
  static func merged(_ own: SourceNode, over base: SourceNode) -> SourceNode {
    var rivals = Setting.rivals
    rivals.append(StudySchema.sourceKeys)
    return merge(own, over: base.without("extends"), isSection: { sections.contains($0) }, rivals: rivals)
  }

  private static func merge(
    _ own: SourceNode, over base: SourceNode, isSection: (String) -> Bool, rivals: [[[String]]]
  ) -> SourceNode {
    guard let ownEntries = own.entries, var entries = base.entries else { return own }
    for set in rivals.flatMap({ sets in
      sets.filter { set in ownEntries.contains { set.contains($0.key) } }.map { (sets, $0) }
    }) {
      let replaced = set.0.filter { $0 != set.1 }.flatMap(\.self)
      entries.removeAll { replaced.contains($0.key) }
    }
    dropInheritedSeeds(own, &entries)
    // What a game or normal inputs have no use for cannot be taken back otherwise.
    if ownEntries.contains(where: { StudySchema.generatedSources.contains($0.key) }) {
      entries.removeAll { StudySchema.imageKeys.contains($0.key) }
    }
    for entry in ownEntries {
      guard let index = entries.firstIndex(where: { $0.key == entry.key }) else {
        entries.append(entry)
        continue
      }
      if isSection(entry.key) {
        let (new, old) = (spelledOut(entry, entry.value), spelledOut(entry, entries[index].value))
        entries[index] = entry
        entries[index].value = merge(new, over: old, isSection: { _ in false }, rivals: rivals)
      } else {
        entries[index] = entry
      }
    }
    return SourceNode(mark: own.mark, value: .mapping(entries))
  }

  /// `data: mnist` as `data: {source: mnist}` and `data: catch` as `data: {catch: {}}`, so that it can be merged.
  private static func spelledOut(_ entry: SourceEntry, _ value: SourceNode) -> SourceNode {
    guard entry.key == "data", let name = value.text else { return value }
    if StudySchema.generatedSources.contains(name) {
      let settings = SourceNode(mark: value.mark, value: .mapping([]))
      let source = SourceEntry(key: name, keyMark: value.mark, value: settings)
      return SourceNode(mark: value.mark, value: .mapping([source]))
    }
    let source = SourceEntry(key: "source", keyMark: value.mark, value: value)
    return SourceNode(mark: value.mark, value: .mapping([source]))
  }

  /// A seed and a count go together, also from two files; a seed and a list do not.
  private static func dropInheritedSeeds(_ own: SourceNode, _ entries: inout [SourceEntry]) {
    if let seeds = own["seeds"], seeds.int == nil { entries.removeAll { $0.key == "seed" } }
    if own["seed"] != nil { entries.removeAll { $0.key == "seeds" && $0.value.int == nil } }
  }
}

// Paths, with `/` on every system.
extension StudySource {
  /// The folder of a file, "" for the current one.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// A path that stands in a file, from where that file is named.
  static func resolved(_ target: String, from path: String) -> String {
    let folder = folder(of: path)
    if target.hasPrefix("/") { return normalized(target) }
    if folder.isEmpty { return normalized(path.hasPrefix("/") ? "/" + target : target) }
    return normalized(folder + "/" + target)
  }

  /// Without `.` and with `..` resolved as far as that goes, so that one file has one name.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}

extension SourceNode {
  func without(_ key: String) -> SourceNode {
    guard let entries else { return self }
    return SourceNode(mark: mark, value: .mapping(entries.filter { $0.key != key }))
  }
}
