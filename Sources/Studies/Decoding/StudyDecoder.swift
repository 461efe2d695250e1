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
    let rules = KindRules(kind: issues.isClean("data") ? data.source.kind : nil)
    rules.check(root, &issues)
    let grid = expandGrid(data: data, seedCount: seeds.count)
    let selector = grid.map(Selector.init)

    var sheetDecoder = SheetDecoder(selector: selector, studyTitle: title, rules: rules, issues: issues)
    let sheets =
      root["sheets"]?.elements.map { sheetDecoder.decode($0) } ?? standardSheets(grid, title, &sheetDecoder)
    issues = sheetDecoder.issues
    let ablations = AblationDecoder.decode(root["ablations"]?.elements ?? [], grid, &issues)
    let measures = MeasureDecoder(rules: rules, ablations: issues.isClean("ablations") ? ablations : nil)
    var claimDecoder = ClaimDecoder(
      selector: selector, seedCount: seeds.count, measures: measures, issues: issues)
    let claims = claimDecoder.decode(root["claims"]?.elements ?? [])
    issues = claimDecoder.issues
    let (recordings, distributions) = decodeRecordings(grid, rules)

    var texts = (grid?.texts ?? []) + sheetDecoder.texts
    if root["sheets"]?.elements?.allSatisfy({ $0["title"] != nil }) != true, let node = root["title"] {
      texts.append((title, node.mark))
    }
    check(texts, missingGlyphs)
    return Study(
      name: name, title: title, question: root["question"]?.text?.trimmed ?? "",
      notes: root["notes"]?.text?.trimmed ?? "", seeds: seeds, groups: grid?.groups ?? [],
      points: grid?.points ?? [], sheets: sheets, claims: claims,
      recordings: recordings, distributions: distributions, ablations: ablations)
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

  /// The sheet of a study that describes none, if its `sheets` are left out rather than wrong.
  private func standardSheets(_ grid: Grid?, _ title: String, _ decoder: inout SheetDecoder) -> [SheetSpec] {
    guard let grid, root["sheets"] == nil else { return [] }
    let sheet = SheetSpec.standard(title: title, groups: grid.groups.count, points: grid.points)
    decoder.checkPictures(sheet, grid.points, at: (root["groups"] ?? root).mark)
    return [sheet]
  }

  private mutating func decodeRecordings(_ grid: Grid?, _ rules: KindRules)
    -> ([RecordingSpec], [DistributionSpec])
  {
    var recordings: [RecordingSpec] = []
    var distributions: [DistributionSpec] = []
    for (index, node) in (root["record"]?.elements ?? []).enumerated() {
      let path = ["record", "\(index)"]
      guard issues.isClean("record", "\(index)") else { continue }
      let points = grid?.points ?? []
      if let spec = RecordingDecoder(rules: rules).decode(node, quantity: "quantity", path: path, &issues) {
        recordings.append(spec)
        RecordingDecoder.check(
          spec, node, layerNode: node["layer"], points: points, everywhere: false, path: path, &issues)
      }
      let steps = StepSelection(node)
      let decoder = DistributionDecoder(rules: rules)
      if let spec = decoder.decode(node, tensor: "distribution", steps: steps, path: path, &issues) {
        distributions.append(spec)
        DistributionDecoder.check(
          spec, node, layerNode: node["layer"], points: points, everywhere: false, path: path, &issues)
      }
    }
    return (recordings, distributions)
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
