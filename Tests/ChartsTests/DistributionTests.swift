import Testing

@testable import Charts

/// Histograms, ridgelines and heat maps: bins, scales and what cannot be shown.
@Suite struct DistributionTests {
  private func record(_ panel: Panel) -> RecordingCanvas {
    var canvas = RecordingCanvas()
    Sheet(title: "", panels: [[panel]]).draw(on: &canvas)
    return canvas
  }

  private func texts(_ panel: Panel) -> [String] { record(panel).texts.map(\.text) }

  @Test func linearBinsAreOfOneWidth() throws {
    let bins = try #require(Bins.linear(low: -1, high: 1, count: 4))
    #expect(bins.edges == [-1, -0.5, 0, 0.5, 1])
    #expect(bins.width == 0.5)
  }

  /// Powers of ten to 1e-14; both ends exact.
  @Test func logarithmicBinsAreOfOneRatio() throws {
    let bins = try #require(Bins.logarithmic(low: 1e-6, high: 1, count: 6))
    #expect(bins.edges.first == 1e-6)
    #expect(bins.edges.last == 1)
    #expect(bins.edges.count == 7)
    for (edge, power) in zip(bins.edges, [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1]) {
      #expect(abs(edge / power - 1) < 1e-14)
    }
    #expect(abs(bins.width - 1) < 1e-15)
  }

  @Test func binsNeedARange() {
    #expect(Bins.linear(low: 1, high: 1, count: 3) == nil)
    #expect(Bins.linear(low: 2, high: 1, count: 3) == nil)
    #expect(Bins.linear(low: 0, high: 1, count: 0) == nil)
    #expect(Bins.linear(low: 1, high: 1.0.nextUp, count: 30) == nil)
    #expect(Bins.linear(low: 0, high: .infinity, count: 3) == nil)
    #expect(Bins.logarithmic(low: 0, high: 1, count: 3) == nil)
    #expect(Bins.logarithmic(low: -1, high: 1, count: 3) == nil)
  }

  /// On a logarithmic axis the least count stands above the base line; on a linear one the base line is 0.
  @Test func baseLinesAreBelowTheLeastCount() {
    let histogram = Mark.Histogram(edges: [0, 1, 2, 3], counts: [1, 0, 100], color: Theme.ink)
    let values = Mark.histogram(histogram).values(.y)
    #expect(AxisRange.resolve(Axis(scale: .log), values: values).low == 0.5)
    #expect(AxisRange.resolve(Axis(), values: values).low == 0)
  }

  private func map(_ values: [Double], _ scale: Axis.Scale, range: (Double, Double)? = nil) -> Panel {
    Panel(
      x: Axis(), y: Axis(),
      marks: [
        .heatMap(
          .init(
            xEdges: (0...values.count).map(Double.init), yEdges: [0, 1], values: values,
            range: range.map { (low: $0.0, high: $0.1) }, scale: scale))
      ])
  }

  /// What a map cannot show is counted: values that are not finite, not above 0, or outside the range.
  @Test func aMapSaysWhatItCannotShow() {
    let values = [1, 0, -1, .nan, .infinity, 1000]
    let log = texts(map(values, .log, range: (0.1, 10)))
    #expect(log.contains("2 cells not finite · 2 cells ≤ 0 · 1 cell outside"))
    #expect(texts(map(values, .linear)).contains("2 cells not finite"))
    #expect(texts(map([0, -1], .log)).contains("no finite values"))
    #expect(!texts(map([1, 2], .log)).contains { $0.contains("cell") })
  }

  /// Colours go by the logarithm: 1 lies in the middle of 0.01 … 100.
  @Test func aMapOnALogarithmicScale() {
    func fills(_ panel: Panel) -> Set<Color> {
      Set(record(panel).operations.compactMap { if case .fill(_, let color, _?) = $0 { color } else { nil } })
    }
    #expect(fills(map([0.01, 1, 100], .log)).contains(Palette.ramp(0.5)))
    #expect(!fills(map([0.01, 1, 100], .linear)).contains(Palette.ramp(0.5)))
    #expect(texts(map([0.01, 1, 100], .log)).contains("0.1"))
  }

