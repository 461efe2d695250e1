package import Records

/// The files of an output folder, wherever it is: on disk, or in a revision that git keeps.
package struct ReportTree: Sendable {
  /// What reviews call it.
  package let name: String
  /// By path below the output folder, sorted.
  private let files: [(path: String, bytes: [UInt8])]

  package init(name: String, files: [(path: String, bytes: [UInt8])]) {
    self.name = name
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Sorted.
  package var paths: [String] { files.map(\.path) }

  package func read(_ path: String) -> [UInt8]? {
    files.first { $0.path == path }?.bytes
  }

  /// The studies that have a report here, sorted.
  package var studies: [String] {
    paths.filter { $0.hasSuffix(ReportTree.reportSuffix) }.map {
      String($0.dropLast(ReportTree.reportSuffix.count))
    }
  }

  private static let reportSuffix = "/report.md"

  /// A study's own files by their names below its folder, sorted: without those of studies in folders below.
  func files(of study: String) -> [(name: String, bytes: [UInt8])] {
    let others = studies.filter { $0.hasPrefix("\(study)/") }
    return files.compactMap { path, bytes in
      guard path.hasPrefix("\(study)/"), !others.contains(where: { path.hasPrefix("\($0)/") }) else {
        return nil
      }
      return (String(path.dropFirst(study.count + 1)), bytes)
    }
  }
}

extension ReportTree {
  /// A folder on disk; hidden files are left out.
  ///
  /// - Throws: `FileFailure` if a file cannot be read.
  package init(folder: String, name: String? = nil) throws(FileFailure) {
    var files: [(path: String, bytes: [UInt8])] = []
    try ReportTree.collect(folder, prefix: "", depth: 0, into: &files)
    self.init(name: name ?? folder, files: files)
  }

  /// Deeper folders are none of Kiseki's; links that lead upwards would have no end.
  private static let mostDepth = 32

  private static func collect(
    _ folder: String, prefix: String, depth: Int, into files: inout [(path: String, bytes: [UInt8])]
  ) throws(FileFailure) {
    guard depth < mostDepth else { return }
    for name in Files.names(in: folder) where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if Files.isFolder(path) {
        try collect(path, prefix: "\(prefix)\(name)/", depth: depth + 1, into: &files)
      } else if Files.exists(path) {
        files.append((prefix + name, try Files.read(path)))
      }
    }
  }
}
