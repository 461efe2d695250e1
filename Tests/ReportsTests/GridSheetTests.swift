import Charts
import Records
import Studies
import Testing

@testable import Reports

/// Sheets and tables of many runs: phase diagrams, responses, small multiples, single seeds.
@Suite struct GridSheetTests {
  private static let axes = GridAxes(x: "learning_rate", y: "init")

  /// A plane of three learning rates and two scales, but for one corner; accuracies 0.1, 0.2 … in the order of the runs.
  ///
  /// The run at learning rate 10 and scale 0.1 becomes NaN in `diverging` of its seeds.
  private func plane(
    _ marks: [RowMark], seeds: Int = 1, diverging: Int = 1, color: Facet? = nil,
    row: (inout RowSpec) -> Void = { _ in }
  )
    -> ExampleResults
  {
    let rows = marks.map { mark in
      var spec = RowSpec(mark: mark)
      row(&spec)
      return spec
    }
    let sheet = SheetSpec(
      name: "s", title: "S", points: Array(0..<5), each: nil, columns: .group, color: color, rows: rows,
      reading: "")
    var example = ExampleResults(seeds: (1...seeds).map(UInt64.init), sheets: [sheet])
    for (index, (rate, initial)) in [
      ("10", "0.5"), ("10", "0.1"), ("1", "0.5"), ("1", "0.1"), ("0.1", "0.1"),
    ].enumerated() {
      let fails = (0..<seeds).map { index == 1 && $0 < diverging }
      example.add(
        "A", rate: rate, initial: initial,
        metrics: (0..<seeds).map { seed in
          [
            MetricValue(.finalTrainAccuracy, value: Double(index + 1) / 10 + Double(seed) / 100),
            MetricValue(.deadUnits, layer: 1, value: Double(index)),
          ] + (fails[seed] ? [MetricValue(.firstNonfiniteStep, value: 7)] : [])
        },
        series: (0..<seeds).map { seed in
          [
            Series(
              recording: Recording(quantity: .trainLoss), units: [], steps: [0, 10, 20],
              values: [1, Float(index), fails[seed] ? .nan : Float(seed)])
          ]
        }, nonfinite: fails.map { $0 ? Nonfinite(step: 7, parameter: "weights of layer 1") : nil })
    }
    return example
  }

  private func sheet(_ example: ExampleResults) -> Sheet {
    let results = example.results
    return SheetBuilder(
      results: results, spec: results.study.sheets[0], points: results.study.points, title: "S"
    ).sheet
  }

  private func map(_ outcome: OutcomeSpec, seeds: Int = 1, diverging: Int = 1, contours: [Double] = []) throws
    -> (Panel, Mark.HeatMap)
  {
    let example = plane(
      [.phaseDiagram(outcome, Self.axes, contours: contours)], seeds: seeds, diverging: diverging)
    let panel = try #require(sheet(example).panels[0][0])
    guard case .heatMap(let map)? = panel.marks.first else { throw OtherMark() }
    return (panel, map)
  }

  /// Cells by rising numbers, whatever the order of the runs; a run that failed is hatched, one that is not there is white.
  @Test func phaseDiagrams() throws {
    let (panel, map) = try map(OutcomeSpec(.metric(.finalTrainAccuracy)))
    #expect(map.xEdges == [-0.5, 0.5, 1.5, 2.5])
    #expect(map.yEdges == [-0.5, 0.5, 1.5])
    #expect(map.values.map { $0.isNaN ? -1 : $0 } == [0.5, 0.4, -1, -1, 0.3, 0.1])
    #expect(map.hatched == [2])
    #expect(map.blank == [3])
    #expect(panel.x.names == [.init(0, "0.1"), .init(1, "1"), .init(2, "10")])
    #expect(panel.y.names == [.init(0, "0.1"), .init(1, "0.5")])
    #expect((panel.x.label, panel.y.label) == ("learning rate", "init"))
  }

  /// Over the units of the layer; and where what failed is the outcome itself, nothing is hatched.
  @Test func otherOutcomes() throws {
    let dead = try map(OutcomeSpec(.deadShare, layers: .list([1]))).1
    #expect(dead.values.map { $0.isNaN ? -1 : $0 } == [1, 0.75, -1, -1, 0.5, 0])
    let steps = try map(OutcomeSpec(.metric(.firstNonfiniteStep))).1
    #expect(steps.values.map { $0.isNaN ? -1 : $0 } == [-1, -1, 7, -1, -1, -1])
    #expect(steps.hatched == [])
    #expect(steps.blank == [0, 1, 3, 4, 5])
    let shares = try map(OutcomeSpec(.divergedShare), seeds: 4).1
    #expect(shares.values.map { $0.isNaN ? -1 : $0 } == [0, 0, 0.25, -1, 0, 0])
    #expect(shares.blank == [3])
  }

