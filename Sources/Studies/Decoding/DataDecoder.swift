/// `data:` without its scaling, which is a setting.
struct DataDecoder {
  static func decode(_ node: SourceNode?, _ issues: inout Issues) -> DataSettings {
    var data = DataSettings()
    guard let node else { return data }
    if let name = node.text ?? node["source"]?.text, name == "mnist" { data.source = .mnist }
    if let images = node["images"], let imagesPath = images.text, let labelsPath = node["labels"]?.text {
      data.source = .idx(
        IDXPaths(
          images: imagesPath.trimmed, labels: labelsPath.trimmed,
          testImages: node["test_images"]?.text?.trimmed,
          testLabels: node["test_labels"]?.text?.trimmed, folder: StudySource.folder(of: images.mark.file)))
    }
    data.trainCount = node["train"]?.int
    data.testCount = node["test"]?.int
    guard let available = data.source.knownCounts else { return data }
    check(node["train"], "'train'", available.train, &issues)
    check(node["test"], "'test'", available.test, &issues)
    return data
  }

  private static func check(_ node: SourceNode?, _ label: String, _ available: Int, _ issues: inout Issues) {
    guard let node, let given = node.int, given > available else { return }
    let problem = Problem.examplesExceedData(label: label, given: given, available: available)
    issues.report(problem, at: node.mark, path: ["data"])
  }
}
