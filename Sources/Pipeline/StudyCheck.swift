import Charts
import Records
package import Studies

/// The mistakes of one or more studies: all of them, in the order of the files.
package struct StudyMistakes: Error, CustomStringConvertible {
  package let findings: [Finding]

  package var description: String {
    findings.map(\.description).joined(separator: "\n")
  }
}

/// Decodes studies and checks all that can be checked without running them.
package struct StudyCheck: Sendable {
  private let files: [StudyFile]

  package init(_ files: [StudyFile]) {
    self.files = files
  }

  /// The decoded studies, in the order of the files.
  ///
  /// - Parameter observer: told the warnings, as notices.
  /// - Returns: one study a file.
  /// - Throws: `StudyMistakes` if any study has an error.
  package func validStudies(observer: ProgressObserver) throws(StudyMistakes) -> [Study] {
    var studies: [Study] = []
    var errors: [Finding] = []
    for file in files {
      let loaded = StudyLoader.load(
        path: file.path, name: file.name, missingGlyphs: StrokeFont.missingCharacters(in:), read: Files.read)
      errors += loaded.findings.filter { $0.severity == .error }
      for warning in loaded.findings where warning.severity == .warning { observer(.notice("\(warning)")) }
      if let study = loaded.study { studies.append(study) }
    }
    guard errors.isEmpty else { throw StudyMistakes(findings: errors) }
    return studies
  }
}
