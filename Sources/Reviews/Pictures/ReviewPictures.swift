import Charts
import Records

/// The pictures of a difference: each changed sheet before, after and their difference, and each study's most changed
/// trajectories.
package struct ReviewPictures {
  private let difference: ReportsDifference
  private let base: ReportTree
  private let head: ReportTree

  package init(_ difference: ReportsDifference, base: ReportTree, head: ReportTree) {
    self.difference = difference
    self.base = base
    self.head = head
  }

  /// Writes all pictures, each study's into a folder of its name.
  ///
  /// - Returns: the paths written.
  /// - Throws: `FileFailure`, or `PNGImage.Failure`.
  package func write(to folder: String) throws -> [String] {
    var paths: [String] = []
    for study in difference.studies {
      for file in study.files where file.isSheet {
        let path = "\(study.study)/\(file.name)"
        let triptych = Triptych(base: base.read(path), head: head.read(path), names: names)
        if let triptych { paths.append(try write(triptych.raster, to: "\(folder)/\(path)")) }
      }
      if let overlay = OverlaySheet(study, names: names) {
        paths.append(try write(overlay.sheet.render(), to: "\(folder)/\(study.study)/trajectories.png"))
      }
    }
    return paths
  }

  private var names: (base: String, head: String) { (difference.base, difference.head) }

  private func write(_ raster: Raster, to path: String) throws -> String {
    try Files.write(try PNGImage.encode(raster), to: path)
    return path
  }
}
