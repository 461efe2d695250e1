import Testing

@testable import Charts

/// Contours, exceptional cells, intervals and small charts.
@Suite struct GridTests {
  private func lines(_ values: [Double], _ columns: Int, at level: Double) -> [[[Double]]] {
    Contours(values: values, columns: columns).lines(at: level).map { $0.map { [$0.x, $0.y] } }
  }

  /// Straight through a plane, and where the values say.
  @Test func contoursOfAPlane() {
    #expect(lines([0, 1, 2, 0, 1, 2, 0, 1, 2], 3, at: 0.5) == [[[0.5, 0], [0.5, 1], [0.5, 2]]])
    #expect(lines([0, 4, 0, 4], 2, at: 1) == [[[0.25, 0], [0.25, 1]]])
    #expect(lines([0, 1, 2, 3], 2, at: 5).isEmpty)
    #expect(lines([], 0, at: 5).isEmpty)
    #expect(lines([1, 2], 2, at: 1.5).isEmpty)
  }

  /// Around a peak the line is closed.
  @Test func contoursOfAPeak() {
    let line = lines([0, 0, 0, 0, 1, 0, 0, 0, 0], 3, at: 0.5)
    #expect(line.count == 1)
    #expect(line[0].count == 5)
    #expect(line[0].first == line[0].last)
    #expect(Set(line[0]) == [[1, 0.5], [1.5, 1], [1, 1.5], [0.5, 1]])
  }

  /// A saddle is parted by its middle.
  @Test func saddles() {
    // High at (0, 0) and (1, 1): below the middle, 0.5, they belong together, above it they do not.
    let together = lines([1, 0, 0, 1], 2, at: 0.25).map(Set.init)
    #expect(Set(together) == [[[0.75, 0], [1, 0.25]], [[0, 0.75], [0.25, 1]]])
    let apart = lines([1, 0, 0, 1], 2, at: 0.75).map(Set.init)
    #expect(Set(apart) == [[[0.25, 0], [0, 0.25]], [[1, 0.75], [0.75, 1]]])
  }

  /// What is not finite has no line through it.
  @Test func contoursStopAtGaps() {
    #expect(lines([0, 1, .nan, 0, 1, 2, 0, 1, 2], 3, at: 1.5) == [[[1.5, 1], [1.5, 2]]])
    #expect(lines([0, .infinity, 0, 1], 2, at: 0.5).isEmpty)
  }

  private func record(_ mark: Mark) -> RecordingCanvas {
    var canvas = RecordingCanvas()
    Sheet(title: "", panels: [[Panel(x: Axis(), y: Axis(), marks: [mark])]]).draw(on: &canvas)
    return canvas
  }

  private func map(_ values: [Double]) -> Mark.HeatMap {
    Mark.HeatMap(xEdges: (0...values.count).map(Double.init), yEdges: [0, 1], values: values)
  }

  /// Exceptional cells are not missing; others are still counted.
  @Test func exceptionalCellsAreNoFindings() {
    var map = map([1, .nan, .nan, .nan])
    #expect(record(.heatMap(map)).texts.map(\.text).contains("3 cells not finite"))
    (map.hatched, map.blank) = ([1], [2])
    #expect(record(.heatMap(map)).texts.map(\.text).contains("1 cell not finite"))
    map.hatched = [1, 3]
    #expect(!record(.heatMap(map)).texts.contains { $0.text.contains("finite") })
  }

  /// A map of nothing but exceptional cells is a map, not an empty panel; a place outside it is nothing.
  @Test func mapsOfExceptions() {
    var map = map([.nan, .nan])
    #expect(record(.heatMap(map)).texts.map(\.text).contains("no finite values"))
    map.blank = [0, 1, 99]
    map.hatched = [-1]
    #expect(!record(.heatMap(map)).texts.map(\.text).contains("no finite values"))
  }

  @Test func smallChartsSayWhatLeavesThem() {
    func grid(_ range: Axis.Range) -> Mark {
      let cells = (0..<3).map { column in
        Mark.Multiples.Cell(
          column: column, row: 0, lines: [.init(x: [0, 1], y: [0, Double(column)], color: Theme.ink)])
      }
      return .multiples(.init(columns: 3, rows: 1, cells: cells, x: Axis(), y: Axis(range: range)))
    }
    #expect(record(grid(.fixed(0, 1))).texts.map(\.text).contains("1 of 3 reach outside"))
    #expect(!record(grid(.data)).texts.contains { $0.text.contains("outside") })
  }

  /// The line of medians is none of the lines that a note counts.
  @Test func derivedLinesAreNotCounted() {
    let seeds = (0..<3).map { seed in
      Mark.line(.init(x: [0, 1, 2], y: [1, 2, seed == 0 ? .nan : 3], color: Theme.ink))
    }
    let median = Mark.line(.init(x: [0, 1, 2], y: [1, 2, .nan], color: Theme.ink, isDerived: true))
    var canvas = RecordingCanvas()
    Sheet(title: "", panels: [[Panel(x: .steps(), y: Axis(), marks: seeds + [median])]]).draw(on: &canvas)
    #expect(canvas.texts.map(\.text).contains("1 of 3 lines end: NaN from step 2"))
  }
}
