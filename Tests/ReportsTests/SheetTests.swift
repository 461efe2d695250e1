import Charts
import Records
import Studies
import Testing

@testable import Reports

@Suite struct SheetTests {
  private func sheet(
    _ example: ExampleResults, points: [Int] = [0, 1, 2, 3], title: String = "Sheet"
  ) -> Sheet {
    let results = example.results
    return SheetBuilder(
      results: results, spec: results.study.sheets[0], points: points.map { results.study.points[$0] },
      title: title
    ).sheet
  }

  private func pictures(_ example: ExampleResults) throws -> [RenderedSheet] {
    try SheetRenderer(results: example.results).render()
  }

  /// A column a run with the author's note, a row a quantity, the title of the study under that of the sheet.
  @Test func columnsAndRows() {
    let sheet = sheet(.drawn())
    #expect(
      sheet.columns.map(\.title) == [
        "A · learning rate 1", "A · learning rate 0.1", "B · learning rate 1", "B · learning rate 0.1",
      ])
    #expect(sheet.columns.map(\.note) == (0..<4).map { "note \($0)" })
    #expect(sheet.rowLabels == ["1  train loss", "2  biases", "3  weight norm, every layer"])
    #expect(sheet.panels.map(\.count) == [4, 4, 4])
    #expect(sheet.panels.joined().allSatisfy { $0 != nil })
    #expect((sheet.title, sheet.subtitle) == ("Sheet", "Study"))
    #expect(self.sheet(.drawn(), title: "Study").subtitle == "")
  }

  /// Columns by a setting, coloured by group: two runs a panel, no note that would be of one of them.
  @Test func columnsByASetting() throws {
    var spec = ExampleResults.sheet(columns: .setting("learning_rate"), color: .group)
    spec.rows.removeLast(2)
    let sheet = sheet(.drawn(spec: spec))
    #expect(sheet.columns == [.init(title: "learning rate 1"), .init(title: "learning rate 0.1")])
    let panel = try #require(sheet.panels[0][1])
    let lines = panel.lines
    #expect(lines.map(\.color) == [Palette.category(0), Palette.category(1)])
    #expect(lines.map { $0.y[0] } == [2.0 / 8, 4.0 / 8])
    #expect(
      sheet.naming == .legend([.line("A", Palette.category(0)), .line("B", Palette.category(1))]))
  }

  /// Lines are the recorded values over the recorded steps, layers in the colours of the legend.
  @Test func linesAreTheRecordedValues() throws {
    let sheet = sheet(.drawn())
    let norms = try #require(sheet.panels[2][1]).lines
    #expect(norms.map(\.x) == [[0, 5, 10, 15, 20], [0, 5, 10, 15, 20]])
    let layer: [Double] = [0.25, 0.5, 0.75, 1, 1.25]
    #expect(norms.map(\.y) == [layer, layer])
    let biases = try #require(sheet.panels[1][0]).lines
    let units: [[Double]] = [[0.125, 0.375, 0.625, 0.875, 1.125], [0.25, 0.5, 0.75, 1, 1.25]]
    #expect(biases.map(\.y) == units)
    guard case .legend(let entries) = sheet.naming else {
      Testing.Issue.record("a sheet of layers and units needs a legend")
      return
    }
    #expect(entries.map(\.label) == ["unit 1", "unit 2", "layer 1", "layer 2"])
    #expect(
      entries.map(\.swatch) == (biases + norms).map { Sheet.LegendEntry.Swatch.line($0.color, dash: []) })
  }

  /// Ranges and scales as the study has them; steps from 0, shared by all panels.
  @Test func axesAreThoseOfTheStudy() throws {
    let sheet = sheet(.drawn())
    let axes = try (0..<3).map { try #require(sheet.panels[$0][0]).y }
    #expect(axes.map(\.range) == [.fixed(0, 3), .data, .robust(1, 99)])
    #expect(axes.map(\.scale) == [.linear, .linear, .log])
    #expect(axes.map(\.share) == [nil, "row 1", nil])
    #expect(sheet.panels.joined().allSatisfy { $0?.x == .steps() })
  }

  /// The panel of a diverging run alone changes its scale, says |·|, and leaves the shared range to the others.
  @Test func onlyTheDivergingPanelChanges() throws {
    let calm = try row(1, of: sheet(.drawn()))
    let diverging = try row(1, of: sheet(.drawn(diverging: true)))
    #expect(calm.map(\.y.label) == ["bias", "bias", "bias", "bias"])
    #expect(diverging.map(\.y.label) == ["bias", "bias", "bias", "|bias|"])
    #expect(diverging.map(\.y.scale) == [.linear, .linear, .linear, .log])
    #expect(diverging.map(\.y.share) == ["row 1", "row 1", "row 1", nil])
    let line = try #require(diverging[3].lines.first)
    #expect(line.y.prefix(3) == [0.5, 1.5, .infinity])
    // A row without `if_diverging` stays as it is.
    #expect(try row(0, of: sheet(.drawn(diverging: true))).allSatisfy { $0.y.scale == .linear })
  }

  private func row(_ index: Int, of sheet: Sheet) throws -> [Panel] {
    try sheet.panels[index].map { try #require($0) }
  }

  /// Several seeds: the median, and the band of the outer deciles behind it; single units are of the first seed.
  @Test func severalSeedsAreABand() throws {
    let sheet = sheet(.drawn(seeds: [1, 2, 3]))
    let loss = try #require(sheet.panels[0][0])
    guard case .band(let band)? = loss.marks.first, case .line(let line)? = loss.marks.last else {
      Testing.Issue.record("a band and its line")
      return
    }
    #expect(loss.marks.count == 2)
    #expect(line.y == [0.25, 0.5, 0.75, 1, 1.25])
    #expect(zip(band.low, line.y).allSatisfy { abs($0 - 0.6 * $1) < 1e-12 })
    #expect(zip(band.high, line.y).allSatisfy { abs($0 - 1.4 * $1) < 1e-12 })
    #expect(try #require(sheet.panels[1][0]).lines.map { $0.y[0] } == [1.0 / 8, 2.0 / 8])
    #expect(
      sheet.footnotes == ["Over 3 seeds: line = median, band = 10 % to 90 % quantile. Single units: seed 1."])
    #expect(self.sheet(.drawn()).footnotes.isEmpty)
  }

  /// A value keeps its colour in every picture, also where others are missing.
  @Test func coloursAreTheSameInEveryPicture() throws {
    var spec = ExampleResults.sheet(columns: .run, color: .group)
    spec.rows.removeLast(2)
    let example = ExampleResults.drawn(spec: spec)
    let all = try row(0, of: sheet(example)).map { $0.lines[0].color }
    let second = try row(0, of: sheet(example, points: [2, 3])).map { $0.lines[0].color }
    #expect(all.suffix(2) == second[...])
    #expect(all[0] != all[2])
    #expect(sheet(example, points: [2]).naming == .legend([.line("B", second[0])]))
  }

  /// A layer has one colour, in shallow and in deep networks of a study.
  @Test func layersHaveOneColourAtAnyDepth() throws {
    let spec = RecordingSpec(quantity: .weightNorm)
    var example = ExampleResults(
      sheets: [
        SheetSpec(
          name: "s", title: "S", points: [0, 1], each: nil, columns: .run, color: nil,
          rows: [RowSpec(mark: .line(spec))],
          reading: "")
      ])
    for hidden in [[4], [4, 4, 4]] {
      var network = NetworkSettings()
      network.hidden = hidden
      let series = spec.recordings(in: network).map {
        Series(recording: $0, units: [], steps: [0], values: [1])
      }
      example.add("\(hidden.count)", rate: "1", hidden: hidden, metrics: [[]], series: [series])
    }
    let sheet = sheet(example, points: [0, 1])
    let colors = try row(0, of: sheet).map { $0.lines.map(\.color) }
    #expect(colors.map(\.count) == [2, 4])
    #expect(colors[0] == Array(colors[1].prefix(2)))
    #expect(Set(colors[1]).count == 4)
    guard case .legend(let entries) = sheet.naming else { return }
    #expect(entries.map(\.label) == ["layer 1", "layer 2", "layer 3", "layer 4"])
  }

  /// One picture a facet, named after it; and the text in each that makes it Kiseki's.
  @Test func picturesOfAFacet() throws {
    let pictures = try pictures(
      .drawn(spec: ExampleResults.sheet(each: .group, columns: .setting("learning_rate"))))
    #expect(pictures.map(\.fileName) == ["curves-a.png", "curves-b.png"])
    #expect(pictures.map(\.facet) == ["A", "B"])
    #expect(pictures.map(\.description) == ["Sheet: A, by learning rate", "Sheet: B, by learning rate"])
    for picture in pictures {
      #expect(SheetPicture.isSheet(picture.png))
      let texts = try PNGImage.decode(picture.png).texts
      #expect(texts.map(\.key) == ["Kiseki"])
      #expect(
        texts[0].value.hasPrefix("folder/example: \(picture.description)\n2 × 3 panels (columns × rows)\n"))
    }
    #expect(!SheetPicture.isSame(pictures[0].png, pictures[1].png))
  }

  /// A line a panel, with a digest that other data change, and names of columns do not.
  @Test func picturesListTheirPanels() throws {
    let spec = ExampleResults.sheet(each: .group, columns: .setting("learning_rate"))
    let pictures = try pictures(.drawn(spec: spec))
    let text = try #require(SheetListing.text(of: pictures[0].png))
    let lines = text.split(separator: "\n").dropFirst(2)
    #expect(lines.count == 6)
    #expect(lines.first?.hasPrefix("learning rate 1\t1 train loss\t1 line, ") == true)
    #expect(lines.allSatisfy { $0.contains(", data ") })
    #expect(SheetListing.changedPanels(pictures[0].png, pictures[0].png) == [])
    #expect(
      SheetListing.changedPanels(pictures[0].png, pictures[1].png).first == "learning rate 1 · 1 train loss")
    #expect(SheetListing.changedPanels(pictures[0].png, [1, 2]) == [])
    #expect(SheetListing.text(of: [1, 2]) == nil)
  }

  /// A sheet that is called what a facet makes of another's name gets a file of its own.
  @Test func picturesNeverShareAFile() throws {
    var example = ExampleResults.drawn(spec: ExampleResults.sheet(each: .group))
    example.sheets.append(ExampleResults.sheet(name: "curves-a"))
    #expect(try pictures(example).map(\.fileName) == ["curves-a.png", "curves-b.png", "curves-a-2.png"])
  }

  /// The size in pixels is of the study, never of its data: pictures can be laid over each other.
  @Test(arguments: [[1], [1, 2, 3]])
  func sizesDoNotDependOnTheData(seeds: [UInt64]) throws {
    for spec in [ExampleResults.sheet(), ExampleResults.sheet(each: .group)] {
      let calm = try pictures(.drawn(seeds: seeds, spec: spec)).map { try PNGImage.decode($0.png).raster }
      let wild = try pictures(.drawn(diverging: true, seeds: seeds, spec: spec)).map {
        try PNGImage.decode($0.png).raster
      }
      #expect(calm.map(\.width) == wild.map(\.width))
      #expect(calm.map(\.height) == wild.map(\.height))
      #expect(calm != wild)
    }
  }

  /// Drawn twice, a sheet has the same bytes.
  @Test func drawingIsAFunction() throws {
    #expect(try pictures(.drawn(diverging: true)).map(\.png) == pictures(.drawn(diverging: true)).map(\.png))
  }

  @Test func othersPicturesAreNotSheets() throws {
    let raster = try #require(Raster(width: 2, height: 2, pixels: [0, 0, 0, 0]))
    #expect(!SheetPicture.isSheet(try PNGImage.encode(raster)))
    #expect(
      !SheetPicture.isSheet(try PNGImage.encode(raster, texts: [.init(key: "Software", value: "Kiseki")])))
    #expect(!SheetPicture.isSheet([]))
    #expect(!SheetPicture.isSame([], []))
  }
}

extension Panel {
  fileprivate var lines: [Mark.Line] {
    marks.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }
}
