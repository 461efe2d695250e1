import Testing

@testable import Studies

/// One study starts from another.
@Suite struct ExtendsTests {
  private static let base = """
    kiseki: 1
    title: Base
    seed: 5
    seeds: 3
    data: {source: digits, scale: symmetric}
    network: {hidden: [8], activation: tanh}
    training: {epochs: 2, learning_rate: 0.5}
    groups: [{name: A}, {name: B}]
    claims: [{say: x, that: train_loss, below: 1}]

    """

  private func extended(_ body: String) throws -> Study {
    let result = load(["main.yaml": "kiseki: 1\nextends: base.yaml\n" + body, "base.yaml": Self.base])
    #expect(result.findings == [])
    #expect(result.files == ["main.yaml", "base.yaml"])
    return try #require(result.study)
  }

  @Test func everythingIsInherited() throws {
    let study = try extended("")
    #expect(study.title == "Base")
    #expect(study.name == "main")
    #expect(study.seeds == [5, 6, 7])
    #expect(study.points.map(\.name) == ["A", "B"])
    #expect(study.claims.count == 1)
  }

  /// Sections merge key by key; all else is replaced.
  @Test func mergesSections() throws {
    let study = try extended(
      "title: Own\ndata: mnist\ntraining: {learning_rate: 0.1}\ngroups: [{name: C}]\nclaims: []")
    #expect(study.title == "Own")
    #expect(study.points.map(\.name) == ["C"])
    #expect(study.claims == [])
    let settings = study.points[0].settings
    #expect(settings.data.source == .mnist)
    #expect(settings.data.scaling == .symmetric)
    #expect(settings.network.activations == [.tanh])
    #expect(settings.training.learningRate == 0.1)
    #expect(settings.training.length == .epochs(2))
  }

  /// Of two ways to say the same thing, the nearer file's holds.
  @Test func rivals() throws {
    #expect(try extended("training: {steps: 9}").points[0].settings.training.length == .steps(9))
    #expect(try extended("network: {depth: 2}").points[0].settings.network.hidden == [64, 64])
    let files = try extended("data: {images: i, labels: l}").points[0].settings.data
    #expect(files.source == .idx(IDXPaths(images: "i", labels: "l", folder: "")))
    #expect(try extended("seed: 7").seeds == [7, 8, 9])
    #expect(try extended("seeds: 2").seeds == [5, 6])
    #expect(try extended("seeds: [1, 4]").seeds == [1, 4])
  }

  /// A mistake is reported in the file where it stands, references in the file that makes them.
  @Test func positions() {
    let result = load([
      "main.yaml": "kiseki: 1\nextends: sub/base.yaml\nnetwork: {hiden: [1]}",
      "sub/base.yaml": "kiseki: 1\nextends: ../root.yaml\ntitle: T\ntraining: {batch: 0}",
      "root.yaml": "kiseki: 1\nseed: -1",
    ])
    #expect(
      result.findings.map(\.description) == [
        "main.yaml:3:11: error: unknown key 'hiden' in 'network'; did you mean 'hidden'?",
        "sub/base.yaml:4:19: error: 'batch' must be a whole number from 1 to 1000000, not 0",
        "root.yaml:2:7: error: 'seed' must be a whole number from 0 to 9007199254740991, not -1",
      ])
    #expect(result.files == ["main.yaml", "sub/base.yaml", "root.yaml"])
  }

  @Test func chainsThatLeadNowhere() {
    func only(_ files: [String: String]) -> [String] { load(files).findings.map(\.description) }
    #expect(
      only(["main.yaml": "kiseki: 1\nextends: ./main.yaml"])
        == ["main.yaml:2:10: error: 'extends' leads in a circle: main.yaml → main.yaml"])
    #expect(
      only(["main.yaml": "kiseki: 1\nextends: a/b.yaml", "a/b.yaml": "kiseki: 1\nextends: ../main.yaml"])
        == ["a/b.yaml:2:10: error: 'extends' leads in a circle: main.yaml → a/b.yaml → main.yaml"])
    #expect(
      only(["main.yaml": "kiseki: 1\nextends: gone.yaml"]) == [
        "main.yaml:2:10: error: cannot read 'gone.yaml'"
      ])
    #expect(only([:]) == ["main.yaml:1:1: error: cannot read 'main.yaml'"])
    var chain: [String: String] = [:]
    for index in 0..<30 {
      chain[index == 0 ? "main.yaml" : "\(index).yaml"] = "kiseki: 1\nextends: \(index + 1).yaml"
    }
    #expect(only(chain) == ["15.yaml:2:10: error: a chain of more than 16 files by 'extends'"])
  }

  @Test(arguments: [
    ("b.yaml", "a.yaml", "b.yaml"), ("../b.yaml", "x/y/a.yaml", "x/b.yaml"), ("b.yaml", "/a.yaml", "/b.yaml"),
    ("../b.yaml", "a.yaml", "../b.yaml"), ("/z/b.yaml", "x/a.yaml", "/z/b.yaml"),
    ("./c//b.yaml", "./x/a.yaml", "x/c/b.yaml"),
  ])
  func paths(target: String, from: String, resolved: String) {
    #expect(StudySource.resolved(target, from: from) == resolved)
  }
}
