import Studies

/// The rows of the table of results: a run each, or several together where a group has more than are read one by one.
struct ResultRows {
  struct Row {
    var name: String
    var note: String
    var points: [GridPoint]
  }

  /// Groups of more grid points are summarised in at most so many rows.
  static let most = 40

  let study: Study

  /// Whether any row stands for several runs.
  var areSummarised: Bool { study.groups.contains { isLarge($0) } }

  var all: [Row] {
    study.groups.flatMap { group in
      let points = points(of: group)
      return isLarge(group)
        ? summary(points, group) : points.map { Row(name: $0.name, note: $0.note, points: [$0]) }
    }
  }

  private func points(of group: RunGroup) -> [GridPoint] { study.points.filter { $0.group == group.name } }

  private func isLarge(_ group: RunGroup) -> Bool { points(of: group).count > ResultRows.most }

  /// A row for each value of the group's first axis, or for several neighbouring ones if there are too many.
  private func summary(_ points: [GridPoint], _ group: RunGroup) -> [Row] {
    guard let axis = group.axes.first else { return [] }
    let facet = Facet.setting(axis)
    let values = facet.values(of: points)
    let size = (values.count + ResultRows.most - 1) / ResultRows.most
    return stride(from: 0, to: values.count, by: size).map { start in
      let some = values[start..<min(values.count, start + size)]
      let members = points.filter { some.contains(facet.value(of: $0)) }
      let span = some.count == 1 ? some[start] : "\(some[start])…\(some[some.endIndex - 1])"
      let name = (study.groups.count > 1 ? "\(group.name) · " : "") + facet.heading(span)
      return Row(
        name: members.count == 1 ? name : "\(name) (\(members.count) runs)", note: "", points: members)
    }
  }
}
