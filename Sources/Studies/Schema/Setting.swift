/// A setting of a run: how it is written, what it means, and how it becomes part of `RunSettings` and text again.
struct Setting: Sendable {
  /// Where the setting stands outside of groups.
  enum Section: String, CaseIterable, Sendable {
    case data
    case network
    case training
  }

  var section: Section
  /// The key in its section, in groups and in selections, with shape, default and description.
  var key: MappingShape.Key
  /// The name as a person writes it ("learning rate"), for names of runs.
  var label: String
  /// The kinds of study in which it has a meaning.
  var kinds: Set<StudyKind>
  /// Takes a valid value over.
  var apply: @Sendable (SourceNode, inout SettingsDraft) -> Void
  /// The value in words, without regard to the kind of run; nil where another setting takes its place.
  var valueText: @Sendable (RunSettings) -> String?

  /// The value in words ("0.05", "leaky_relu 0.2"); nil where the setting does not apply to the run.
  func text(_ settings: RunSettings) -> String? {
    kinds.contains(settings.kind) ? valueText(settings) : nil
  }

  var name: String { key.name }

  init(
    _ section: Section, _ name: String, _ shape: Shape, default fallback: JSONValue?, label: String? = nil,
    of kinds: Set<StudyKind>? = nil, not misnomers: [String] = [], _ summary: String,
    apply: @escaping @Sendable (SourceNode, inout SettingsDraft) -> Void,
    text: @escaping @Sendable (RunSettings) -> String?
  ) {
    self.section = section
    self.key = .init(name: name, shape: shape, fallback: fallback, summary: summary, misnomers: misnomers)
    self.kinds = kinds ?? (section == .training ? .trained : .all)
    self.label = label ?? String(name.map { $0 == "_" ? " " : $0 })
    self.apply = apply
    valueText = text
  }

  /// Every setting that may vary within a study, in the order of the reference.
  static let all: [Setting] = dataSettings + networkSettings + trainingSettings

  static func named(_ name: String) -> Setting? { all.first { $0.name == name } }

  /// Settings that say the same thing in two ways: one of a set takes the place of those of the other sets.
  static let rivals: [[[String]]] = [[["hidden"], ["depth", "width"]], [["steps"], ["epochs"]]]

  /// The settings whose place one takes.
  static func replaced(by name: String) -> [String] {
    rivals.filter { $0.contains { $0.contains(name) } }.flatMap { sets in
      sets.filter { !$0.contains(name) }.flatMap(\.self)
    }
  }

  /// The shape in groups, where a list is several values: the setting's own shape but for lists, a list of its own
  /// shape, or a range if it is a number.
  var axisShape: Shape { several(as: "axis", or: SettingRange.shape) }

  /// The shape in selections: that in groups, with bounds in place of a range.
  var selectionShape: Shape { several(as: "selection") { _ in SettingBounds.shape } }

  private func several(as suffix: String, or mapping: (NumberRule) -> MappingShape) -> Shape {
    let single = key.shape.alternatives.filter { if case .list = $0 { false } else { true } }
    let list = Shape.list(key.shape, atLeast: 1)
    guard let numbers else {
      return .named("\(name)_axis", single.isEmpty ? list : .either(single + [list]))
    }
    return .named("\(name)_\(suffix)", .either(single + [list, .mapping(mapping(numbers))]))
  }

  /// Which numbers it may be; nil if it is none.
  var numbers: NumberRule? {
    key.shape.alternatives.lazy.compactMap { if case .number(let rule) = $0 { rule } else { nil } }.first
  }

  /// Whether every value is a list, so that even a single value needs a list around it in a group.
  var isAlwaysList: Bool {
    key.shape.alternatives.allSatisfy { if case .list = $0 { true } else { false } }
  }
}

/// Settings on their way to a `RunSettings`: depends on no order of the keys.
struct SettingsDraft {
  var settings = RunSettings()
  var hidden: [Int]?
  var depth = 1
  var width = 64
  /// One for every hidden layer, or one each.
  var activations: [Activation] = [.relu]
  var isActivationPerLayer = false
}
