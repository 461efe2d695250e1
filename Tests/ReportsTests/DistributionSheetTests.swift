import Charts
import Records
import Studies
import Testing

@testable import Reports

/// Rows of histograms, ridgelines, percentiles and heat maps.
@Suite struct DistributionSheetTests {
  private func sheet(_ example: ExampleKind) -> Sheet {
    let results = example.results
    return SheetBuilder(
      results: results, spec: results.study.sheets[0], points: results.study.points, title: "Sheet"
    ).sheet
  }

  private func spec(
    _ tensor: Tensor = .weights, steps: StepSelection = .list([]), bins: BinSpec? = nil
  ) -> DistributionSpec {
    DistributionSpec(tensor: tensor, layers: .list([2]), steps: steps, bins: bins)
  }

  /// A study of one row whose runs have these values.
  private func example(
    _ row: RowSpec, points: Int = 1, _ values: @escaping (Int) -> [(step: Int, values: [Float])]
  ) -> ExampleKind {
    var example = ExampleKind.supervised
    example.points = points
    example.sheets = [ExampleKind.sheet([row], points: points)]
    example.distributions = { point, _ in
      row.mark.distribution.map { [ExampleKind.series($0, layer: 2, values(point))] } ?? []
    }
    return example
  }

  private func panels(_ example: ExampleKind) throws -> [Panel] {
    try sheet(example).panels[0].map { try #require($0) }
  }

  /// One step is filled, several are outlines in the colours of their steps, with shared bins.
  @Test func stepsAreOverlaid() throws {
    let row = RowSpec(mark: .histogram(spec(steps: .list([0, 300])), HistogramOptions(bins: 4)))
    let two = example(row) { _ in [(0, [0, 0, 1]), (300, [2, 4])] }
    let histograms = try panels(two)[0].histograms
    #expect(histograms.map(\.isFilled) == [false, false])
    #expect(histograms.map(\.edges) == [[0, 1, 2, 3, 4], [0, 1, 2, 3, 4]])
    #expect(histograms[0].counts == [2, 1, 0, 0])
    // A bucket that lies across an edge is divided.
    #expect(abs(histograms[1].counts.reduce(0, +) - 2) < 1e-12)
    let colors = [0, 1].map { Palette.sequence($0, of: 2) }
    #expect(histograms.map(\.color) == colors)
    #expect(
      sheet(two).naming == .legend([.line("step 0", colors[0]), .line("step 300", colors[1])]))
    let one = RowSpec(mark: .histogram(spec(steps: .list([300])), HistogramOptions(bins: 4)))
    let filled = try panels(example(one) { _ in [(0, [9]), (300, [0, 4])] })[0].histograms
    #expect(filled.map(\.isFilled) == [true])
    #expect(filled[0].edges == [0, 1, 2, 3, 4])
    #expect(sheet(example(one) { _ in [(300, [0, 4])] }).naming == .legend([]))
  }

  /// Many steps are named by a ramp.
  @Test func manyStepsAreARamp() {
    let row = RowSpec(mark: .histogram(spec(steps: .every(30)), HistogramOptions()))
    let many = example(row) { _ in (0...10).map { (30 * $0, [Float($0), 1]) } }
    #expect(sheet(many).naming == .legend([.init(label: "step", swatch: .ramp(from: "0", to: "300"))]))
  }

  /// Declared bins are drawn as they were counted, and the panel says what they leave out.
  @Test func declaredBinsAreExact() throws {
    let bins = BinSpec(count: 2, range: ValueRange(low: 0, high: 1))
    let row = RowSpec(mark: .histogram(spec(bins: bins), HistogramOptions(bins: 2)))
    let values: [Float] = [0, 0.25, 0.5, 1, -1, 2, 3, .nan, .infinity]
    let panel = try panels(example(row) { _ in [(300, values)] })[0]
    #expect(panel.histograms[0].edges == [0, 0.5, 1])
    #expect(panel.histograms[0].counts == [2, 2])
    #expect(panel.notes == ["1 below, 2 above (33 %)", "1 NaN", "1 ∞"])
    #expect(panel.x.range == .fixed(0, 1))
    #expect(panel.x.share != nil)
  }

