/// Brings text into a width.
enum TextFitting {
  /// The text, cut with an ellipsis where it is wider than `width`.
  static func elided(_ text: String, style: TextStyle, width: Double) -> String {
    guard StrokeFont.width(of: text, style: style) > width else { return text }
    var kept = text
    while !kept.isEmpty, StrokeFont.width(of: kept + "…", style: style) > width { kept.removeLast() }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// The text in lines of at most `width`, broken between words; words wider than that are cut.
  static func wrapped(_ text: String, style: TextStyle, width: Double) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n") {
      var line = ""
      for word in paragraph.split(separator: " ") {
        let longer = line.isEmpty ? String(word) : line + " " + word
        if StrokeFont.width(of: longer, style: style) <= width || line.isEmpty {
          line = longer
        } else {
          lines.append(elided(line, style: style, width: width))
          line = String(word)
        }
      }
      if !line.isEmpty { lines.append(elided(line, style: style, width: width)) }
    }
    return lines
  }
}