  /// A median that is not a number, of parameters that are, is neither white nor hatched.
  @Test func valuesThatAreNotFinite() throws {
    var example = plane([.phaseDiagram(OutcomeSpec(.metric(.finalTrainLoss)), Self.axes, contours: [])])
    for index in example.records.indices {
      example.records[index].metrics.append(MetricValue(.finalTrainLoss, value: index == 3 ? .nan : 1))
    }
    guard case .heatMap(let map)? = sheet(example).panels[0][0]?.marks.first else { throw OtherMark() }
    #expect(map.values.map { $0.isNaN ? -1 : $0 } == [1, -1, -1, -1, 1, 1])
    #expect((map.hatched, map.blank) == ([2], [3]))
  }

  /// The median of the seeds; hatched from half of them on.
  @Test(arguments: [(1, false), (2, true), (3, true)])
  func severalSeeds(diverging: Int, isHatched: Bool) throws {
    let map = try map(OutcomeSpec(.metric(.finalTrainAccuracy)), seeds: 4, diverging: diverging).1
    #expect(map.hatched == (isHatched ? [2] : []))
    #expect(abs(map.values[0] - 0.515) < 1e-15)
    #expect(map.values[2].isNaN == isHatched)
  }

  /// Contours are lines of the map, named in the legend with what is hatched.
  @Test func contoursAndLegend() throws {
    let outcome = OutcomeSpec(.metric(.finalTrainAccuracy))
    let example = plane([.phaseDiagram(outcome, Self.axes, contours: [0.2, 0.45])])
    let sheet = sheet(example)
    #expect(try map(outcome, contours: [0.45]).1.contours.isEmpty)
    guard case .legend(let entries) = sheet.naming else { return }
    #expect(
      entries.map(\.label) == [
        "final train accuracy 0.2", "final train accuracy 0.45", "became NaN or infinite",
      ])
    #expect(entries[2].swatch == .cell(isHatched: true))
    #expect(sheet.rowLabels == ["1  final train accuracy"])
  }

  /// A point for each value of the setting, with Wilson's interval; the axis is logarithmic from a factor of ten on.
  @Test func responsesOfShares() throws {
    var example = plane([.response(OutcomeSpec(.divergedShare), x: "learning_rate")], seeds: 4)
    example.sheets[0].points = [1, 3, 4]
    let results = example.results
    let sheet = SheetBuilder(
      results: results, spec: results.study.sheets[0], points: [1, 3, 4].map { results.study.points[$0] },
      title: ""
    ).sheet
    let panel = try #require(sheet.panels[0][0])
    guard case .intervals(let intervals)? = panel.marks.first else { throw OtherMark() }
    #expect(intervals.x == [0.1, 1, 10])
    #expect(intervals.y == [0, 0, 0.25])
    #expect(intervals.low == [0, 0, WilsonInterval(1, of: 4).low])
    #expect(intervals.high == [0, 0, 1].map { WilsonInterval($0, of: 4).high })
    #expect(panel.x.scale == .log)
    #expect(panel.y.range == .fixed(0, 1))
    #expect(sheet.footnotes == ["Shares: of 4 seeds, with the 95 % interval by Wilson."])
    let table = ResponseTable.all(of: example.sheets[0], results).map(\.markdown)
    #expect(
      table == [
        """
        | learning rate | share of runs with NaN or infinity |
        | --: | --: |
        | 0.1 | 0 of 4: 0.00 [0.00, 0.49] |
        | 1 | 0 of 4: 0.00 [0.00, 0.49] |
        | 10 | 1 of 4: 0.25 [0.05, 0.70] |

        """
      ])
  }

  private struct OtherMark: Error {}

  /// Of other outcomes the median and the deciles of the seeds, beside each other for each colour.
  @Test func responsesByColour() throws {
    let example = plane(
      [.response(OutcomeSpec(.metric(.finalTrainAccuracy)), x: "learning_rate")], seeds: 3,
      color: .setting("init"))
    let panel = try #require(sheet(example).panels[0][0])
    let marks = panel.marks.compactMap { if case .intervals(let mark) = $0 { mark } else { nil } }
    #expect(marks.map(\.x) == [[1, 10], [0.1, 1, 10]])
    #expect(marks.map(\.offset) == [-6, 6])
    #expect(marks.map(\.color) == [Palette.category(0), Palette.category(1)])
    #expect(zip(marks[0].y, [0.31, 0.11]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(zip(marks[0].low, [0.302, 0.102]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(zip(marks[0].high, [0.318, 0.118]).allSatisfy { abs($0 - $1) < 1e-12 })
    let results = example.results
    let table = ResponseTable.all(of: example.sheets[0], results)[0].markdown.split(separator: "\n")
    #expect(
      table[0] == "| learning rate | final train accuracy, A, init 0.5 | final train accuracy, A, init 0.1 |")
    #expect(table[2] == "| 0.1 |  | 0.5100 [0.5020, 0.5180] |")
  }

  /// Words are places in the order of the runs, numbers not far apart stand on a linear axis.
  @Test func axesOfResponses() {
    let points = plane([]).results.study.points
    #expect(GridAxis("activation", points).scaled.names == [.init(0, "relu")])
    let axis = GridAxis("init", points)
    #expect(axis.scaled.scale == .linear)
    #expect(axis.position(of: points[0]) == 0.5)
    #expect(axis.place(of: points[0]) == 1)
  }

  /// Of many values the powers of ten are named.
  @Test func decadesAreNamed() {
    var example = ExampleResults()
    for rate in ["1e-5", "2.15e-5", "0.0001", "0.001", "0.005", "11"] {
      example.add("A", rate: rate, metrics: [[]])
    }
    let axis = GridAxis("learning_rate", example.results.study.points)
    #expect(axis.places.names == [.init(0, "1e-5"), .init(2, "0.0001"), .init(3, "0.001")])
    #expect(axis.edges.count == 7)
  }

  /// One small chart a run, all of one range: that of the whole sheet.
  @Test func multiples() throws {
    let example = plane([.multiples(RecordingSpec(quantity: .trainLoss), Self.axes)], seeds: 2, diverging: 2)
    let panel = try #require(sheet(example).panels[0][0])
    guard case .multiples(let grid)? = panel.marks.first else { throw OtherMark() }
    #expect((grid.columns, grid.rows) == (3, 2))
    #expect(grid.cells.map { [$0.column, $0.row] } == [[2, 1], [2, 0], [1, 1], [1, 0], [0, 0]])
    #expect(
      grid.cells.map { $0.lines[0].y.map { $0.isNaN ? -1 : $0 } } == [
        [1, 0, 0.5], [1, 1, -1], [1, 2, 0.5], [1, 3, 0.5], [1, 4, 0.5],
      ])
    #expect(grid.y.range == .fixed(0, 4))
    #expect(grid.x.range == .fixed(0, 20))
    #expect(panel.notes == ["in each: steps 0 to 20, loss 0 to 4.0"])
    #expect(sheet(example).footnotes == ["Small charts: median over 2 seeds."])
  }

  /// `seeds: lines`: every seed as a thin line, and their median, which notes do not count.
  @Test func singleSeeds() throws {
    let example = plane([.line(RecordingSpec(quantity: .trainLoss))], seeds: 3) { $0.drawsSeeds = true }
    let results = example.results
    var spec = results.study.sheets[0]
    spec.columns = .run
    let sheet = SheetBuilder(results: results, spec: spec, points: results.study.points, title: "").sheet
    let lines = try #require(sheet.panels[0][1]).marks.compactMap { mark in
      if case .line(let line) = mark { line } else { nil }
    }
    #expect(
      lines.map { $0.y.map { $0.isNaN ? -1 : $0 } } == [[1, 1, -1], [1, 1, 1], [1, 1, 2], [1, 1, 2]])
    #expect(lines.map(\.isDerived) == [false, false, false, true])
    #expect(lines[0].width < lines[3].width)
    #expect(sheet.footnotes == ["Over 3 seeds: line = median, thin lines = single seeds."])
  }

  @Test func captions() {
    let caption = SheetCaption(
      spec: plane([
        .phaseDiagram(OutcomeSpec(.metric(.firstNonfiniteStep)), Self.axes, contours: [1, 20]),
        .response(OutcomeSpec(.divergedShare), x: "init"),
        .multiples(RecordingSpec(quantity: .trainLoss, every: 5), Self.axes),
      ]).sheets[0], kind: .supervised)
    #expect(
      caption.markdown == """
        1. **first non-finite step**: first step after which a parameter is NaN or infinite; none if that never happens, as a \
        colour: a cell for each learning rate (to the right) and init (upwards); white where the run stays finite; lines, \
        interpolated between the cells, at 1, 20.
        2. **share of runs with NaN or infinity**: share of the seeds in which a parameter became NaN or infinite, over the \
        init, with the 95 % confidence interval of the probability (Wilson 1927).
        3. **train loss**: loss of the mini-batch, mean over its examples, every 5 steps, a small chart for each learning rate \
        (to the right) and init (upwards), all with the same scales.

        """)
  }
}

