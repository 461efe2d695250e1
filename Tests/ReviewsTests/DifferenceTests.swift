import Testing

@testable import Reviews

@Suite struct DifferenceTests {
  @Test func nothingDiffersFromItself() {
    let difference = Example.difference(Example.data(), Example.data())
    #expect(difference.isEmpty)
    #expect(!difference.isSignificant)
    #expect(difference.unchangedStudies == 1)
    #expect(TerminalDifference(difference).text == "head shows what base does: nothing differs")
  }

  /// One bit of one value: the step, the quantity and the value are named.
  @Test func oneBitIsNamed() throws {
    let changed: [Float] = [1, 2, Float(3).nextUp, 4]
    let difference = Example.difference(
      Example.data(), Example.data([Example.run(content: "ab", values: changed)]))
    let run = try #require(difference.studies.first?.changedRuns.first)
    #expect(run.divergence?.step == 2)
    #expect(run.divergence?.quantities == ["train_loss"])
    #expect(run.largestAbsolute?.values == ValuePair(3, Double(Float(3).nextUp)))
    #expect(run.metrics.isEmpty)
    #expect(difference.isSignificant)
    #expect(TerminalDifference(difference).text.contains("train_loss at step 2: 3.0000000 → 3.0000002"))
  }

  /// What the data hold in part only is found by its checksum.
  @Test func checksumsFindWhatIsNotKept() throws {
    var head = Example.run(content: "ab")
    head.checks[1].sum ^= 1
    let difference = Example.difference(Example.data(), Example.data([head]))
    let run = try #require(difference.studies.first?.changedRuns.first)
    #expect(run.divergence?.step == 1)
    #expect(run.divergence?.quantities == [])
  }

  @Test func valuesThatBecomeNaNAreInfinitelyFar() throws {
    let difference = Example.difference(
      Example.data(), Example.data([Example.run(content: "ab", values: [1, 2, 3, .nan])]),
      tolerance: Tolerance(absolute: 1e30, relative: 2))
    let run = try #require(difference.studies.first?.changedRuns.first)
    #expect(run.largestAbsolute?.values.absolute == .infinity)
    #expect(run.isSignificant)
    #expect(ValuePair(.nan, .nan).absolute == 0)
    #expect(ValuePair(.infinity, .infinity).absolute == 0)
    #expect(ValuePair(.infinity, -.infinity).absolute == .infinity)
    #expect(ValuePair(-1, 1).relative == 2)
  }

  /// The gate: numbers within the tolerance do not count, others do.
  @Test func toleranceIsAGate() {
    let head = Example.data([Example.run(content: "ab", values: [1, 2, 3.0003, 4], metric: 0.90001)])
    let significant = { (tolerance: Tolerance) in
      Example.difference(Example.data(), head, tolerance: tolerance).isSignificant
    }
    #expect(significant(.none))
    #expect(!significant(Tolerance(relative: 1e-3)))
    #expect(significant(Tolerance(relative: 1e-5)))
    #expect(!significant(Tolerance(absolute: 1e-3)))
    #expect(significant(Tolerance(absolute: 1e-4)))
    let fallen = ([Example.claim()], [Example.claim(holds: false)])
    #expect(
      Example.difference(Example.data(), Example.data(), claims: fallen, tolerance: Tolerance(relative: 1))
        .isSignificant)
  }

  @Test func claimsFallRiseComeAndGo() {
    let base = [
      Example.claim("a"), Example.claim("b", holds: false), Example.claim("c"), Example.claim("same"),
    ]
    let head = [
      Example.claim("same"), Example.claim("a", holds: false), Example.claim("b"), Example.claim("d"),
    ]
    let differences = ClaimDifference.all(base, head)
    #expect(differences.map(\.say) == ["a", "b", "d", "c"])
    #expect(differences.map(\.fell) == [true, false, false, false])
    #expect(differences.map(\.rose) == [false, true, false, false])
    #expect(differences.map { $0.base == nil } == [false, false, true, false])
    #expect(differences.map { $0.head == nil } == [false, false, false, true])
  }

  /// A run keeps its identity when the setting that it is named by changes.
  @Test func runsArePairedByWhatIsLeast() throws {
    let base = [
      Example.run("ReLU · learning rate 0.1", rate: "0.1"),
      Example.run("ReLU · learning rate 0.2", rate: "0.2"),
      Example.run("gone", group: "Other"),
    ]
    let head = [
      Example.run("ReLU · learning rate 0.3", rate: "0.3"),
      Example.run("ReLU · learning rate 0.2", rate: "0.2"),
      Example.run("new", group: "New"), Example.run("ReLU · learning rate 0.2", seed: 2, rate: "0.2"),
    ]
    let pairing = RunPairing(base, head)
    #expect(pairing.pairs.map(\.base.name) == ["ReLU · learning rate 0.1", "ReLU · learning rate 0.2"])
    #expect(pairing.pairs.map(\.head.name) == ["ReLU · learning rate 0.3", "ReLU · learning rate 0.2"])
    #expect(pairing.removed.map(\.name) == ["gone"])
    #expect(pairing.added.map(\.seed) == [1, 2])
  }

  /// What another quantity that is recorded changes is no divergence.
  @Test func recordingMoreIsNoDivergence() throws {
    var head = Example.run(content: "ab")
    head.settings.insert(SettingData(name: "record.00000", value: "reward, every 1"), at: 1)
    head.checks[0].sum ^= 7
    let difference = Example.difference(Example.data(), Example.data([head]))
    let run = try #require(difference.studies.first?.changedRuns.first)
    #expect(run.recordsDiffer)
    #expect(run.divergence == nil)
    #expect(!run.valuesDiffer)
  }

  @Test func proseIsSaidByItsLines() {
    let data = Example.data()
    let difference = ReportsDifference(
      from: Example.tree(data, report: "# Title\n\nold\n"),
      to: Example.tree(data, name: "head", report: "# Title\n\nnew\nlines\n"))
    #expect(
      TerminalDifference(difference).text == """
        small: no run changed
          report.md: +2 −1 lines
        """)
  }

  @Test func studiesComeAndGo() {
    let empty = ReportTree(name: "empty", files: [])
    let full = Example.tree(Example.data())
    #expect(TerminalDifference(.init(from: empty, to: full)).text.hasPrefix("small: new report, 1 run"))
    #expect(TerminalDifference(.init(from: full, to: empty)).text.hasPrefix("small: report removed"))
  }

  @Test func damagedDataAreSaid() throws {
    let files = Example.tree(Example.data()).paths.map { path in
      (path, path.hasSuffix("bin") ? [1, 2, 3] : Example.tree(Example.data()).read(path)!)
    }
    let difference = ReportsDifference(
      from: ReportTree(name: "base", files: files), to: Example.tree(Example.data(), name: "head"))
    let text = TerminalDifference(difference).text
    #expect(text.contains("base: small/data: it does not start as a record does"))
    #expect(difference.isSignificant)
  }
}
