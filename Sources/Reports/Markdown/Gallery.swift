import Records

/// `README.md` of the output folder: all reports in it, with a picture and the state of their claims.
///
/// It is made from the reports in the folder, not from the studies at hand, so that the report of a study whose data are
/// absent stays listed.
package struct Gallery {
  private let folder: String

  package init(outputFolder: String) {
    folder = outputFolder
  }

  package var text: String {
    let entries = Gallery.reports(below: folder, prefix: "").map(entry)
    return ([Gallery.opening] + entries).joined(separator: "\n")
  }

  /// What every gallery begins with: a README that begins otherwise is somebody else's.
  package static let opening = """
    # Reports

    Each report below is made by `make report` from a study file; the same study gives the same bytes on every machine.

    """

  /// The folders below that hold a report, in order of their paths.
  private static func reports(below folder: String, prefix: String) -> [String] {
    Files.names(in: folder).filter { !$0.hasPrefix(".") && Files.isFolder("\(folder)/\($0)") }.flatMap {
      name in
      let path = prefix + name
      let own = Files.exists("\(folder)/\(name)/report.md") ? [path] : []
      return own + reports(below: "\(folder)/\(name)", prefix: "\(path)/")
    }
  }

  private func entry(_ path: String) -> String {
    let report = String(decoding: Files.readIfPresent("\(folder)/\(path)/report.md") ?? [], as: UTF8.self)
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
    let title = lines.first { $0.hasPrefix("# ") }?.dropFirst(2) ?? Substring(path)
    let question = lines.dropFirst().drop { $0.isEmpty }.prefix { $0.hasPrefix(">") }
    let claims = lines.drop { $0 != "## Claims" }.dropFirst().first { !$0.isEmpty }
    let picture = lines.first { $0.hasPrefix("![") }
    let link = MarkdownLink.destination(path)
    var parts = ["## [\(title)](\(link)/report.md)\n"]
    if !question.isEmpty { parts.append(question.joined(separator: "\n") + "\n") }
    if let claims { parts.append("\(claims)\n") }
    if let picture { parts.append("\(picture.replacing("](", with: "](\(link)/"))\n") }
    return parts.joined(separator: "\n")
  }
}
