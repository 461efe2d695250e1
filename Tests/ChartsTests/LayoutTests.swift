import Testing

@testable import Charts

@Suite struct LayoutTests {
  private func record(_ sheet: Sheet) -> RecordingCanvas {
    var canvas = RecordingCanvas()
    sheet.draw(on: &canvas)
    return canvas
  }

  /// All text lies inside the picture.
  @Test(arguments: Example.all)
  func textIsInside(_ example: Example) {
    let size = example.sheet.pixelSize
    let picture = Rect(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
    for run in record(example.sheet).texts { #expect(picture.contains(run.box), "\(run.text)") }
  }

  /// No two texts overlap.
  ///
  /// Boxes are taken at the height of letters, without room for accents.
  @Test(arguments: Example.all)
  func textsDoNotOverlap(_ example: Example) {
    let runs = record(example.sheet).texts
    #expect(runs.count > 5)
    for (index, run) in runs.enumerated() {
      for other in runs[..<index] {
        #expect(!tight(run).overlaps(tight(other)), "\(run.text) on \(other.text)")
      }
    }
  }

  private func tight(_ run: TextRun) -> Rect {
    let (top, foot) = (run.style.size * 0.24, run.style.size * 0.13)
    let box = run.box
    return run.turned
      ? Rect(x: box.x + top, y: box.y, width: box.width - top - foot, height: box.height)
      : Rect(x: box.x, y: box.y + top, width: box.width, height: box.height - top - foot)
  }

  /// Marks are clipped to a plot, and plots lie inside the picture and apart from each other.
  @Test(arguments: Example.all)
  func plotsAreApart(_ example: Example) {
    var plots: [Rect] = []
    for operation in record(example.sheet).operations {
      if case .stroke(_, _, let clip?) = operation, !plots.contains(clip) { plots.append(clip) }
    }
    #expect(!plots.isEmpty)
    let size = example.sheet.pixelSize
    let picture = Rect(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
    for (index, plot) in plots.enumerated() {
      #expect(picture.contains(plot))
      for other in plots[..<index] { #expect(!plot.overlaps(other)) }
    }
  }

  /// The picture's size depends on the structure, not on the data.
  @Test(arguments: Example.all)
  func sizeIsIndependentOfData(_ example: Example) {
    var other = example.sheet
    for row in other.panels.indices {
      for column in other.panels[row].indices {
        guard let panel = other.panels[row][column] else { continue }
        other.panels[row][column]?.marks = panel.marks.map { mark in
          guard case .line(var line) = mark else { return mark }
          line.y = line.y.map { $0.isNaN ? 1 : $0 * -1e30 }
          return .line(line)
        }
      }
    }
    #expect(example.sheet.pixelSize == other.pixelSize)
  }

  /// Sheets of any shape can be drawn, also empty ones.
  @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 9])
  func anyShape(_ columns: Int) {
    let panel = Panel(x: .steps(), y: Axis(), marks: [Example.line(Example.steps)])
    for rows in 0...3 {
      let sheet = Sheet(title: "", panels: (0..<rows).map { _ in (0..<columns).map { _ in panel } })
      let size = sheet.pixelSize
      #expect(size.width >= 1800)
      #expect(record(sheet).texts.allSatisfy { $0.box.x >= 0 && $0.box.maxX <= Double(size.width) })
    }
  }

  /// Panels of one share key have the ticks of one range; only the first of a row labels it.
  @Test func sharedRanges() {
    let panels: [Panel?] = [1, 5].map { top in
      Panel(x: .steps(), y: Axis(share: "y"), marks: [Example.line(Example.steps.map { $0 / 199 * top })])
    }
    let texts = record(Sheet(title: "", panels: [panels])).texts.map(\.text)
    #expect(texts.filter { $0 == "5" }.count == 1)
    #expect(texts.filter { $0 == "0" }.count == 3)
  }
}

@Suite struct FindingsTests {
  private func texts(_ panel: Panel) -> [String] {
    var canvas = RecordingCanvas()
    Sheet(title: "", panels: [[panel]]).draw(on: &canvas)
    return canvas.texts.map(\.text)
  }

  private func panel(_ y: [Double], _ axis: Axis = Axis()) -> Panel {
    let x = y.indices.map(Double.init)
    return Panel(x: .steps(), y: axis, marks: [.line(.init(x: x, y: y, color: Palette.category(0)))])
  }

  @Test func emptyAndNonfinite() {
    #expect(texts(Panel(x: .steps(), y: Axis(), marks: [])) == ["no data"])
    #expect(texts(panel([])) == ["no data"])
    #expect(texts(panel([.nan, .nan])) == ["no finite values"])
    #expect(texts(panel([-1, 0], Axis(scale: .log))).last == "no values above 0")
  }

  @Test func counts() {
    #expect(texts(panel([0.5, 2, 3], Axis(range: .fixed(0, 1)))).contains("2 points outside"))
    #expect(texts(panel([0.5, 2], Axis(range: .fixed(0, 1)))).contains("1 point outside"))
    #expect(texts(panel([0, 1, 10], Axis(scale: .log))).contains("1 value ≤ 0 not shown"))
    #expect(texts(panel([0, 1], Axis(range: .fixed(0, 1)))).allSatisfy { !$0.contains("outside") })
  }

  @Test func endings() {
    #expect(texts(panel([1, 2, .nan])).contains("NaN from step 2"))
    #expect(texts(panel([1, .infinity, 3])).contains("∞ from step 1"))
    var two = panel([1, 2, 3])
    two.marks += panel([1, 2, .nan]).marks
    #expect(texts(two).contains("1 of 2 lines end: NaN from step 2"))
  }

  /// A line ends at its first value that is not finite, with a cross there, inside the plot.
  @Test func endMarker() {
    var canvas = RecordingCanvas()
    Sheet(title: "", panels: [[panel([1, 2, .nan, 4])]]).draw(on: &canvas)
    let strokes = canvas.operations.compactMap { operation -> [[Point]]? in
      if case .stroke(let paths, _, _?) = operation { paths } else { nil }
    }
    #expect(strokes.map(\.count) == [1, 2, 2])
    #expect(strokes.first?.first?.count == 2)
  }
}
