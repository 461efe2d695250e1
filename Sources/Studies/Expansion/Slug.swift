/// File names from texts of any script.
package enum Slug {
  /// Lower-case ASCII letters and digits with single hyphens: "BN + ReLU" → "bn-relu"; a negative number keeps its sign as a
  /// word, "-0.5" → "minus-0-5".
  ///
  /// Empty if nothing of the text is left.
  package static func text(_ text: String) -> String {
    var spelled = ""
    var isStart = true
    for (index, character) in zip(text.indices, text) {
      let next = text[text.index(after: index)...].first
      if isStart, character == "-" || character == "−", next?.isASCIIDigit == true {
        spelled += " minus "
      } else {
        spelled.append(character)
      }
      isStart = character.isWhitespace || character == "[" || character == "("
    }
    return spelled.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }

  /// A slug for each text, no two the same: one of which nothing is left, or whose slug is taken, gets its position, or
  /// the next number that makes it another.
  package static func distinct(_ texts: [String]) -> [String] {
    var slugs: [String] = []
    for (index, text) in texts.enumerated() {
      let slug = Slug.text(text)
      var (candidate, number) = (slug, index)
      while candidate.isEmpty || slugs.contains(candidate) {
        number += 1
        candidate = slug.isEmpty ? "\(number)" : "\(slug)-\(number)"
      }
      slugs.append(candidate)
    }
    return slugs
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension SheetSpec {
  /// The names of its pictures' files, without extension: one for each value of `each` in the order given, or one.
  package func fileNames(for values: [String]) -> [String] {
    each == nil ? [name] : Slug.distinct(values).map { "\(name)-\($0)" }
  }
}
