// What a shape asks for, in words: "a whole number of 1 or more", "one of mean, sum".
extension Shape {
  var expectation: String {
    switch self {
    case .text(let kind): kind.expectation
    case .number(let rule): rule.expectation
    case .boolean: "true or false"
    case .choice(let choices):
      choices.count == 1 ? "'\(choices[0].name)'" : "one of \(choices.map(\.name).joined(separator: ", "))"
    case .list(let element, let count) where count == 2...2:
      "a list of two: [\(element.short), \(element.short)]"
    case .list(let element, _): "a list whose elements are \(element.expectation)"
    case .mapping(let mapping):
      "a mapping with \(mapping.keys.map(\.name).joined(separator: ", "))"
    case .either, .named:
      alternatives.map(\.expectation).joined(separator: ", or ")
    }
  }

  private var short: String {
    if case .number = self { "number" } else { "value" }
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
    case (.inclusive(let low)?, .inclusive(let high)?) where low == high: return NumberText.decimal(low)
    case (.inclusive(let low)?, .inclusive(let high)?):
      return "\(noun) from \(NumberText.decimal(low)) to \(NumberText.decimal(high))"
    case (.inclusive(let low)?, nil): return "\(noun) of \(NumberText.decimal(low)) or more"
    case (.exclusive(let low)?, nil): return "\(noun) above \(NumberText.decimal(low))"
    default:
      return
        "\(noun) \([low.map(Self.lower), high.map(Self.upper)].compactMap(\.self).joined(separator: " and "))"
    }
  }

  private static func lower(_ bound: Bound) -> String {
    switch bound {
    case .inclusive(let value): "of \(NumberText.decimal(value)) or more"
    case .exclusive(let value): "above \(NumberText.decimal(value))"
    }
  }

  private static func upper(_ bound: Bound) -> String {
    switch bound {
    case .inclusive(let value): "of at most \(NumberText.decimal(value))"
    case .exclusive(let value): "below \(NumberText.decimal(value))"
    }
  }
}
