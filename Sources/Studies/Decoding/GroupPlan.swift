/// A group as it stands in the study: what is fixed, what varies, and what its points are called.
struct GroupPlan {
  struct Axis {
    var setting: Setting
    var values: [SourceNode]
  }

  struct Coordinate {
    var setting: Setting
    var node: SourceNode
  }

  var mark: SourceMark
  var nameNode: SourceNode?
  var notes: [SourceNode]?
  var names: [SourceNode]?
  var fixed: [Coordinate] = []
  /// In the order written.
  var axes: [Axis] = []
  var ranges: [SettingRange] = []
  private var node: SourceNode

  init(_ node: SourceNode) {
    self.node = node
    mark = node.mark
    nameNode = node["name"]
    notes = node["notes"]?.elements
    names = node["names"]?.elements
    for entry in node.entries ?? [] {
      guard let setting = Setting.named(entry.key) else { continue }
      // A list of one is a value in brackets.
      if let values = entry.value.elements, values.count > 1 {
        axes.append(Axis(setting: setting, values: values))
      } else if let range = SettingRange(entry.value, of: setting) {
        ranges.append(range)
        axes.append(Axis(setting: setting, values: range.values))
      } else {
        fixed.append(Coordinate(setting: setting, node: entry.value.elements?.first ?? entry.value))
      }
    }
  }

  var name: String { nameNode?.text?.trimmed ?? RunGroup.unnamed }

  var pointCount: Int { axes.reduce(1) { $0 * $1.values.count } }

  /// The values on the axes at a position of the grid; the last axis varies fastest.
  func coordinates(of position: Int) -> [Coordinate] {
    var rest = position
    var coordinates: [Coordinate] = []
    for axis in axes.reversed() {
      coordinates.append(Coordinate(setting: axis.setting, node: axis.values[rest % axis.values.count]))
      rest /= axis.values.count
    }
    return coordinates.reversed()
  }

  /// The group's name and the values on the axes: "ReLU · learning rate 0.05".
  func defaultName(of position: Int, _ settings: RunSettings) -> String {
    let values = axes.map { axis in "\(axis.setting.label) \(axis.setting.text(settings) ?? "")" }
    let parts = (nameNode == nil ? [] : [name]) + values
    return parts.isEmpty ? GridPoint.unnamed : parts.joined(separator: " · ")
  }

  func listMark(_ label: String) -> SourceMark? {
    node[label == "'notes'" ? "notes" : "names"]?.mark
  }
}
