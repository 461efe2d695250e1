import Foundation

/// A table in Markdown; the first column is text, the others numbers.
struct Table {
  var title: String
  var head: [String]
  var rows: [[String]] = []

  func print() {
    Swift.print("### \(title)\n")
    Swift.print("| " + head.joined(separator: " | ") + " |")
    Swift.print("|---|" + head.dropFirst().map { _ in "---:|" }.joined())
    for row in rows { Swift.print("| " + row.joined(separator: " | ") + " |") }
    Swift.print("")
  }
}

/// Seconds with a unit that suits them.
func text(_ seconds: Double) -> String {
  switch seconds {
  case ..<1e-4: String(format: "%.1f µs", seconds * 1e6)
  case ..<1e-3: String(format: "%.0f µs", seconds * 1e6)
  case ..<0.1: String(format: "%.2f ms", seconds * 1e3)
  default: String(format: "%.2f s", seconds)
  }
}

func ratio(_ value: Double) -> String { String(format: "%.1f×", value) }
