import Charts
package import Records
import Reports

/// Puts finished reports into the output folder, changing as little as possible: a file with the right content, and a
/// picture with the right pixels, is left alone.
package struct OutputWriter: Sendable {
  package let folder: String

  package init(folder: String) {
    self.folder = folder
  }

  /// Writes a study's report and its data, and removes sheets that Kiseki drew there before and the study no longer
  /// has.
  ///
  /// - Throws: `FileFailure` if a file cannot be written.
  package func write(_ report: FinishedReport) throws(FileFailure) {
    let place = "\(folder)/\(report.name)"
    for file in report.files {
      let path = "\(place)/\(file.name)"
      if file.name.hasSuffix(".png") {
        try writePicture(file.bytes, to: path)
      } else {
        try Files.writeIfChanged(file.bytes, to: path)
      }
    }
    try removeFormerSheets(in: place, keeping: report.files.map(\.name))
  }

  /// Writes the gallery of all reports in the folder, unless its README is somebody else's: reports may be written into
  /// a folder that has one, such as a project's root.
  ///
  /// - Returns: whether the README is the gallery.
  /// - Throws: `FileFailure` if it cannot be written.
  package func writeGallery() throws(FileFailure) -> Bool {
    let path = "\(folder)/README.md"
    if let present = Files.readIfPresent(path), !present.starts(with: Gallery.opening.utf8) { return false }
    try Files.writeIfChanged(Array(Gallery(outputFolder: folder).text.utf8), to: path)
    return true
  }

  /// The bytes of a PNG depend on the compression library, its pixels do not: they say whether it is another picture.
  private func writePicture(_ png: [UInt8], to path: String) throws(FileFailure) {
    if let present = Files.readIfPresent(path), present == png || SheetPicture.isSame(present, png) { return }
    try Files.write(png, to: path)
  }

  private func removeFormerSheets(in place: String, keeping names: [String]) throws(FileFailure) {
    for name in Files.names(in: place) where name.hasSuffix(".png") && !names.contains(name) {
      let path = "\(place)/\(name)"
      guard let bytes = Files.readIfPresent(path), SheetPicture.isSheet(bytes) else { continue }
      try Files.remove(path)
    }
  }
}
