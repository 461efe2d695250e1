// Marks of what becomes of many runs.
extension Mark {
  /// Points with the interval in which each may lie, as bars with ends, and a pale line from point to point.
  package struct Intervals: Sendable {
    package var x: [Double]
    package var y: [Double]
    package var low: [Double]
    package var high: [Double]
    package var color: Color
    /// To the right, in pixels of a sheet 1800 wide, so that intervals at one place stand beside each other.
    package var offset: Double
    package var label: String

    package init(
      x: [Double], y: [Double], low: [Double], high: [Double], color: Color, offset: Double = 0,
      label: String = ""
    ) {
      self.x = x
      self.y = y
      self.low = low
      self.high = high
      self.color = color
      self.offset = offset
      self.label = label
    }
  }

  /// Small charts in the cells of a grid, all with the same two scales.
  ///
  /// A cell stands at whole numbers of the panel's axes, which count places.
  package struct Multiples: Sendable {
    package struct Cell: Sendable {
      package var column: Int
      package var row: Int
      package var lines: [Line]

      package init(column: Int, row: Int, lines: [Line]) {
        self.column = column
        self.row = row
        self.lines = lines
      }
    }

    package var columns: Int
    package var rows: Int
    package var cells: [Cell]
    /// Of the small charts; a range that is not fixed is that of all lines.
    package var x: Axis
    package var y: Axis

    package init(columns: Int, rows: Int, cells: [Cell], x: Axis, y: Axis) {
      self.columns = columns
      self.rows = rows
      self.cells = cells
      self.x = x
      self.y = y
    }
  }
}

extension Mark.Intervals {
  var count: Int { min(x.count, y.count, low.count, high.count) }
}
