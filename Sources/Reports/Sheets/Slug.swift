/// File names from texts of any script.
enum Slug {
  /// Lower-case ASCII letters and digits with single hyphens: "BN + ReLU" → "bn-relu". Empty if nothing of it is left.
  static func text(_ text: String) -> String {
    text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }

  /// A slug for each text, all different: a text without a slug of its own gets its position.
  static func distinct(_ texts: [String]) -> [String] {
    var slugs: [String] = []
    for (index, text) in texts.enumerated() {
      let slug = Slug.text(text)
      slugs.append(slug.isEmpty || slugs.contains(slug) ? [slug, "\(index + 1)"].filter { !$0.isEmpty }.joined(separator: "-") : slug)
    }
    return slugs
  }
}
