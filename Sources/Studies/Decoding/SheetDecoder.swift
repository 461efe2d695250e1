/// `sheets:`.
struct SheetDecoder {
  /// nil while the grid is not known; then only what does not depend on it is checked.
  let selector: Selector?
  let studyTitle: String
  private let rowDecoder: RowDecoder
  private(set) var issues: Issues
  /// What the charts show, with where it comes from.
  private(set) var texts: [(text: String, mark: SourceMark)] = []
  /// File names that are taken, with what is drawn there.
  private var pictures: [String: String] = [:]

  init(selector: Selector?, studyTitle: String, rules: KindRules, issues: Issues) {
    self.selector = selector
    self.studyTitle = studyTitle
    rowDecoder = RowDecoder(rules: rules)
    self.issues = issues
  }

  mutating func decode(_ list: [SourceNode]) -> [SheetSpec] {
    var names: Set<String> = []
    return list.enumerated().compactMap { index, node in
      let path = ["sheets", "\(index)"]
      guard issues.isClean("sheets", "\(index)") else { return nil }
      let name = node["name"]?.text ?? (list.count == 1 ? "sheet" : "sheet-\(index + 1)")
      if !names.insert(name).inserted {
        issues.report(
          .duplicateName(kind: "sheet", name: name), at: node["name"]?.mark ?? node.mark, path: path)
      }
      return sheet(node, name: name, path: path)
    }
  }

  private mutating func sheet(_ node: SourceNode, name: String, path: [String]) -> SheetSpec? {
    var rows: [(spec: RowSpec, node: SourceNode)] = []
    for rowNode in node["rows"]?.elements ?? [] {
      if let row = rowDecoder.decode(rowNode, path: path, &issues) { rows.append((row, rowNode)) }
      if let title = rowNode["title"] { texts.append((title.text?.trimmed ?? "", title.mark)) }
    }
    if let title = node["title"] { texts.append((title.text?.trimmed ?? "", title.mark)) }
    guard let selector, let points = selector.select(node["of"], path: path, &issues) else { return nil }
    let selected = points.map { selector.grid.points[$0] }
    let spec = SheetSpec(
      name: name, title: node["title"]?.text?.trimmed ?? studyTitle, points: points,
      each: node["each"].flatMap(Facet.init), columns: columns(node),
      color: node["color"].flatMap(Facet.init), rows: rows.flatMap { $0.spec.expanded(over: selected) },
      reading: node["reading"]?.text?.trimmed ?? "")
    if checkFacets(node, selected, path) {
      if !node.hasOnlyGrids { checkPanels(spec, node, selected, path) }
      for row in rows { checkCells(row.spec, row.node, spec, selected, path) }
      checkPictures(spec, selected, at: (node["each"] ?? node["name"] ?? node).mark)
    }
    for row in rows {
      RowRules.check(
        row.spec, row.node, points: selected, isOverlaid: spec.color != nil, path: path, &issues)
    }
    return spec
  }
}

// Whether a reader can tell the lines of a panel apart.
extension SheetDecoder {
  /// A column a run if nothing is said; a column a group where every panel lays out many runs.
  private func columns(_ node: SourceNode) -> Facet {
    node["columns"].flatMap(Facet.init) ?? (node.hasOnlyGrids ? .group : .run)
  }

  /// Reports the first cell of a row's grids that several runs would share.
  private mutating func checkCells(
    _ row: RowSpec, _ node: SourceNode, _ spec: SheetSpec, _ points: [GridPoint], _ path: [String]
  ) {
    let settings = row.mark.gridSettings
    guard !settings.isEmpty else { return }
    for (key, setting) in zip(["x", "y"], settings) {
      guard let point = points.first(where: { $0.text(of: setting) == nil }), let named = node[key] else {
        continue
      }
      return issues.report(.facetWithoutValue(setting: setting, run: point.name), at: named.mark, path: path)
    }
    let facets = [spec.each, spec.columns, spec.color].compactMap(\.self) + settings.map(Facet.setting)
    let cells = grouped(points) { point in facets.compactMap { $0.label(of: point) } }
    guard let shared = cells.first(where: { $0.runs.count > 1 }), let entry = node.entry(row.mark.name) else {
      return
    }
    let cell = shared.key.joined(separator: ", ")
    issues.report(
      .severalRunsInCell(cell: cell, runs: shared.runs.map(\.name)), at: entry.keyMark, path: path)
  }

