/// A table in GitHub's Markdown: one row a line, so that a diff shows the rows that changed.
package struct MarkdownTable {
  package enum Alignment: String {
    case left = "---"
    case right = "--:"
    case centre = ":-:"
  }

  private let columns: [(title: String, alignment: Alignment)]
  private var rows: [[String]] = []

  package init(_ columns: [(title: String, alignment: Alignment)]) {
    self.columns = columns
  }

  package mutating func append(_ cells: [String]) {
    precondition(cells.count == columns.count, "a row has a cell for each column")
    rows.append(cells)
  }

  package var text: String {
    var lines = [columns.map(\.title), columns.map(\.alignment.rawValue)].map(MarkdownTable.line)
    lines += rows.map(MarkdownTable.line)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map(cell).joined(separator: " | ") + " |"
  }

  /// Any text in one cell: a line break or a bar would end it.
  private static func cell(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    // Scalars, not characters: a bar with an accent on it ends the cell too.
    var escaped = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if scalar == "|", !isEscaped { escaped.append("\\") }
      escaped.append(scalar)
      isEscaped = scalar == "\\" && !isEscaped
    }
    return String(escaped)
  }
}
