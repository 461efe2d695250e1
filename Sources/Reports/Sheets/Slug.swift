/// File names from texts of any script.
enum Slug {
  /// Lower-case ASCII letters and digits with single hyphens: "BN + ReLU" → "bn-relu".
  ///
  /// Empty if nothing of it is left.
  static func text(_ text: String) -> String {
    text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }

  /// A slug for each text, all different: a text without one of its own gets its position.
  static func distinct(_ texts: [String]) -> [String] {
    var slugs: [String] = []
    for (index, text) in texts.enumerated() {
      slugs.append(unused(Slug.text(text), from: index + 1, in: slugs))
    }
    return slugs
  }

  /// The slug, or the slug with the first number from `number` on that makes it one that is not taken.
  static func unused(_ slug: String, from number: Int, in taken: [String]) -> String {
    var candidate = slug
    var number = number
    while candidate.isEmpty || taken.contains(candidate) {
      candidate = slug.isEmpty ? "\(number)" : "\(slug)-\(number)"
      number += 1
    }
    return candidate
  }
}
