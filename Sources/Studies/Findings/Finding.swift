/// One thing that is wrong with a study, where it stands.
package struct Finding: Hashable, Sendable {
  package enum Severity: String, Sendable {
    /// The study cannot be run.
    case error
    /// The study can be run, but not all of it will look as meant.
    case warning
  }

  /// The file as the caller named it, or as an `extends:` leads to it.
  package var file: String
  /// Counted from 1.
  package var line: Int
  /// Counted from 1, in Unicode scalars.
  package var column: Int
  package var severity: Severity
  package var message: String

  package init(file: String, line: Int, column: Int, severity: Severity = .error, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
  }
}

extension Finding: CustomStringConvertible {
  /// The form that editors and terminals turn into a link: `file:line:column: error: message`.
  package var description: String { "\(file):\(line):\(column): \(severity.rawValue): \(message)" }
}

/// By file in the order given, then by position; equal positions by message, so that the order is total.
func sorted(_ findings: [Finding], files: [String]) -> [Finding] {
  func rank(_ finding: Finding) -> Int { files.firstIndex(of: finding.file) ?? files.count }
  return findings.sorted { a, b in
    let (fileA, fileB) = (rank(a), rank(b))
    if fileA != fileB { return fileA < fileB }
    if (a.line, a.column) != (b.line, b.column) { return (a.line, a.column) < (b.line, b.column) }
    return a.message.utf8.lexicographicallyPrecedes(b.message.utf8)
  }
}
