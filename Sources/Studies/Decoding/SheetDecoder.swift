/// `sheets:`.
struct SheetDecoder {
  /// nil while the grid is not known; then only what does not depend on it is checked.
  let selector: Selector?
  let studyTitle: String
  private(set) var issues: Issues
  /// What the charts show, with where it comes from.
  private(set) var texts: [(text: String, mark: SourceMark)] = []

  init(selector: Selector?, studyTitle: String, issues: Issues) {
    self.selector = selector
    self.studyTitle = studyTitle
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
    let rowNodes = node["rows"]?.elements ?? []
    let rows = rowNodes.compactMap { row($0, path: path) }
    if let title = node["title"] { texts.append((title.text?.trimmed ?? "", title.mark)) }
    guard let selector, let points = selector.select(node["of"], path: path, &issues) else { return nil }
    let spec = SheetSpec(
      name: name, title: node["title"]?.text?.trimmed ?? studyTitle, points: points,
      each: node["each"].flatMap(Facet.init), columns: node["columns"].flatMap(Facet.init) ?? .run,
      color: node["color"].flatMap(Facet.init), rows: rows, reading: node["reading"]?.text?.trimmed ?? "")
    let selected = points.map { selector.grid.points[$0] }
    if checkFacets(node, selected, path) { checkPanels(spec, node, selected, path) }
    for (row, rowNode) in zip(rows, rowNodes) { check(row, rowNode, spec, selected, path) }
    return spec
  }

  private mutating func row(_ node: SourceNode, path: [String]) -> RowSpec? {
    guard let recording = RecordingDecoder.decode(node, quantity: "line", path: path, &issues) else {
      return nil
    }
    if let title = node["title"] { texts.append((title.text?.trimmed ?? "", title.mark)) }
    let range = range(node, "range", path)
    let scale = node["scale"]?.text.flatMap(AxisScale.init) ?? .linear
    if let range, range.low <= 0, scale == .log || scale == .logAbs, let rangeNode = node["range"] {
      issues.report(.logRangeNotPositive, at: rangeNode.mark, path: path)
    }
    return RowSpec(
      mark: .line(recording), title: node["title"]?.text?.trimmed ?? "", range: range, scale: scale,
      ifDiverging: node["if_diverging"]?.text.flatMap(AxisScale.init), shared: node["share"]?.bool ?? false,
      clip: self.range(node, "clip", path))
  }

  private mutating func range(_ node: SourceNode, _ key: String, _ path: [String]) -> ValueRange? {
    guard let value = node[key] else { return nil }
    if let range = ValueRange(value) { return range }
    issues.report(.rangeIsEmpty(label: "'\(key)'"), at: value.mark, path: path)
    return nil
  }
}

// Whether a reader can tell the lines of a panel apart.
extension SheetDecoder {
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

  private mutating func check(
    _ row: RowSpec, _ node: SourceNode, _ spec: SheetSpec, _ points: [GridPoint], _ path: [String]
  ) {
    guard let recording = row.mark.recording else { return }
    RecordingDecoder.check(recording, node, points: points, everywhere: false, path: path, &issues)
    guard spec.color != nil, recording.quantity.scope != .run else { return }
    let layers = points.map { recording.layers.resolved(in: $0.settings.network).count }
    if let most = layers.max(), most > 1 {
      issues.report(.severalLayersWithColor(layers: most), at: node["layer"]?.mark ?? node.mark, path: path)
    } else if recording.quantity.scope == .unit, !recording.units.isSingle {
      issues.report(
        .unitsWithColor(recording.quantity.rawValue), at: node["units"]?.mark ?? node.mark, path: path)
    }
  }
}

extension UnitSelection {
  fileprivate var isSingle: Bool {
    switch self {
    case .all: false
    case .first(let count): count == 1
    case .list(let units): units.count == 1
    }
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
