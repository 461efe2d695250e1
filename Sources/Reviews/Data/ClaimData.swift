/// A claim as the report states it.
package struct ClaimData: Equatable, Sendable {
  package var say: String
  package var holds: Bool
  package var expected: String
  package var measured: String
}

extension ClaimData {
  /// The claims in the table of a report, in its order.
  static func all(inReport markdown: String) -> [ClaimData] {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let section = lines.drop { $0 != "## Claims" }.dropFirst().prefix { !$0.hasPrefix("## ") }
    return section.compactMap(ClaimData.init(row:))
  }

  /// A row "| ✔ | statement | expected | measured |".
  private init?(row: Substring) {
    let cells = ClaimData.cells(row)
    guard cells.count == 4, cells[0] == "✔" || cells[0] == "✘" else { return nil }
    self.init(say: cells[1], holds: cells[0] == "✔", expected: cells[2], measured: cells[3])
  }

  /// The cells of a row; a bar inside a cell has a backslash before it.
  private static func cells(_ row: Substring) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in row.unicodeScalars {
      if scalar == "|", !isEscaped {
        cells.append(String(cell))
        cell = String.UnicodeScalarView()
      } else {
        cell.append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    // Before the first bar there is nothing.
    return cells.dropFirst().map { $0.trimmingSpaces }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
