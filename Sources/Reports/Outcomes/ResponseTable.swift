import Studies

/// What the responses of a sheet show, in numbers: a row for each value of their setting, a column for each set of points.
struct ResponseTable {
  private let setting: String
  private let columns: [(title: String, cells: [String])]
  private let axis: GridAxis

  /// A table for each setting over which the sheet has responses.
  static func all(of spec: SheetSpec, _ results: StudyResults) -> [ResponseTable] {
    var settings: [String] = []
    for case .response(_, let x) in spec.rows.map(\.mark) where !settings.contains(x) { settings.append(x) }
    return settings.map { ResponseTable(over: $0, spec, results) }
  }

  private init(over setting: String, _ spec: SheetSpec, _ results: StudyResults) {
    let points = spec.points.map { results.study.points[$0] }
    let axis = GridAxis(setting, points)
    let sets = ResponseTable.sets(of: points, spec)
    self.setting = setting
    self.axis = axis
    columns = spec.rows.flatMap { row -> [(String, [String])] in
      guard case .response(let outcome, setting) = row.mark else { return [] }
      return sets.map { set in
        let cells = axis.values.indices.map { place in
          set.points.first { axis.place(of: $0) == place }.map { OutcomeResult(outcome, $0, results).text }
            ?? ""
        }
        return (sets.count == 1 ? RowText.title(row) : "\(RowText.title(row)), \(set.name)", cells)
      }
    }
  }

  /// The points that a reader sees together: those of one picture, column and colour.
  private static func sets(of points: [GridPoint], _ spec: SheetSpec) -> [(name: String, points: [GridPoint])]
  {
    let facets = [spec.each, spec.columns, spec.color].compactMap(\.self)
    var sets: [(name: String, points: [GridPoint])] = []
    for point in points {
      var parts: [String] = []
      for part in facets.map({ $0.heading($0.value(of: point)) }) where !parts.contains(part) {
        parts.append(part)
      }
      let name = parts.joined(separator: ", ")
      if let index = sets.firstIndex(where: { $0.name == name }) {
        sets[index].points.append(point)
      } else {
        sets.append((name, [point]))
      }
    }
    return sets
  }

  var markdown: String {
    var table = MarkdownTable([(SettingLabel.text(setting), .right)] + columns.map { ($0.title, .right) })
    for (place, value) in axis.values.enumerated() { table.append([value] + columns.map { $0.cells[place] }) }
    return table.text
  }
}
