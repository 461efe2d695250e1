import Records

/// A study file and the name its report goes by.
package struct StudyFile: Hashable, Sendable {
  package let path: String
  /// Its path below the studies folder without extension: "mnist/learning-failure".
  package let name: String

  package init(path: String, name: String) {
    self.path = path
    self.name = name
  }
}

/// Turns what a user names, files or folders, into study files.
package enum StudyFinder {
  /// A path that is not there, or a folder without a study.
  package enum Failure: Error, Equatable, CustomStringConvertible {
    case missing(String)
    case noStudies(String)
    case sameName(String, String, String)

    package var description: String {
      switch self {
      case .missing(let path): "\(path): error: there is no such file or folder"
      case .noStudies(let path): "\(path): error: this folder holds no study (a file ending in .yaml)"
      case .sameName(let name, let first, let second):
        "\(second): error: its report would be '\(name)', which is that of \(first) too"
      }
    }
  }

  /// The study files that `paths` name, each once, in the order given; those of a folder sorted, sub-folders included.
  ///
  /// - Throws: `Failure` if a path names nothing, or two files would share one report.
  package static func find(_ paths: [String]) throws(Failure) -> [StudyFile] {
    var files: [StudyFile] = []
    for path in paths {
      for file in try Self.files(at: path) where !files.contains(file) {
        if let other = files.first(where: { $0.name == file.name }) {
          throw .sameName(file.name, other.path, file.path)
        }
        files.append(file)
      }
    }
    return files
  }

  fileprivate static func files(at path: String) throws(Failure) -> [StudyFile] {
    guard Files.exists(path) else { throw .missing(path) }
    let path = normalized(path)
    guard Files.isFolder(path) else { return [StudyFile(path: path, name: name(of: path, below: nil))] }
    let found = yamlFiles(below: path)
    guard !found.isEmpty else { throw .noStudies(path) }
    return found.map { StudyFile(path: $0, name: name(of: $0, below: path)) }
  }

  private static func yamlFiles(below folder: String) -> [String] {
    Files.names(in: folder).filter { !$0.hasPrefix(".") }.flatMap { name in
      let path = "\(folder)/\(name)"
      if Files.isFolder(path) { return yamlFiles(below: path) }
      return name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? [path] : []
    }
  }

  /// The path without what does not matter in it: "./studies//a/../b.yaml" → "studies/b.yaml".
  ///
  /// So a study that is named twice is known as one, and no name leads out of the output folder.
  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    let joined = parts.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }

  /// The path after the last folder called "studies"; without one, after the folder that was named; otherwise the file's
  /// own name.
  private static func name(of path: String, below folder: String?) -> String {
    let parts = path.split(separator: "/")
    let file = parts[parts.count - 1]
    let last = file.dropFirst().lastIndex(of: ".").map { file[..<$0] } ?? file
    if let studies = parts.dropLast().lastIndex(of: "studies") {
      return (parts[(studies + 1)...].dropLast() + [last]).joined(separator: "/")
    }
    guard let folder else { return String(last) }
    return (parts.dropFirst(folder.split(separator: "/").count).dropLast() + [last]).joined(separator: "/")
  }
}
