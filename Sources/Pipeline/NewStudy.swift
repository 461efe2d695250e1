import Records
import Studies

/// Starts a study from the commented template.
package enum NewStudy {
  /// There is a file of that name, which is never overwritten.
  package struct AlreadyThere: Error, CustomStringConvertible {
    package let path: String
    package var description: String { "\(path): error: there is a file of this name; nothing was written" }
  }

  /// Whether a name is safe as a path below the studies folder.
  package static func isValid(name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.first != "-"
        && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }
  }

  /// Writes the study and returns its path.
  ///
  /// - Throws: `AlreadyThere`, or `FileFailure` if it cannot be written.
  package static func create(name: String, in folder: String) throws -> String {
    let path = "\(folder)/\(name).yaml"
    guard !Files.exists(path) else { throw AlreadyThere(path: path) }
    try Files.write(Array(StudyTemplate.text(name: name).utf8), to: path)
    return path
  }
}