  /// Of several histograms, notes say the greatest number.
  @Test func notesOfSeveralSaySo() throws {
    let bins = BinSpec(count: 2, range: ValueRange(low: 0, high: 1))
    let row = RowSpec(mark: .histogram(spec(bins: bins), HistogramOptions(bins: 2)))
    let panel = try panels(example(row) { _ in [(0, [0.5, 5]), (300, [5, 6, 7, -1])] })[0]
    #expect(panel.notes == ["up to 1 below, 3 above (100 %)"])
  }

  /// A robust range leaves out what lies beyond its percentiles, and counts it.
  @Test func clippedRangesCountWhatIsOutside() throws {
    let row = RowSpec(
      mark: .histogram(spec(), HistogramOptions(bins: 10)), clip: ValueRange(low: 0, high: 90))
    let values = (0..<90).map { Float($0) / 90 } + [Float](repeating: 1000, count: 10)
    let panel = try panels(example(row) { _ in [(300, values)] })[0]
    let edges = try #require(panel.histograms.first?.edges)
    #expect(edges[0] == 0)
    #expect((0.9...1.1).contains(edges[10]))
    #expect(panel.notes == ["10 above (10 %)"])
  }

  /// Magnitudes on a logarithmic axis; zeros are counted in words.
  @Test func magnitudes() throws {
    let row = RowSpec(mark: .histogram(spec(.gradients), HistogramOptions(values: .logAbs, bins: 6)))
    let values: [Float] = [0, 0, 1, -1, 0.001, -0.001, 0.001, 0]
    let panel = try panels(example(row) { _ in [(299, values)] })[0]
    #expect(panel.x.scale == .log)
    #expect(panel.x.label == "|gradient|")
    #expect(panel.notes == ["38 % are 0"])
    let counts = try #require(panel.histograms.first?.counts)
    #expect(abs(counts.reduce(0, +) - 5) < 1e-9)
    #expect(counts[0] == 3 && abs(counts[5] - 2) < 1e-9)
    let zeros = try panels(example(row) { _ in [(299, [0, 0])] })[0]
    #expect(zeros.nonfiniteMessage == "all values are 0")
    #expect(zeros.notes == ["100 % are 0"])
  }

  /// The area of a density is 1; counts on a logarithmic axis are whole and begin below 1.
  @Test func heights() throws {
    let values = (0..<64).map { Float($0) / 16 }
    let density = RowSpec(mark: .histogram(spec(), HistogramOptions(density: true, bins: 7)))
    let first = try panels(example(density) { _ in [(300, values)] })[0]
    let histogram = try #require(first.histograms.first)
    let areas = zip(histogram.counts, zip(histogram.edges, histogram.edges.dropFirst())).map {
      $0 * ($1.1 - $1.0)
    }
    #expect(abs(areas.reduce(0, +) - 1) < 1e-12)
    #expect(first.y.label == "density")
    let log = RowSpec(mark: .histogram(spec(), HistogramOptions(counts: .log, bins: 7)))
    let second = try panels(example(log) { _ in [(300, values)] })[0]
    #expect(second.y.scale == .log)
    #expect(second.histograms[0].counts.allSatisfy { $0 == $0.rounded() })
    guard case .fixed(0.5, let high) = second.y.range else {
      Issue.record("counts begin below 1")
      return
    }
    #expect(second.histograms[0].counts.allSatisfy { $0 < high })
  }

  /// A shared row has one set of bins, other rows one a panel.
  @Test(arguments: [true, false])
  func rowsShareTheirBins(shared: Bool) throws {
    let row = RowSpec(mark: .histogram(spec(), HistogramOptions(bins: 4)), shared: shared)
    let panels = try panels(example(row, points: 2) { point in [(300, [0, point == 0 ? 1 : 4])] })
    #expect(panels.map { $0.histograms[0].edges.last } == (shared ? [4, 4] : [1, 4]))
    #expect(panels.map(\.x.share) == (shared ? ["values of row 0", "values of row 0"] : [nil, nil]))
  }