/// Intervals as published: Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17
/// (1998) 857–872, table I, method 3.
@Suite struct WilsonIntervalTests {
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718),
  ])
  func published(count: Int, total: Int, low: Double, high: Double) {
    let interval = WilsonInterval(count, of: total)
    // As many digits as are printed there.
    #expect(abs(interval.low - low) < 0.00005 + 1e-12)
    #expect(abs(interval.high - high) < 0.00005 + 1e-12)
  }

  @Test func endsAreExactAndSidesMirrored() {
    #expect(WilsonInterval(0, of: 24).low == 0)
    #expect(WilsonInterval(24, of: 24).high == 1)
    for count in 0...24 {
      let (left, right) = (WilsonInterval(count, of: 24), WilsonInterval(24 - count, of: 24))
      #expect(abs(left.low - (1 - right.high)) < 1e-15)
      #expect(left.low < left.high)
    }
  }
}

/// What reports leave out of large studies.
@Suite struct LargeStudyTests {
  /// A group of 60 runs: 20 learning rates, three scales each.
  private func large(seeds: Int = 1) -> ExampleResults {
    var example = ExampleResults(seeds: (1...seeds).map(UInt64.init))
    for index in 0..<60 {
      example.add(
        "A", rate: "\(index / 3 + 1)", initial: ["0.1", "0.2", "0.3"][index % 3],
        metrics: (0..<seeds).map { _ in
          [
            MetricValue(.finalTrainAccuracy, value: Double(index % 3) / 10),
            MetricValue(.finalTrainLoss, value: 1),
          ]
        }, nonfinite: (0..<seeds).map { _ in index == 4 ? Nonfinite(step: 9, parameter: "") : nil })
    }
    example.add("B", rate: "1", metrics: (0..<seeds).map { _ in [] })
    return example
  }

