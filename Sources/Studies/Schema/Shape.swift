/// What a YAML value may be.
///
/// The validator, the JSON Schema and the reference are all made from this.
indirect enum Shape: Sendable {
  case text(TextKind)
  case number(NumberRule)
  case boolean
  /// One of these words.
  case choice([Choice])
  case list(Shape, count: ClosedRange<Int>)
  case mapping(MappingShape)
  /// Alternatives that are told apart by the kind of value: at most one of them is a list, at most one a mapping.
  case either([Shape])
  /// A shape that is used in several places, and described once.
  case named(String, Shape)
}

/// A word that may stand in a study, and what it means.
struct Choice: Sendable {
  var name: String
  var summary: String

  init(_ name: String, _ summary: String = "") {
    self.name = name
    self.summary = summary
  }
}

/// What kind of text is wanted.
enum TextKind: Sendable {
  /// A single line, not blank.
  case line
  /// A single line that may be blank.
  case optionalLine
  /// Any number of lines, Markdown.
  case markdown
  /// A name fit for a file: lower-case letters, digits, single hyphens.
  case slug
  /// Where a file is.
  case path
}

/// A range of numbers.
struct NumberRule: Sendable {
  enum Kind: Sendable {
    case integer
    /// Takes part in training: rounded to single precision.
    case single
    /// Only drawn or compared.
    case double
  }

  enum Bound: Sendable {
    case inclusive(Double)
    case exclusive(Double)
  }

  var kind: Kind
  var low: Bound?
  var high: Bound?

  func contains(_ value: Double) -> Bool {
    switch low {
    case .inclusive(let bound): if !(value >= bound) { return false }
    case .exclusive(let bound): if !(value > bound) { return false }
    case nil: break
    }
    switch high {
    case .inclusive(let bound): return value <= bound
    case .exclusive(let bound): return value < bound
    case nil: return true
    }
  }
}

/// A mapping: its keys and how they go together.
struct MappingShape: Sendable {
  /// "a group", for messages.
  var noun: String
  /// What it is for, Markdown.
  var summary: String
  var keys: [Key]
  var rules: [Rule] = []

  struct Key: Sendable {
    var name: String
    var shape: Shape
    var isRequired = false
    /// What holds if the key is left out.
    var fallback: JSONValue?
    /// Markdown, no full stop if it is a phrase.
    var summary: String
    /// YAML for the value.
    var example: String?
    /// Names that people try.
    var misnomers: [String] = []
  }

  /// How keys go together.
  enum Rule: Sendable {
    case exactlyOne([String])
    case atLeastOne([String])
    /// No key of one set beside a key of another.
    case notTogether([[String]])
    case requires(String, String)
    /// The first key only beside one of these; judged where one of all choices stands, so that its lack is reported once.
    case goesWith(String, [String], of: [String])
    /// Needed, here or in the file that `extends` names.
    case inherited(String)
  }

  subscript(name: String) -> Key? { keys.first { $0.name == name } }
}

// Short forms for the schema.
extension Shape {
  /// Any whole number in a range.
  static func integer(_ low: Int, _ high: Int? = nil) -> Shape {
    .number(
      NumberRule(
        kind: .integer, low: .inclusive(Double(low)), high: high.map { .inclusive(Double($0)) }))
  }

  /// A number of single precision.
  static func single(above low: Double, _ high: NumberRule.Bound? = nil) -> Shape {
    .number(NumberRule(kind: .single, low: .exclusive(low), high: high))
  }

  static func single(from low: Double, _ high: NumberRule.Bound? = nil) -> Shape {
    .number(NumberRule(kind: .single, low: .inclusive(low), high: high))
  }

  static let single = Shape.number(NumberRule(kind: .single))
  static let double = Shape.number(NumberRule(kind: .double))

  static func list(_ element: Shape, atLeast count: Int = 0) -> Shape {
    .list(element, count: count...Int.max)
  }
  static func pair(_ element: Shape) -> Shape { .list(element, count: 2...2) }

  static func choice<Names: Sequence<String>>(of names: Names) -> Shape { .choice(names.map { Choice($0) }) }

  /// A mapping of exactly one of these keys: a choice with an argument.
  static func variant(_ noun: String, _ keys: [MappingShape.Key]) -> Shape {
    .mapping(MappingShape(noun: noun, summary: "", keys: keys, rules: [.exactlyOne(keys.map(\.name))]))
  }

  /// Without the name, and alternatives of alternatives made plain ones.
  var alternatives: [Shape] {
    switch self {
    case .named(_, let shape): shape.alternatives
    case .either(let shapes): shapes.flatMap(\.alternatives)
    default: [self]
    }
  }

  /// The names of every choice it offers.
  var choiceNames: [String] {
    alternatives.flatMap { shape -> [String] in
      if case .choice(let choices) = shape { choices.map(\.name) } else { [] }
    }
  }
}
