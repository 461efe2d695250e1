/// From the merged tree to a study.
///
/// Later phases judge only what earlier ones found sound, so that one mistake is reported once.
struct StudyDecoder {
  private let root: SourceNode
  private(set) var issues = Issues()

  init(_ root: SourceNode) { self.root = root }

  /// - Returns: the study, which is to be used only if there are no errors among the issues.
  mutating func decode(name: String, missingGlyphs: (String) -> [Character]) -> Study {
    validate()
    let title = root["title"]?.text?.trimmed ?? ""
    let seeds = SeedsDecoder.decode(root, &issues)
    let data = DataDecoder.decode(root["data"], &issues)
    let grid = expandGrid(data: data, seedCount: seeds.count)
    let selector = grid.map(Selector.init)

    var sheetDecoder = SheetDecoder(selector: selector, studyTitle: title, issues: issues)
    let sheets = root["sheets"]?.elements.map { sheetDecoder.decode($0) }
    var claimDecoder = ClaimDecoder(selector: selector, seedCount: seeds.count, issues: sheetDecoder.issues)
    let claims = claimDecoder.decode(root["claims"]?.elements ?? [])
    issues = claimDecoder.issues
    let recordings = decodeRecordings(grid)

    var texts = (grid?.texts ?? []) + sheetDecoder.texts
    if root["sheets"]?.elements?.allSatisfy({ $0["title"] != nil }) != true, let node = root["title"] {
      texts.append((title, node.mark))
    }
    check(texts, missingGlyphs)
    return Study(
      name: name, title: title, question: root["question"]?.text?.trimmed ?? "",
      notes: root["notes"]?.text?.trimmed ?? "", seeds: seeds, groups: grid?.groups ?? [],
      points: grid?.points ?? [], sheets: sheets ?? [.standard(title: title, grid: grid)], claims: claims,
      recordings: recordings)
  }

  private mutating func validate() {
    var checker = ShapeChecker(issues: issues)
    checker.check(root.entries ?? [], of: root, StudySchema.study)
    issues = checker.issues
  }

  private mutating func expandGrid(data: DataSettings, seedCount: Int) -> Grid? {
    for section in Setting.Section.allCases.map(\.rawValue) + ["groups"] {
      guard issues.isClean(section) else { return nil }
    }
    return Grid.expand(root, data: data, seedCount: seedCount, &issues)
  }

  private mutating func decodeRecordings(_ grid: Grid?) -> [RecordingSpec] {
    (root["record"]?.elements ?? []).enumerated().compactMap { index, node in
      let path = ["record", "\(index)"]
      guard issues.isClean("record", "\(index)") else { return nil }
      let spec = RecordingDecoder.decode(node, quantity: "quantity", path: path, &issues)
      if let spec, let grid {
        RecordingDecoder.check(spec, node, points: grid.points, everywhere: false, path: path, &issues)
      }
      return spec
    }
  }

  private mutating func check(
    _ texts: [(text: String, mark: SourceMark)], _ missingGlyphs: (String) -> [Character]
  ) {
    for (text, mark) in texts {
      var seen: Set<Character> = []
      let missing = missingGlyphs(text).filter { seen.insert($0).inserted }
      if !missing.isEmpty {
        issues.report(.missingGlyphs(missing.map { "'\($0)'" }.joined(separator: ", ")), at: mark)
      }
    }
  }
}

extension SheetSpec {
  /// The sheet of a study that describes none.
  static func standard(title: String, grid: Grid?) -> SheetSpec {
    SheetSpec(
      name: "sheet", title: title, points: Array(grid?.points.indices ?? 0..<0),
      each: grid?.groups.count ?? 0 > 1 ? .group : nil, columns: .run, color: nil,
      rows: [
        RowSpec(
          mark: .line(RecordingSpec(quantity: .trainAccuracy)), range: ValueRange(low: 0, high: 1),
          shared: true
        ),
        RowSpec(mark: .line(RecordingSpec(quantity: .trainLoss))),
        RowSpec(mark: .line(RecordingSpec(quantity: .gradientNorm)), scale: .log),
      ], reading: "")
  }
}