  /// Equal values stand in the middle; nothing finite is said in words.
  @Test func degenerateDistributions() throws {
    let row = RowSpec(mark: .histogram(spec(.biases), HistogramOptions(bins: 5)))
    let zeros = try panels(example(row) { _ in [(300, [0, 0, 0])] })[0].histograms[0]
    #expect(zeros.edges.first == -0.5 && zeros.edges.last == 0.5)
    #expect(zeros.counts == [0, 0, 3, 0, 0])
    let nan = try panels(example(row) { _ in [(300, [.nan, .nan])] })[0]
    #expect(nan.nonfiniteMessage == "no finite values")
    #expect(nan.notes == ["2 NaN"])
    let empty = try panels(example(row) { _ in [(300, [])] })[0]
    #expect(empty.nonfiniteMessage == "no values")
  }

  /// The first step stands at the back, which is at the top; base lines are named by their steps.
  @Test func ridgesRunFromTheBack() throws {
    let row = RowSpec(mark: .ridgeline(spec(steps: .every(30)), HistogramOptions(bins: 4)))
    let panel = try panels(example(row) { _ in (0...10).map { (30 * $0, [Float($0), 20]) } })[0]
    guard case .ridgeline(let ridgeline)? = panel.marks.first else {
      Issue.record("a ridgeline")
      return
    }
    #expect(ridgeline.slices.map(\.position) == (0...10).map { Double(10 - $0) })
    #expect(ridgeline.slices[0].counts[0] == 1)
    #expect(panel.y.names == [0, 60, 120, 180, 240, 300].map { .init(Double(10 - $0 / 30), "\($0)") })
    #expect(sheet(example(row) { _ in [(0, [1]), (300, [2])] }).naming == .legend([]))
  }

  /// At most 51 slices, the first and the last among them.
  @Test func ridgesAreThinned() throws {
    let row = RowSpec(mark: .ridgeline(spec(steps: .every(1)), HistogramOptions()))
    let panel = try panels(example(row) { _ in (0...300).map { ($0, [Float($0), 1]) } })[0]
    guard case .ridgeline(let ridgeline)? = panel.marks.first else {
      Issue.record("a ridgeline")
      return
    }
    #expect(ridgeline.slices.count == 51)
    #expect(panel.notes == ["51 of 301 steps"])
    #expect(panel.y.names.map(\.text) == ["0", "60", "120", "180", "240", "300"])
  }

  @Test(arguments: [
    ([0, 1, 2], [0, 1, 2]), (Array(0...9), [0, 2, 4, 6, 8]), ([0, 1, 2, 4, 8, 16, 32, 64], [0, 2, 4, 5, 7]),
  ])
  func namedSteps(steps: [Int], places: [Int]) {
    #expect(StepNames.places(of: steps) == places)
  }

