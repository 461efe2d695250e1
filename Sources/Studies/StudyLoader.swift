/// Reads studies: file → YAML tree with positions → `extends` merged → held against the schema → decoded, with its grid
/// expanded and its references resolved.
package enum StudyLoader {
  /// A study, if it can be run, and all that was found wrong with its file.
  package struct Result: Sendable {
    /// nil if there is any error.
    package var study: Study?
    /// In the order of the files and of positions within each.
    package var findings: [Finding]
    /// Every file that was read: the study's own, then those it extends.
    package var files: [String]
  }

  /// Loads and checks a study.
  ///
  /// Reports all mistakes at once; only a file that cannot be read as YAML at all, or that is of another
  /// version of the format, hides others. References to runs are judged once the grid itself is right.
  ///
  /// - Parameters:
  ///   - path: of the file, as findings name it.
  ///   - name: where the study's report goes below the output folder, such as "mnist/learning-failure".
  ///   - missingGlyphs: the characters of a text that charts cannot draw; each is a warning.
  ///   - read: the bytes of a file.
  /// - Returns: the study if it has no errors, and the findings.
  package static func load(
    path: String, name: String, missingGlyphs: (String) -> [Character] = { _ in [] },
    read: (String) throws -> [UInt8]
  ) -> Result {
    do {
      let source = try StudySource.load(path: path, read: read)
      var decoder = StudyDecoder(source.root)
      let study = decoder.decode(name: name, missingGlyphs: missingGlyphs)
      let findings = decoder.issues.all.map(\.finding)
      return Result(
        study: decoder.issues.hasErrors ? nil : study, findings: sorted(findings, files: source.files),
        files: source.files)
    } catch {
      return Result(study: nil, findings: [error.finding], files: [StudySource.normalized(path)])
    }
  }
}