  @Test func resultsAreSummarised() {
    let results = large().results
    let rows = ResultsTable(results: results).markdown.split(separator: "\n").map(String.init)
    #expect(rows.count == 2 + 20 + 1)
    #expect(rows[0] == "| run | train accuracy | train loss | non-finite from step |")
    #expect(
      rows[2] == "| A · learning rate 1 (3 runs) | 0.1000 [0.0200, 0.1800] | 1.000 [1.000, 1.000] | – |")
    #expect(rows[3].hasSuffix("| 1 of 3 runs: 9 |"))
    #expect(rows[22] == "| B · learning rate 1 | – | – | – |")
    let key = ResultsKey(results: results).ofResults
    #expect(
      key.contains(
        "A group of more than 40 runs is summarised, in a row for each value of its first setting: median [10 %, 90 % quantile]."
      ))
    #expect(!ResultsKey(results: ExampleResults.oneSeed.results).ofResults.contains("summarised"))
  }

  /// A single long axis is cut into neighbours.
  @Test func aLongAxisIsSummarised() {
    var example = ExampleResults()
    for index in 1...85 { example.add("A", rate: "\(index)", metrics: [[]]) }
    let rows = ResultRows(study: example.results.study).all
    #expect(rows.map(\.points.count) == Array(repeating: 3, count: 28) + [1])
    #expect(rows[0].name == "learning rate 1…3 (3 runs)")
    #expect(rows[28].name == "learning rate 85")
  }

  @Test func conditionsAndAddressesAreShort() throws {
    let results = large(seeds: 2).results
    let conditions = ConditionsTable(results: results).markdown
    #expect(conditions.contains("| learning rate | 1 … 20 (20 values) |\n"))
    let markdown = MarkdownReport(results: results, claims: [], sheets: []).text
    #expect(markdown.hasSuffix("and the version of the engine. All of them: [summary.csv](summary.csv).\n"))
    #expect(!markdown.contains("<details>"))
    #expect(MarkdownReport(results: large().results, claims: [], sheets: []).text.contains("<details>"))
  }
}
