/// Where a link of Markdown leads.
enum MarkdownLink {
  /// A relative path as a link's destination: what would end the link, or be read as part of an address, is escaped.
  static func destination(_ path: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in path.unicodeScalars {
      if scalar.value <= 0x20 || "()<>[]\"#?%\\`|".unicodeScalars.contains(scalar) {
        text.append(contentsOf: escaped(scalar).unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "%" + (digits.count == 1 ? "0" : "") + digits
  }
}
