import Testing

@testable import Studies

/// Groups and axes become grid points.
@Suite struct GridTests {
  /// Without groups there is one run, of the defaults.
  @Test func noGroups() throws {
    let study = try study("training: {learning_rate: 0.5}")
    #expect(study.groups == [RunGroup(name: "runs", axes: [])])
    #expect(study.points.map(\.name) == ["run"])
    #expect(study.points[0].settings.training.learningRate == 0.5)
  }

  /// Axes vary in the order written, the last one fastest.
  @Test func axes() throws {
    let study = try study(
      "groups: [{name: A, learning_rate: [1, 2], notes: [a, b, c, d], batch: 7, init: [he, 0.01]}]")
    #expect(study.groups == [RunGroup(name: "A", axes: ["learning_rate", "init"])])
    #expect(
      study.points.map(\.name) == [
        "A · learning rate 1 · init he", "A · learning rate 1 · init 0.01", "A · learning rate 2 · init he",
        "A · learning rate 2 · init 0.01",
      ])
    #expect(study.points.map(\.note) == ["a", "b", "c", "d"])
    #expect(study.points.map(\.index) == [0, 1, 2, 3])
    #expect(study.points.map(\.settings.training.learningRate) == [1, 1, 2, 2])
    #expect(study.points.map(\.settings.training.batch) == [7, 7, 7, 7])
  }

  /// A list of one is no axis; a value that is a list takes double brackets.
  @Test func listsOfLists() throws {
    let one = try study("groups: [{hidden: [[8, 4]], learning_rate: [0.5]}]")
    #expect(one.points.map(\.name) == ["run"])
    #expect(one.points[0].settings.network.hidden == [8, 4])
    let two = try study("groups: [{hidden: [[], [8, 4]]}]")
    #expect(two.points.map(\.name) == ["hidden layers []", "hidden layers [8, 4]"])
    let mixed = try study(
      "network: {depth: 2}\ngroups: [{activation: [relu, [tanh, relu], {leaky_relu: 0.3}]}]")
    #expect(
      mixed.points.map(\.name) == ["activation relu", "activation [tanh, relu]", "activation leaky_relu 0.3"])
    #expect(mixed.points[1].settings.network.activations == [.tanh, .relu])
  }

  @Test func names() throws {
    let study = try study("groups: [{name: A, learning_rate: [1, 2], names: [one, two], notes: ['', n]}]")
    #expect(study.points.map(\.name) == ["one", "two"])
    #expect(study.points.map(\.note) == ["", "n"])
  }

  /// What says the same thing in two ways: the group's way holds.
  @Test func rivals() throws {
    let steps = try study("training: {epochs: 3}\ngroups: [{name: a, steps: 5}, {name: b}]")
    #expect(steps.points.map(\.settings.training.length) == [.steps(5), .epochs(3)])
    let depth = try study("network: {hidden: [5]}\ngroups: [{name: a, depth: [1, 2]}, {name: b, width: 7}]")
    #expect(depth.points.map(\.settings.network.hidden) == [[64], [64, 64], [7]])
    let width = try study("network: {depth: 2, width: 9}\ngroups: [{hidden: [[3]]}]")
    #expect(width.points.map(\.settings.network.hidden) == [[3]])
  }

  /// Every setting has a value to select and to tell runs apart by, defaults too.
  @Test func values() throws {
    let point = try study("network: {hidden: [8, 4]}\ntraining: {epochs: 2, optimizer: momentum}").points[0]
    #expect(point.text(of: "hidden") == "[8, 4]")
    #expect(point.text(of: "depth") == "2")
    #expect(point.text(of: "width") == nil)
    #expect(point.text(of: "epochs") == "2")
    #expect(point.text(of: "steps") == nil)
    #expect(point.text(of: "optimizer") == "momentum")
    #expect(point.text(of: "learning_rate") == "0.01")
    #expect(point.values.map(\.setting) == point.values.map(\.setting).sorted())
    #expect(point.values.count == Setting.all.count { $0.kinds.contains(.supervised) } - 2)
  }

  /// Numbers are written in one way however they were given.
  @Test func canonicalNumbers() throws {
    let study = try study("groups: [{learning_rate: [1e-3, 5.0e-2, 1e-5, 100, 2.5e+8]}]")
    #expect(
      study.points.compactMap { $0.text(of: "learning_rate") } == ["0.001", "0.05", "1e-5", "100", "2.5e8"])
  }
}
