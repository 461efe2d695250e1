import Foundation

@testable import Studies

/// As much of JSON Schema (draft 2020-12) as the generated schema uses.
///
/// Written from the specification and not from the writer. Traps on a keyword that it does not know, so that none is
/// silently ignored.
struct MiniJSONSchema {
  private let root: JSONValue

  init(_ text: String) throws {
    root = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  func accepts(_ value: JSONValue) -> Bool { accepts(value, root) }

  private func accepts(_ value: JSONValue, _ schema: JSONValue) -> Bool {
    guard case .object(let keywords) = schema else { return schema == true }
    return keywords.allSatisfy { accepts(value, keyword: $0.key, $0.value, in: schema) }
  }

  private func accepts(_ value: JSONValue, keyword: String, _ argument: JSONValue, in schema: JSONValue)
    -> Bool
  {
    switch keyword {
    case "$schema", "title", "description", "default", "enumDescriptions", "$defs": return true
    case "$ref": return argument.string.flatMap(definition).map { accepts(value, $0) } ?? false
    case "type": return isOfType(value, argument.string)
    case "enum": return argument.array?.contains(value) ?? false
    case "allOf": return argument.array?.allSatisfy { accepts(value, $0) } ?? false
    case "anyOf": return argument.array?.contains { accepts(value, $0) } ?? false
    case "oneOf": return argument.array?.count { accepts(value, $0) } == 1
    case "not": return !accepts(value, argument)
    case "minimum": return compare(value, argument, >=)
    case "maximum": return compare(value, argument, <=)
    case "exclusiveMinimum": return compare(value, argument, >)
    case "exclusiveMaximum": return compare(value, argument, <)
    case "minItems": return value.array.map { Double($0.count) >= argument.double ?? 0 } ?? true
    case "maxItems": return value.array.map { Double($0.count) <= argument.double ?? 0 } ?? true
    case "items": return value.array?.allSatisfy { accepts($0, argument) } ?? true
    case "pattern": return matches(value, argument)
    default: return acceptsObject(value, keyword: keyword, argument, in: schema)
    }
  }

  private func acceptsObject(_ value: JSONValue, keyword: String, _ argument: JSONValue, in schema: JSONValue)
    -> Bool
  {
    guard case .object(let members) = value else { return true }
    switch keyword {
    case "required":
      return argument.array?.allSatisfy { key in members.contains { $0.key == key.string } } ?? false
    case "properties":
      return members.allSatisfy { member in argument[member.key].map { accepts(member.value, $0) } ?? true }
    case "additionalProperties":
      return argument == true || members.allSatisfy { schema["properties"]?[$0.key] != nil }
    case "dependentRequired":
      return members.allSatisfy { member in
        argument[member.key]?.array?.allSatisfy { key in members.contains { $0.key == key.string } } ?? true
      }
    default: preconditionFailure("unknown keyword \(keyword)")
    }
  }

  private func definition(_ reference: String) -> JSONValue? {
    root["$defs"]?[reference.replacingOccurrences(of: "#/$defs/", with: "")]
  }

  private func isOfType(_ value: JSONValue, _ type: String?) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.string, "string"), (.array, "array"), (.object, "object"):
      true
    case (.number, "number"): true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }

  private func compare(_ value: JSONValue, _ bound: JSONValue, _ holds: (Double, Double) -> Bool) -> Bool {
    guard let value = value.double, let bound = bound.double else { return true }
    return holds(value, bound)
  }

  private func matches(_ value: JSONValue, _ pattern: JSONValue) -> Bool {
    guard let text = value.string, let pattern = pattern.string else { return true }
    return text.range(of: pattern, options: .regularExpression) != nil
  }
}

extension JSONValue {
  var string: String? { if case .string(let text) = self { text } else { nil } }
  var double: Double? { if case .number(let number) = self { number } else { nil } }
  var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}

extension JSONValue: Decodable {
  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Decodes any JSON.
  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Key.self) {
      self = .object(
        try container.allKeys.map {
          Member(key: $0.stringValue, value: try container.decode(JSONValue.self, forKey: $0))
        })
    } else if let list = try? [JSONValue](from: decoder) {
      self = .array(list)
    } else {
      let container = try decoder.singleValueContainer()
      if let bool = try? container.decode(Bool.self) {
        self = .bool(bool)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .string(try container.decode(String.self))
      }
    }
  }
}
