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

  /// A range is a list of its values: its ends as written, what lies between rounded.
  @Test(arguments: [
    (
      "learning_rate", "{from: 0.001, to: 10, points: 13, spacing: log}",
      "0.001 0.00215 0.00464 0.01 0.0215 0.0464 0.1 0.215 0.464 1 2.15 4.64 10"
    ),
    ("learning_rate", "{from: 0.056, to: 0.057, points: 5}", "0.056 0.05625 0.0565 0.05675 0.057"),
    ("learning_rate", "{from: 3e-6, to: 1, points: 4, spacing: log}", "3e-6 0.000208 0.0144 1"),
    ("learning_rate", "{from: 0.123456, to: 1, points: 2}", "0.123456 1"),
    ("init", "{from: 0.01, to: 0.04, points: 4, spacing: linear}", "0.01 0.02 0.03 0.04"),
    ("bias_init", "{from: -0.3, to: 0.6, points: 4}", "-0.3 zeros 0.3 0.6"),
    ("bias_init", "{from: -2, to: -1, points: 3}", "-2 -1.5 -1"),
    ("discount", "{from: 0, to: 1, points: 4}", "0 0.3333 0.6667 1"),
    ("width", "{from: 16, to: 1024, points: 7, spacing: log}", "16 32 64 128 256 512 1024"),
    ("steps", "{from: 1, to: 10, points: 4}", "1 4 7 10"),
  ])
  func ranges(setting: String, range: String, values: String) throws {
    let data = setting == "discount" ? "data: catch\n" : ""
    func points(_ axis: String) throws -> Study {
      try study(data + "groups: [{\(setting): \(axis), weight_decay: [0, 1]}]")
    }
    let ranged = try points(range)
    let texts = ranged.points.map { $0.text(of: setting) ?? "" }
    #expect(stride(from: 0, to: texts.count, by: 2).map { texts[$0] }.joined(separator: " ") == values)
    #expect(ranged.groups[0].axes == [setting, "weight_decay"])
    let list = values.split(separator: " ").joined(separator: ", ")
    #expect(try points("[\(list)]").points == ranged.points)
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
