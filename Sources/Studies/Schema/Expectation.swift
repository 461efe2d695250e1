// What a shape asks for, in words: "a whole number of 1 or more", "one of mean, sum".
extension Shape {
  var expectation: String {
    switch self {
    case .text(let kind): kind.expectation
    case .number(let rule): rule.expectation
    case .boolean: "true or false"
    case .choice(let choices):
      choices.count == 1 ? "'\(choices[0].name)'" : "one of \(choices.map(\.name).joined(separator: ", "))"
    case .list(.number, 2...2): "a list of two numbers"
    case .list(let element, _): "a list" + element.elementExpectation
    case .mapping(let mapping):
      "a mapping"
        + (mapping.keys.count > 8 ? "" : " with \(mapping.keys.map(\.name).joined(separator: ", "))")
    case .either, .named: alternatives.map(\.expectation).joined(separator: ", or ")
    }
  }

  private var elementExpectation: String {
    switch alternatives.first {
    case .mapping?: " of mappings"
    case .list?: " of lists"
    case .text?: " of texts"
    default: ", each element \(expectation)"
    }
  }
}

extension TextKind {
  var expectation: String {
    switch self {
    case .line: "a line of text"
    case .optionalLine: "a line of text, or ''"
    case .markdown: "text"
    case .slug: "a file name of lower-case letters, digits and single hyphens"
    case .path: "a path"
    }
  }
}

extension NumberRule {
  var expectation: String {
    let noun = kind == .integer ? "a whole number" : "a number"
    switch (low, high) {
    case (nil, nil): return noun
    case (.inclusive(let low)?, .inclusive(let high)?):
      return low == high ? text(low) : "\(noun) from \(text(low)) to \(text(high))"
    case (.inclusive(let low)?, nil): return "\(noun) of \(text(low)) or more"
    case (.exclusive(let low)?, nil): return "\(noun) above \(text(low))"
    default:
      let bounds = [low.map { lower($0) }, high.map { upper($0) }].compactMap(\.self)
      return "\(noun) \(bounds.joined(separator: " and "))"
    }
  }

  private func lower(_ bound: Bound) -> String {
    switch bound {
    case .inclusive(let value): "of at least \(text(value))"
    case .exclusive(let value): "above \(text(value))"
    }
  }

  private func upper(_ bound: Bound) -> String {
    switch bound {
    case .inclusive(let value): "of at most \(text(value))"
    case .exclusive(let value): "below \(text(value))"
    }
  }

  private func text(_ value: Double) -> String {
    Int(exactly: value).map { "\($0)" } ?? NumberText.decimal(value)
  }
}
