/// The ranges of all axes of a sheet: one for each share key, one for each axis without a key.
struct SharedRanges {
  private var x: [[AxisRange.Bounds?]] = []
  private var y: [[AxisRange.Bounds?]] = []

  init(_ sheet: Sheet) {
    x = Self.resolve(sheet, .x, \.x)
    y = Self.resolve(sheet, .y, \.y)
  }

  func bounds(row: Int, column: Int) -> (x: AxisRange.Bounds, y: AxisRange.Bounds)? {
    guard let x = x[row][column], let y = y[row][column] else { return nil }
    return (x, y)
  }

  private struct Group {
    var key: String
    var axis: Axis
    var values: [Double]
  }

  private static func resolve(
    _ sheet: Sheet, _ dimension: Mark.Dimension, _ axis: KeyPath<Panel, Axis>
  ) -> [[AxisRange.Bounds?]] {
    var groups: [Group] = []
    for panel in sheet.panels.joined() {
      guard let panel, let key = panel[keyPath: axis].share else { continue }
      let values = panel.marks.flatMap { $0.values(dimension) }
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].values += values
      } else {
        groups.append(Group(key: key, axis: panel[keyPath: axis], values: values))
      }
    }
    let shared = groups.map { AxisRange.resolve($0.axis, values: $0.values) }
    return sheet.panels.map { row in
      row.map { panel in
        guard let panel else { return nil }
        let own = panel[keyPath: axis]
        if let index = groups.firstIndex(where: { $0.key == own.share }),
          groups[index].axis.scale == own.scale
        {
          return shared[index]
        }
        return AxisRange.resolve(own, values: panel.marks.flatMap { $0.values(dimension) })
      }
    }
  }
}
