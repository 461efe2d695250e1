import Foundation
import Testing

@testable import Studies

@Suite struct ShippedStudyTests {
  private func load(_ name: String) -> StudyLoader.Result {
    StudyLoader.load(path: "studies/\(name).yaml", name: name) { path in
      Array(try Data(contentsOf: packageRoot.appending(path: path)))
    }
  }

  /// What is shipped must load without a word of complaint.
  @Test(arguments: [
    "learning-failure", "init-scales", "leaky-relu-edge", "phase-diagram", "mnist/learning-failure",
  ])
  func shippedStudiesAreSound(name: String) {
    let result = load(name)
    #expect(result.findings.map(\.description) == [])
    #expect(result.study?.name == name)
  }

  /// The main study is the grid that its comments describe.
  @Test func learningFailureHasNineRuns() throws {
    let study = try #require(load("learning-failure").study)
    #expect(
      study.points.map(\.name) == [
        "ReLU · learning rate 0.05", "ReLU · learning rate 0.01", "ReLU · learning rate 0.001",
        "LeakyReLU · learning rate 0.057", "LeakyReLU · learning rate 0.056",
        "LeakyReLU · learning rate 0.001",
        "BN + ReLU · learning rate 0.5", "BN + ReLU · learning rate 0.05", "BN + ReLU · learning rate 0.01",
      ])
    #expect(study.points.map(\.note).prefix(3) == ["all dead", "about half dying", "fine"])
    #expect(study.runs().count == 9)
    #expect(study.seeds == [20_170_523])
    #expect(study.points[4].settings.training.learningRate == 0.056)
    #expect(study.points[4].settings.network.activations == [.leakyReLU(slope: 0.01)])
    #expect(study.points[6].settings.network.batchNorm == BatchNorm())
    #expect(study.points[0].settings.training.gradient == .sum)
    #expect(study.sheets.map(\.points) == [Array(0..<9)])
    #expect(study.claims.count == 14)
    #expect(study.claims[11].relation == .minus(Operand(point: 0)))
  }

  /// Three planes of one size, over the same values.
  @Test func phaseDiagramIsThreePlanes() throws {
    let study = try #require(load("phase-diagram").study)
    #expect(study.groups.map(\.axes) == Array(repeating: ["learning_rate", "init"], count: 3))
    #expect(study.points.count == 390)
    let planes = (0..<3).map {
      study.points[$0 * 130..<($0 + 1) * 130].map { [$0.text(of: "learning_rate"), $0.text(of: "init")] }
    }
    #expect(planes[0] == planes[1] && planes[1] == planes[2])
    #expect(planes[0].last == ["100", "1"])
  }

  /// The study on MNIST differs from the one it extends by its data and its words alone.
  @Test func learningFailureOnMNIST() throws {
    let drawn = try #require(load("learning-failure").study)
    let real = try #require(load("mnist/learning-failure").study)
    #expect(real.points.allSatisfy { $0.settings.data.source == .mnist })
    #expect(real.points.map(\.settings.network) == drawn.points.map(\.settings.network))
    #expect(real.points.map(\.settings.training) == drawn.points.map(\.settings.training))
    #expect(real.sheets == drawn.sheets)
    #expect(real.claims == drawn.claims)
    #expect(real.title != drawn.title)
  }

  /// What `kiseki new` writes, and what the guide shows, must load as it stands.
  @Test func templateAndGuideAreSound() throws {
    let pages = try ["docs/study-format.md", "README.md"].map {
      try String(contentsOf: packageRoot.appending(path: $0), encoding: .utf8)
    }
    let examples = pages.flatMap { $0.components(separatedBy: "```yaml\n").dropFirst() }.compactMap {
      $0.components(separatedBy: "```").first
    }
    let whole = examples.filter { $0.hasPrefix("kiseki: 1") && !$0.contains("extends:") }
    #expect(whole.count == 4)
    for text in whole + [
      StudyTemplate.text(name: "new"), ExampleStudies.forward, ExampleStudies.policy, ExampleStudies.grid,
    ] {
      let result = Studies.StudyLoader.load(path: "a.yaml", name: "a") { _ in Array(text.utf8) }
      #expect(result.findings == [])
      #expect(result.study != nil)
    }
  }
}
