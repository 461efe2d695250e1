import Testing

@testable import Studies

/// Sheets, claims and recordings decode to exact values.
@Suite struct SheetAndClaimTests {
  @Test func sheet() throws {
    let sheet = try study(
      """
      groups: [{name: A, learning_rate: [1, 2]}, {name: B, learning_rate: [1, 2]}]
      sheets:
        - name: my-sheet-2
          title: Mine
          of: {learning_rate: 2}
          each: learning_rate
          columns: group
          rows:
            - {line: weight_mean, layer: [2, 1, 2], units: [3, 1], every: 5, range: [-1, 2.5], if_diverging: log_abs}
            - {line: train_loss, scale: symlog, share: true, clip: [1, 99], title: Loss}
            - {line: bias, layer: hidden, units: 4}
            - {line: gradient_norm, layer: last, scale: log, range: [1e-6, 1]}
          reading: |
            Look.
      """
    ).sheets[0]
    let rows = [
      RowSpec(
        mark: .line(.init(quantity: .weightMean, layers: .list([1, 2]), units: .list([1, 3]), every: 5)),
        range: ValueRange(low: -1, high: 2.5), ifDiverging: .logAbs),
      RowSpec(
        mark: .line(.init(quantity: .trainLoss)), title: "Loss", scale: .symlog, shared: true,
        clip: ValueRange(low: 1, high: 99)),
      RowSpec(mark: .line(.init(quantity: .bias, layers: .hidden, units: .first(4)))),
      RowSpec(
        mark: .line(.init(quantity: .gradientNorm, layers: .last)), range: ValueRange(low: 1e-6, high: 1),
        scale: .log),
    ]
    #expect(
      sheet
        == SheetSpec(
          name: "my-sheet-2", title: "Mine", points: [1, 3], each: .setting("learning_rate"), columns: .group,
          color: nil, rows: rows, reading: "Look."))
  }

  /// A study says no more than it must.
  @Test func sheetDefaults() throws {
    let one = try study("sheets: [{rows: [{line: train_loss}]}]").sheets[0]
    #expect(one.name == "sheet")
    #expect(one.title == "T")
    #expect(one.columns == .run)
    #expect(one.each == nil)
    let two = try study("sheets: [{rows: [{line: train_loss}]}, {rows: [{line: bias}]}]").sheets
    #expect(two.map(\.name) == ["sheet-1", "sheet-2"])
    #expect(try study("sheets: []").sheets == [])
    let standard = try study("groups: [{name: A}, {name: B}]").sheets
    #expect(standard.map(\.each) == [.group])
    #expect(standard[0].points == [0, 1])
    #expect(standard[0].rows.map(\.mark.recording?.quantity) == [.trainAccuracy, .trainLoss, .gradientNorm])
  }

  /// Overlaid runs are told apart by colour, if no two of a panel share one.
  @Test func color() throws {
    let sheet = try study(
      """
      groups: [{activation: [relu, tanh], init: [he, xavier]}]
      sheets: [{columns: activation, color: init, rows: [{line: gradient_norm, layer: 1}, {line: bias, layer: 1, units: 1}]}]
      """
    ).sheets[0]
    #expect(sheet.color == .setting("init"))
    #expect(sheet.rows.count == 2)
  }

  /// Rows that lay out many runs: a column a group if nothing else is said, a row a layer, contours in order.
  @Test func grids() throws {
    let sheets = try study(
      """
      network: {depth: 2}
      groups: [{name: A, init: [1, 2], batch: [5, 6]}]
      sheets:
        - rows:
            - {phase_diagram: final_train_loss, x: init, y: batch, contours: [2, 1, 2], scale: log, range: [1, 9]}
            - {phase_diagram: dead_share, layer: hidden, x: batch, y: init}
            - {multiples: gradient_norm, layer: [1, 3], every: 5, x: init, y: batch}
        - columns: batch
          rows:
            - {response: diverged_share, x: init}
            - {response: max_abs_bias, layer: last, x: init, title: Bias}
        - rows: [{line: train_loss, seeds: lines}, {line: bias}]
      """
    ).sheets
    let (over, back) = (GridAxes(x: "init", y: "batch"), GridAxes(x: "batch", y: "init"))
    #expect(sheets.map(\.columns) == [.group, .setting("batch"), .run])
    #expect(
      sheets[0].rows.map(\.mark) == [
        .phaseDiagram(OutcomeSpec(.metric(.finalTrainLoss)), over, contours: [1, 2]),
        .phaseDiagram(OutcomeSpec(.deadShare, layers: .list([1])), back, contours: []),
        .phaseDiagram(OutcomeSpec(.deadShare, layers: .list([2])), back, contours: []),
        .multiples(RecordingSpec(quantity: .gradientNorm, layers: .list([1]), every: 5), over),
        .multiples(RecordingSpec(quantity: .gradientNorm, layers: .list([3]), every: 5), over),
      ])
    #expect(
      sheets[1].rows.map(\.mark) == [
        .response(OutcomeSpec(.divergedShare), x: "init"),
        .response(OutcomeSpec(.metric(.maxAbsBias), layers: .last), x: "init"),
      ])
    #expect(sheets[1].rows.map(\.title) == ["", "Bias"])
    #expect(sheets[2].rows.map(\.drawsSeeds) == [true, false])
  }

  /// What is drawn of records that every run leaves behind asks for nothing more.
  @Test func gridsRecordWhatTheyDraw() throws {
    let study = try study(
      """
      groups: [{init: [1, 2], batch: [5, 6]}]
      sheets:
        - rows: [{response: dead_share, layer: 1, x: init}, {multiples: gradient_norm, layer: 2, x: init, y: batch}]
          columns: batch
      """)
    #expect(study.recordings(of: study.points[0]) == [Recording(quantity: .gradientNorm, layer: 2)])
  }

  @Test(arguments: [
    ("at_least: 60", Comparison.atLeast(60)), ("at_most: 1e-4", .atMost(1e-4)), ("above: -1", .above(-1)),
    ("below: 0.5", .below(0.5)), ("between: [14, 42]", .between(ValueRange(low: 14, high: 42))),
  ])
  func comparison(yaml: String, value: Comparison) throws {
    let claim = try study("claims: [{say: ' x ', that: dead_units, layer: 1, \(yaml)}]").claims[0]
    #expect(
      claim
        == Claim(
          say: "x", points: [0], measure: .metric(.deadUnits, layers: .list([1]), ablation: nil),
          comparison: value, seeds: .all))
  }

  @Test func claims() throws {
    let claims = try study(
      """
      seeds: 8
      claims:
        - {say: a, that: first_nonfinite_step, is: none, in_seeds: most}
        - {say: b, that: gradient_norm, layer: 2, every: 10, as: max_abs, below: 1, in_seeds: 7}
        - {say: c, that: bias, layer: hidden, units: 3, below: 1, in_seeds: half}
      """
    ).claims
    #expect(claims.map(\.seeds) == [.most, .atLeast(7), .half])
    #expect(claims[0].comparison == .isNone)
    #expect(
      claims[1].measure == .reduced(.init(quantity: .gradientNorm, layers: .list([2]), every: 10), .maxAbs))
    #expect(
      claims[2].measure == .reduced(.init(quantity: .bias, layers: .hidden, units: .first(3)), .last))
  }

  @Test func record() throws {
    let study = try study("record: [{quantity: weight_norm, layer: all}, {quantity: train_loss, every: 7}]")
    #expect(
      study.recordings == [.init(quantity: .weightNorm), .init(quantity: .trainLoss, every: 7)])
  }
}
