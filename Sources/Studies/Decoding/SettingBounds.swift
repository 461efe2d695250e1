/// Which numbers of a setting a selection means: `{at_least: 0.01, below: 1}`.
struct SettingBounds {
  private let bounds: [(key: String, value: Double)]

  /// nil if the value is no bounds, or the setting no number.
  init?(_ node: SourceNode, of setting: String) {
    guard Setting.named(setting)?.numbers != nil, let entries = node.entries else { return nil }
    bounds = entries.compactMap { entry in entry.value.double.map { (entry.key, $0) } }
  }

  /// Whether a number lies within; both are compared as they are written, not as they are rounded for training.
  func contains(_ value: Double) -> Bool {
    bounds.allSatisfy { key, bound in
      switch key {
      case "at_least": value >= bound
      case "at_most": value <= bound
      case "above": value > bound
      default: value < bound
      }
    }
  }

  /// "at least 0.01 and below 1".
  var text: String {
    bounds.map { "\($0.key.replacing("_", with: " ")) \(NumberText.decimal($0.value))" }
      .joined(separator: " and ")
  }

  static let shape = MappingShape(
    noun: "bounds",
    summary: "The numbers of a setting that a selection allows.",
    keys: [
      .init(name: "at_least", shape: .double, summary: "number ≥ this", example: "0.01"),
      .init(name: "at_most", shape: .double, summary: "number ≤ this"),
      .init(name: "above", shape: .double, summary: "number > this"),
      .init(name: "below", shape: .double, summary: "number < this"),
    ],
    rules: [
      .atLeastOne(["at_least", "at_most", "above", "below"]), .notTogether([["at_least"], ["above"]]),
      .notTogether([["at_most"], ["below"]]),
    ])
}
