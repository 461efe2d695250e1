import Charts
import Digests
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
    try validSources(observer: observer).map(\.study)
  }

  /// The decoded studies, each with a digest of the files that it was read from.
  func validSources(observer: ProgressObserver) throws(StudyMistakes) -> [(study: Study, source: Digest)] {
    var studies: [(study: Study, source: Digest)] = []
    var errors: [Finding] = []
    for file in files {
      var digests: [String] = []
      let loaded = StudyLoader.load(
        path: file.path, name: file.name, missingGlyphs: StrokeFont.missingCharacters(in:)
      ) { path throws(FileFailure) in
        let bytes = try Files.read(path)
        digests.append(Digest.of(bytes).hex)
        return bytes
      }
      errors += loaded.findings.filter { $0.severity == .error }
      for warning in loaded.findings where warning.severity == .warning { observer(.notice("\(warning)")) }
      if let study = loaded.study { studies.append((study, Digest.of(digests.joined(separator: "\n")))) }
    }
    guard errors.isEmpty else { throw StudyMistakes(findings: errors) }
    return studies
  }
}
