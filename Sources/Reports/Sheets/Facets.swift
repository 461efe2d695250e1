import Studies

extension Facet {
  /// The value by which this facet tells a point from others.
  func value(of point: GridPoint) -> String {
    switch self {
    case .group: point.group
    case .run: point.name
    case .setting(let name): point.values.first { $0.setting == name }?.text ?? ""
    }
  }

  /// A value with its setting's name: "learning rate 0.05".
  func heading(_ value: String) -> String {
    switch self {
    case .group, .run: value
    case .setting(let name): "\(SettingLabel.text(name)) \(value)"
    }
  }

  /// The facet's values among some points, each once, in the points' order.
  func values(of points: [GridPoint]) -> [String] {
    var values: [String] = []
    for point in points {
      let value = value(of: point)
      if !values.contains(value) { values.append(value) }
    }
    return values
  }
}
