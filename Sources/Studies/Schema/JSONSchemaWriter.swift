extension StudySchema {
  /// The format as a JSON Schema (draft 2020-12), for editors that check and complete YAML by one.
  ///
  /// It knows the shape of a study, not its meaning: references to runs, counts and duplicates are checked by the
  /// loader alone.
  package static var json: String {
    var writer = JSONSchemaWriter()
    let study = writer.object(study)
    let head: [JSONValue.Member] = [
      .init(key: "$schema", value: "https://json-schema.org/draft/2020-12/schema"),
      .init(key: "title", value: "Kiseki study"),
    ]
    let definitions = JSONValue.Member(key: "$defs", value: .object(writer.sortedDefinitions))
    return JSONValue.object(head + study + [definitions]).text() + "\n"
  }
}

/// Turns shapes into JSON Schema; each named shape becomes one definition.
private struct JSONSchemaWriter {
  private var definitions: [JSONValue.Member] = []
  private var names: Set<String> = []

  var sortedDefinitions: [JSONValue.Member] { definitions.sorted { $0.key < $1.key } }

  mutating func object(_ mapping: MappingShape) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [.init(key: "type", value: "object")]
    if !mapping.summary.isEmpty { members.append(.init(key: "description", value: .string(mapping.summary))) }
    var properties: [JSONValue.Member] = []
    for key in mapping.keys { properties.append(.init(key: key.name, value: property(key))) }
    members.append(.init(key: "properties", value: .object(properties)))
    members.append(.init(key: "additionalProperties", value: false))
    let required = mapping.keys.filter(\.isRequired).map { JSONValue.string($0.name) }
    if !required.isEmpty { members.append(.init(key: "required", value: .array(required))) }
    let rules = mapping.rules.flatMap(constraints)
    if !rules.isEmpty { members.append(.init(key: "allOf", value: .array(rules))) }
    return members
  }

  private mutating func property(_ key: MappingShape.Key) -> JSONValue {
    var members = schema(key.shape)
    members.append(.init(key: "description", value: .string(key.summary)))
    if let fallback = key.fallback { members.append(.init(key: "default", value: fallback)) }
    return .object(members)
  }

  private mutating func schema(_ shape: Shape) -> [JSONValue.Member] {
    switch shape {
    case .text(let kind):
      return [.init(key: "type", value: "string")]
        + (kind.pattern.map { [.init(key: "pattern", value: .string($0))] } ?? [])
    case .number(let rule): return number(rule)
    case .boolean: return [.init(key: "type", value: "boolean")]
    case .choice(let choices): return choice(choices)
    case .list(let element, let count):
      var members: [JSONValue.Member] = [
        .init(key: "type", value: "array"), .init(key: "items", value: .object(schema(element))),
      ]
      if count.lowerBound > 0 {
        members.append(.init(key: "minItems", value: .number(Double(count.lowerBound))))
      }
      if count.upperBound < .max {
        members.append(.init(key: "maxItems", value: .number(Double(count.upperBound))))
      }
      return members
    case .mapping(let mapping): return object(mapping)
    case .either(let shapes):
      var alternatives: [JSONValue] = []
      for shape in shapes { alternatives.append(.object(schema(shape))) }
      return [.init(key: "anyOf", value: .array(alternatives))]
    case .named(let name, let shape):
      if names.insert(name).inserted {
        let value = JSONValue.object(schema(shape))
        definitions.append(.init(key: name, value: value))
      }
      return [.init(key: "$ref", value: .string("#/$defs/\(name)"))]
    }
  }

  private func number(_ rule: NumberRule) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init(key: "type", value: rule.kind == .integer ? "integer" : "number")
    ]
    switch rule.low {
    case .inclusive(let bound)?: members.append(.init(key: "minimum", value: .number(bound)))
    case .exclusive(let bound)?: members.append(.init(key: "exclusiveMinimum", value: .number(bound)))
    case nil: break
    }
    switch rule.high {
    case .inclusive(let bound)?: members.append(.init(key: "maximum", value: .number(bound)))
    case .exclusive(let bound)?: members.append(.init(key: "exclusiveMaximum", value: .number(bound)))
    case nil: break
    }
    return members
  }

  /// `enumDescriptions` is understood by the editors built on VS Code's language services, ignored by others.
  private func choice(_ choices: [Choice]) -> [JSONValue.Member] {
    var members = [JSONValue.Member(key: "enum", value: .array(choices.map { .string($0.name) }))]
    if choices.contains(where: { !$0.summary.isEmpty }) {
      members.append(.init(key: "enumDescriptions", value: .array(choices.map { .string($0.summary) })))
    }
    return members
  }

  private func constraints(_ rule: MappingShape.Rule) -> [JSONValue] {
    func required(_ keys: [String]) -> JSONValue { ["required": .array(keys.map { .string($0) })] }
    switch rule {
    case .exactlyOne(let keys): return [["oneOf": .array(keys.map { required([$0]) })]]
    case .atLeastOne(let keys): return [["anyOf": .array(keys.map { required([$0]) })]]
    case .notTogether(let sets):
      return sets.indices.flatMap { index in
        sets[index].flatMap { key in
          sets[(index + 1)...].flatMap(\.self).map { ["not": required([key, $0])] }
        }
      }
    case .requires(let key, let other):
      return [["dependentRequired": .object([.init(key: key, value: [.string(other)])])]]
    case .goesWith(let key, let allowed, _):
      return [["anyOf": .array([["not": required([key])]] + allowed.map { required([$0]) })]]
    case .inherited(let key): return [["anyOf": [required([key]), required(["extends"])]]]
    }
  }
}

extension TextKind {
  /// What the loader asks of a text, as a regular expression.
  fileprivate var pattern: String? {
    switch self {
    case .line, .path: #"^\s*\S.*\s*$"#
    case .optionalLine: #"^\s*(\S.*)?\s*$"#
    case .markdown: nil
    case .slug: "^[a-z0-9]+(-[a-z0-9]+)*$"
    }
  }
}
