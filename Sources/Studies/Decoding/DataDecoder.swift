/// `data:` without its scaling, which is a setting.
struct DataDecoder {
  static let maxInputs = 100_000_000

  static func decode(_ node: SourceNode?, _ issues: inout Issues) -> DataSettings {
    var data = DataSettings()
    guard let node else { return data }
    data.source = source(node, &issues)
    data.trainCount = node["train"]?.int
    data.testCount = node["test"]?.int
    guard let available = data.source.knownCounts else { return data }
    check(node["train"], "'train'", available.train, &issues)
    check(node["test"], "'test'", available.test, &issues)
    return data
  }

  private static func source(_ node: SourceNode, _ issues: inout Issues) -> DataSource {
    switch node.text ?? node["source"]?.text {
    case "mnist": return .mnist
    case "catch": return .catchGame(CatchSettings())
    default: break
    }
    if let game = node["catch"] {
      return .catchGame(CatchSettings(width: game["width"]?.int ?? 6, height: game["height"]?.int ?? 10))
    }
    if let normal = node["gaussian"], let inputs = normal["inputs"]?.int,
      let examples = normal["examples"]?.int
    {
      if inputs.multipliedReportingOverflow(by: examples).overflow || inputs * examples > maxInputs {
        issues.report(.tooManyInputs(limit: maxInputs), at: normal.mark, path: ["data"])
      }
      return .gaussian(GaussianSettings(inputs: inputs, examples: examples))
    }
    guard let images = node["images"], let imagesPath = images.text, let labelsPath = node["labels"]?.text
    else { return .digits }
    return .idx(
      IDXPaths(
        images: imagesPath.trimmed, labels: labelsPath.trimmed,
        testImages: node["test_images"]?.text?.trimmed,
        testLabels: node["test_labels"]?.text?.trimmed, folder: StudySource.folder(of: images.mark.file)))
  }

  private static func check(_ node: SourceNode?, _ label: String, _ available: Int, _ issues: inout Issues) {
    guard let node, let given = node.int, given > available else { return }
    let problem = Problem.examplesExceedData(label: label, given: given, available: available)
    issues.report(problem, at: node.mark, path: ["data"])
  }
}
