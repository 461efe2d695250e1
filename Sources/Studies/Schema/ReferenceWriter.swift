extension StudySchema {
  /// The reference part of docs/study-format.md: every key and every word of the format.
  package static var markdown: String {
    var writer = ReferenceWriter()
    return writer.reference(of: study)
  }
}

/// Turns shapes into Markdown: a section with a table for each mapping, and one with a list for each set of words.
private struct ReferenceWriter {
  private var names: Set<String> = []
  private var waiting: [(name: String, shape: Shape)] = []

  /// Mappings first, in the order in which a study mentions them, then the words that stand in them.
  mutating func reference(of study: MappingShape) -> String {
    let head = "### A study\n\n" + table(study)
    var mappings = ""
    var words = ""
    while !waiting.isEmpty {
      let (name, shape) = waiting.removeFirst()
      let section = section(name, shape)
      if case .mapping = shape { mappings += section } else { words += section }
    }
    return (head + mappings + words).trimmed + "\n"
  }

  private mutating func section(_ name: String, _ shape: Shape) -> String {
    var text = "### \(name)\n\n"
    let parts = if case .either(let parts) = shape { parts } else { [shape] }
    for case .mapping(let mapping) in parts where !mapping.summary.isEmpty {
      text += mapping.summary + "\n\n"
    }
    if case .mapping = shape {} else { text += sentence(parts) + "\n\n" }
    for case .choice(let choices) in parts {
      text += list(choices, isFacet: ["facet", "setting"].contains(name))
    }
    for case .mapping(let mapping) in parts { text += table(mapping) }
    return text
  }

  private mutating func table(_ mapping: MappingShape) -> String {
    var text = "| key | value | default | meaning |\n| --- | --- | --- | --- |\n"
    for key in mapping.keys where !key.isAxis {
      let fallback = key.isRequired ? "required" : key.fallback.map { code($0) } ?? ""
      let example = key.example.map { " (`\($0)`)" } ?? ""
      text += "| `\(key.name)` | \(cell(brief(key.shape))) | \(fallback) | \(cell(key.summary + example)) |\n"
    }
    if let several = mapping.keys.lazy.compactMap(\.severalNumbers).first {
      text +=
        "| a setting | its value, or a list of values; for numbers also \(brief(several)) | | any key of "
        + "[network](#network) and [training](#training), and `scale` of [data](#data) |\n"
    }
    return text + "\n"
  }

  private func list(_ choices: [Choice], isFacet: Bool) -> String {
    var text = ""
    for choice in choices where !isFacet || Setting.named(choice.name) == nil {
      text += "- `\(choice.name)`" + (choice.summary.isEmpty ? "" : ": \(choice.summary)") + "\n"
    }
    return text + (isFacet ? "- the name of a setting: its values\n" : "") + "\n"
  }

  private mutating func sentence(_ parts: [Shape]) -> String {
    var kinds: [String] = []
    for part in parts {
      switch part {
      case .choice: kinds.append("one of the words below")
      case .mapping(let mapping):
        kinds.append("a mapping of " + (mapping.isVariant ? "one key" : "keys") + " of the table")
      case .named: kinds.append("a \(brief(part))")
      default: kinds.append(part.expectation)
      }
    }
    let text = kinds.joined(separator: ", or ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// The value in a few words; shapes with a section of their own by its name.
  private mutating func brief(_ shape: Shape) -> String {
    switch shape {
    case .text(.line), .text(.optionalLine): return "text"
    case .text(.markdown): return "Markdown"
    case .text(.slug): return "file name"
    case .text(.path): return "path"
    case .number(let rule):
      return String(rule.expectation.dropFirst(rule.expectation.hasPrefix("a ") ? 2 : 0))
    case .boolean: return "`true` or `false`"
    case .choice(let choices): return choices.map { "`\($0.name)`" }.joined(separator: ", ")
    case .list(.number, 2...2): return "two numbers"
    case .list(.number, _): return "list of whole numbers"
    case .list(let element, _): return "list of " + brief(element)
    case .mapping(let mapping):
      let keys = mapping.keys.map { "\($0.name): \($0.fallback?.text() ?? "…")" }
      return "`{\(keys.joined(separator: ", "))}`"
    case .either(let shapes):
      var parts: [String] = []
      for shape in shapes { parts.append(brief(shape)) }
      return parts.joined(separator: ", or ")
    case .named(let name, let inner):
      if names.insert(name).inserted { waiting.append((name, inner)) }
      return "[\(name)](#\(name))"
    }
  }

  /// A bar would end the cell.
  private func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private func code(_ value: JSONValue) -> String {
    if case .string(let text) = value { "`\(text)`" } else { "`\(value.text())`" }
  }
}

extension MappingShape {
  /// Whether it is a choice with an argument.
  fileprivate var isVariant: Bool {
    rules.contains { if case .exactlyOne(let names) = $0 { names.count == keys.count } else { false } }
  }
}

extension MappingShape.Key {
  /// Whether it is one of the settings that groups and selections take.
  fileprivate var isAxis: Bool {
    guard case .named(let shape, _) = shape else { return false }
    return ["\(name)_axis", "\(name)_selection"].contains(shape)
  }

  /// What groups or selections take for several numbers, as a shape with a section of its own; nil for other settings.
  fileprivate var severalNumbers: Shape? {
    guard isAxis, case .named(let shape, _) = shape, Setting.named(name)?.numbers != nil else { return nil }
    return shape.hasSuffix("_axis")
      ? .named("range", .mapping(SettingRange.shape(of: NumberRule(kind: .double))))
      : .named("bounds", .mapping(SettingBounds.shape))
  }
}
