/// Where a piece of a study stands.
struct SourceMark: Hashable, Sendable {
  var file: String
  /// Counted from 1.
  var line: Int
  /// Counted from 1, in Unicode scalars.
  var column: Int
}

/// A YAML value with its position: the parser's tree as own immutable values, aliases replaced by what they stand for.
struct SourceNode: Hashable, Sendable {
  indirect enum Value: Hashable, Sendable {
    /// `isPlain`: written without quotes, so that it may be a number, a boolean or nothing.
    case scalar(String, isPlain: Bool)
    case list([SourceNode])
    /// In the order written, no key twice.
    case mapping([SourceEntry])
  }

  var mark: SourceMark
  var value: Value
}

/// A key of a mapping with its value.
struct SourceEntry: Hashable, Sendable {
  var key: String
  var keyMark: SourceMark
  var value: SourceNode
}

// Reading after validation: each answers nil where the value is of another kind, and never fails.
extension SourceNode {
  var entries: [SourceEntry]? {
    if case .mapping(let entries) = value { entries } else { nil }
  }

  var elements: [SourceNode]? {
    if case .list(let elements) = value { elements } else { nil }
  }

  /// The elements of a list, or the value itself as the only one.
  var oneOrMore: [SourceNode] { elements ?? [self] }

  /// A scalar that is neither a number nor a boolean nor nothing.
  var text: String? {
    guard case .scalar(let text, let isPlain) = value else { return nil }
    return !isPlain || ScalarSyntax.isText(text) ? text : nil
  }

  var bool: Bool? {
    guard case .scalar(let text, isPlain: true) = value else { return nil }
    return ScalarSyntax.bool(text)
  }

  var int: Int? {
    guard case .scalar(let text, isPlain: true) = value, ScalarSyntax.isInteger(text) else { return nil }
    return Int(text)
  }

  var double: Double? {
    guard case .scalar(let text, isPlain: true) = value else { return nil }
    return ScalarSyntax.double(text).map { $0 + 0 }
  }

  /// Rounded once, from the decimal text.
  ///
  /// Zero has no sign.
  var float: Float? {
    guard case .scalar(let text, isPlain: true) = value, ScalarSyntax.isNumber(text) else { return nil }
    return Float(text).map { $0 + 0 }
  }

  /// A key without a value, `~` or `null`.
  var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = value else { return false }
    return ScalarSyntax.isNull(text)
  }

  subscript(key: String) -> SourceNode? {
    entries?.first { $0.key == key }?.value
  }

  /// A choice with or without an argument: `relu` or `{leaky_relu: 0.01}`.
  var variant: (name: String, argument: SourceNode?)? {
    if let text { return (text, nil) }
    guard let entries, entries.count == 1 else { return nil }
    return (entries[0].key, entries[0].value)
  }
}