  /// Nested bands and the median in the layer's colour.
  @Test func percentiles() throws {
    let row = RowSpec(mark: .percentiles(spec(steps: .every(100))), range: ValueRange(low: -1, high: 1))
    let panel = try panels(example(row) { _ in (0...3).map { (100 * $0, [-1, 0, 1]) } })[0]
    #expect(panel.x == .steps())
    #expect(panel.y.range == .fixed(-1, 1))
    let bands = panel.marks.compactMap { if case .band(let band) = $0 { band } else { nil } }
    #expect(bands.count == 4)
    #expect(bands[0].low == [-1, -1, -1, -1] && bands[0].high == [1, 1, 1, 1])
    #expect(bands.allSatisfy { $0.color == Palette.sequence(1, of: 3) })
    guard case .line(let median)? = panel.marks.last else {
      Issue.record("a median")
      return
    }
    #expect(median.x == [0, 100, 200, 300])
    #expect(median.y.allSatisfy { abs($0) < 1e-30 })
    #expect(
      sheet(example(row) { _ in [(0, [1])] }).footnotes
        == ["Bands: 0–100, 6.7–93.3, 15.9–84.1, 30.9–69.2 % of the values; line: median."])
  }

  @Test func percentilesSayWhatIsNotFinite() throws {
    let row = RowSpec(mark: .percentiles(spec(steps: .every(100))))
    let panel = try panels(example(row) { _ in [(0, [1, 2]), (100, [1, .nan]), (200, [.nan, .nan])] })[0]
    #expect(panel.notes == ["1 of 2 not finite at step 100"])
  }

  private func heatMap(_ scale: AxisScale, shared: Bool) -> ExampleKind {
    var example = ExampleKind.supervised
    example.points = 2
    example.seeds = [1, 2, 3]
    let recording = RecordingSpec(quantity: .gradientNorm, every: 100)
    example.sheets = [
      ExampleKind.sheet([RowSpec(mark: .heatMap(recording), scale: scale, shared: shared)], points: 2)
    ]
    example.series = { point, seed in
      (1...3).map { layer in
        Series(
          recording: Recording(quantity: .gradientNorm, layer: layer, every: 100), units: [],
          steps: [0, 100, 200, 299],
          values: [1, 2, 3, 4].map { $0 * Float(layer * (point + 1) * (seed + 1)) })
      }
    }
    return example
  }

  /// A row of cells a layer, the first at the bottom; cells meet between steps; medians over the seeds.
  @Test(arguments: [true, false])
  func heatMaps(shared: Bool) throws {
    let panels = try panels(heatMap(.log, shared: shared))
    let maps = panels.compactMap { if case .heatMap(let map)? = $0.marks.first { map } else { nil } }
    #expect(maps.count == 2)
    #expect(maps[0].xEdges == [0, 50, 150, 249.5, 299])
    #expect(maps[0].yEdges == [0.5, 1.5, 2.5, 3.5])
    #expect(maps[0].values == [2, 4, 6, 8, 4, 8, 12, 16, 6, 12, 18, 24])
    #expect(maps[0].scale == .log)
    #expect(maps.map { $0.range?.high } == (shared ? [48, 48] : [nil, nil]))
    #expect(maps.map(\.showsBar) == (shared ? [false, true] : [true, true]))
    #expect(panels[0].y.names == (1...3).map { .init(Double($0), "\($0)") })
    #expect(sheet(heatMap(.log, shared: shared)).footnotes == ["Colours: median over 3 seeds."])
  }

  /// Nothing stands over the only run of a study that names neither it nor its group.
  @Test(arguments: [("run", ""), ("deep", "deep")])
  func namesOfColumns(name: String, heading: String) {
    let results = example(RowSpec(mark: .percentiles(spec()))) { _ in [(0, [1, 2])] }.results
    var study = results.study
    study.points[0].name = name
    let named = StudyResults(study: study, data: results.data, records: Array(results.records(ofPoint: 0)))
    let sheet = SheetBuilder(results: named, spec: study.sheets[0], points: study.points, title: "Sheet")
      .sheet
    #expect(sheet.columns.map(\.title) == [heading])
  }

  /// Without training there are no steps: a quantity of layers goes over the layers.
  @Test func forwardLinesGoOverTheLayers() throws {
    var example = ExampleKind.forward
    example.seeds = [1, 2, 3]
    let recording = RecordingSpec(quantity: .activationDeviation)
    example.sheets = [ExampleKind.sheet([RowSpec(mark: .line(recording))])]
    example.series = { _, seed in
      (1...2).map {
        Series(
          recording: Recording(quantity: .activationDeviation, layer: $0), units: [], steps: [0],
          values: [Float($0 * (seed + 1))])
      }
    }
    let panel = try panels(example)[0]
    #expect(panel.x.label == "layer")
    #expect(panel.x.names.map(\.text) == ["1", "2"])
    let lines = panel.marks.compactMap { if case .line(let line) = $0 { line } else { nil } }
    #expect(lines.map(\.x) == [[1, 2]])
    #expect(lines.map(\.y) == [[2, 4]])
  }

  /// A picture's size is of the study: data that are NaN, constant or wild change nothing.
  @Test func sizesDoNotDependOnTheData() {
    let marks: [RowMark] = [
      .histogram(spec(), HistogramOptions()), .ridgeline(spec(), HistogramOptions(values: .logAbs)),
      .percentiles(spec()),
    ]
    for mark in marks {
      let sizes = [[1, 2, 3], [.nan], [0], [1e38, -1e38, 1e-38]].map { (values: [Float]) in
        sheet(example(RowSpec(mark: mark)) { _ in [(0, [1, 2]), (300, values)] }).pixelSize
      }
      #expect(sizes.allSatisfy { $0 == sizes[0] })
    }
  }
}

extension Panel {
  fileprivate var histograms: [Mark.Histogram] {
    marks.compactMap { if case .histogram(let histogram) = $0 { histogram } else { nil } }
  }
}