  private mutating func checkFacets(_ node: SourceNode, _ points: [GridPoint], _ path: [String]) -> Bool {
    var isComplete = true
    for key in ["each", "columns", "color"] {
      guard let facetNode = node[key], let facet = Facet(facetNode), case .setting(let setting) = facet else {
        continue
      }
      guard let point = points.first(where: { facet.text(of: $0) == nil }) else { continue }
      issues.report(
        .facetWithoutValue(setting: setting, run: point.name), at: facetNode.mark, path: path)
      isComplete = false
    }
    return isComplete
  }

  /// Reports the first panel of a sheet with runs that look alike.
  private mutating func checkPanels(
    _ spec: SheetSpec, _ node: SourceNode, _ points: [GridPoint], _ path: [String]
  ) {
    func texts(_ facets: [Facet?], _ point: GridPoint) -> [String] {
      facets.compactMap { $0?.label(of: point) }
    }
    let panels = grouped(points) { texts([spec.each, spec.columns], $0) }
    for (key, runs) in panels where runs.count > 1 {
      let panel = "the panel '\(key.joined(separator: ", "))'"
      guard spec.color != nil else {
        let mark = node["columns"]?.mark ?? node.mark
        issues.report(.severalRunsInPanel(panel: panel, runs: runs.map(\.name)), at: mark, path: path)
        return
      }
      let alike = grouped(runs) { texts([spec.color], $0) }.first { $0.runs.count > 1 }
      if let alike {
        let mark = node["color"]?.mark ?? node.mark
        issues.report(.runsOfOneColor(panel: panel, runs: alike.runs.map(\.name)), at: mark, path: path)
        return
      }
    }
  }

  /// Reports pictures that would be drawn into the same file.
  mutating func checkPictures(_ spec: SheetSpec, _ points: [GridPoint], at mark: SourceMark) {
    let values = spec.each.map { each in grouped(points) { [each.text(of: $0) ?? ""] }.map { $0.key[0] } }
    var slugs: [String: String] = [:]
    for value in values ?? [] {
      let slug = Slug.text(value)
      if let other = slugs[slug], !slug.isEmpty {
        issues.report(.samePicture(file: "\(spec.name)-\(slug).png", "'\(other)'", "'\(value)'"), at: mark)
        return
      }
      slugs[slug] = value
    }
    let own = "sheet '\(spec.name)'"
    for file in spec.fileNames(for: values ?? []) {
      // Of sheets with one name it has been said.
      if let other = pictures[file], other != own {
        issues.report(.samePicture(file: "\(file).png", other, own), at: mark)
      }
      pictures[file] = own
    }
  }

  private func grouped(
    _ points: [GridPoint], by key: (GridPoint) -> [String]
  ) -> [(key: [String], runs: [GridPoint])] {
    var groups: [(key: [String], runs: [GridPoint])] = []
    var positions: [[String]: Int] = [:]
    for point in points {
      let key = key(point)
      if let position = positions[key] {
        groups[position].runs.append(point)
      } else {
        positions[key] = groups.count
        groups.append((key, [point]))
      }
    }
    return groups
  }
}

extension SourceNode {
  /// Whether every row of a sheet lays out many runs in a panel.
  fileprivate var hasOnlyGrids: Bool {
    self["rows"]?.elements?.allSatisfy { row in StudySchema.gridMarks.contains { row[$0] != nil } } ?? false
  }
}

extension Facet {
  init?(_ node: SourceNode) {
    switch node.text {
    case "group": self = .group
    case "run": self = .run
    case let name?: self = .setting(name)
    case nil: return nil
    }
  }

  /// The value that a point has of this facet; nil if it is of a setting that the point does not have.
  func text(of point: GridPoint) -> String? {
    switch self {
    case .group: point.group
    case .run: point.name
    case .setting(let name): point.text(of: name)
    }
  }

  /// The value in words that stand by themselves: "ReLU", "learning rate 0.05".
  func label(of point: GridPoint) -> String? {
    guard case .setting(let name) = self, let setting = Setting.named(name) else { return text(of: point) }
    return text(of: point).map { "\(setting.label) \($0)" }
  }
}