  /// The places of a panel's cells, all together.
  private func area(_ canvas: RecordingCanvas) -> (low: Point, high: Point, clip: Rect)? {
    let cells = canvas.operations.compactMap { operation -> (points: [Point], clip: Rect)? in
      guard case .fill(let points, let color, let clip?) = operation, color != Theme.grid else { return nil }
      return (points, clip)
    }
    let points = cells.flatMap(\.points)
    guard let clip = cells.first?.clip, let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.map(\.y).min(), let foot = points.map(\.y).max()
    else { return nil }
    return (Point(left, top), Point(right, foot), clip)
  }

  /// A map fills its frame; beside lines over the same steps it keeps to their axis.
  @Test func mapsFillTheirFrame() throws {
    let alone = try #require(area(record(map([1, 2, 3], .linear))))
    #expect(alone.low == Point(alone.clip.x, alone.clip.y))
    #expect(alone.high == Point(alone.clip.maxX, alone.clip.maxY))

    var panel = map([1, 2, 3], .linear)
    panel.x = .steps()
    let line = Panel(
      x: .steps(), y: Axis(), marks: [.line(.init(x: [0, 3], y: [0, 1], color: Palette.category(0)))])
    var canvas = RecordingCanvas()
    Sheet(title: "", panels: [[panel], [line]]).draw(on: &canvas)
    let beside = try #require(area(canvas))
    #expect(beside.low.x > beside.clip.x)
    let starts = canvas.operations.compactMap { operation -> Double? in
      if case .stroke(let paths, _, _?) = operation { paths.first?.first?.x } else { nil }
    }
    #expect(starts.count == 1)
    #expect(abs(starts[0] - beside.low.x) <= 0.5)
  }

  /// One colour bar serves a row; it stands even beside a panel that has nothing to draw.
  @Test func oneColorBarForARow() {
    func texts(_ values: [[Double]], bars: [Bool]) -> [String] {
      let panels = zip(values, bars).map { values, showsBar -> Panel? in
        Panel(
          x: Axis(names: []), y: Axis(names: [.init(0.5, "a")]),
          marks: [
            .heatMap(
              .init(xEdges: [0, 1, 2], yEdges: [0, 1], values: values, range: (10, 40), showsBar: showsBar))
          ])
      }
      var canvas = RecordingCanvas()
      Sheet(title: "", panels: [panels]).draw(on: &canvas)
      return canvas.texts.map(\.text)
    }
    #expect(texts([[10, 20], [30, 40]], bars: [true, true]).count { $0 == "30" } == 2)
    #expect(texts([[10, 20], [30, 40]], bars: [false, true]).count { $0 == "30" } == 1)
    let empty = texts([[10, 20], [.nan, .nan]], bars: [false, true])
    #expect(empty.contains("no finite values"))
    #expect(empty.count { $0 == "30" } == 1)
  }

  /// Names stand in place of numbers; where there is no room for all, for every n-th.
  @Test func axesHaveNames() {
    func labels(_ count: Int) -> [String] {
      let names = (0..<count).map { Axis.Name(Double($0), "name \($0)") }
      let line = Mark.line(.init(x: [0, Double(count - 1)], y: [0, Double(count - 1)], color: Theme.ink))
      return texts(Panel(x: Axis(), y: Axis(names: names), marks: [line])).filter { $0.hasPrefix("name") }
    }
    #expect(labels(3) == ["name 0", "name 1", "name 2"])
    #expect(labels(40) == (0..<8).map { "name \(5 * $0)" })
  }

  /// Notes keep off the bins: the place is the corner that the fewest bins reach into.
  @Test func notesKeepOffTheBins() {
    func corner(_ counts: [Double]) -> Point {
      let panel = Panel(
        x: Axis(), y: Axis(),
        marks: [.histogram(.init(edges: [0, 1, 2, 3, 4], counts: counts, color: Theme.ink))])
      let place = QuietPlace(
        panel: panel, x: Scale(kind: .linear, bounds: .init(low: 0, high: 4), start: 0, end: 400),
        y: Scale(kind: .linear, bounds: .init(low: 0, high: 10), start: 100, end: 0))
      let box = place.corner(of: Rect(x: 0, y: 0, width: 400, height: 100), width: 90, height: 20)
      return Point(box.x, box.y)
    }
    #expect(corner([10, 0, 0, 1]) == Point(310, 0))
    #expect(corner([1, 0, 0, 10]) == Point(0, 0))
    #expect(corner([10, 10, 10, 10]) == Point(310, 0))
  }
}
