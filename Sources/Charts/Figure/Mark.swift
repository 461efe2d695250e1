/// What stands in a panel for data.
///
/// Where arrays of one mark differ in length, the shortest counts.
package enum Mark: Sendable {
  case line(Line)
  /// The area between two curves: quantiles over seeds, percentiles of a distribution.
  case band(Band)
  case points(Points)
  /// A reference line across the panel.
  case rule(Rule)
  /// Text at a position of the data.
  case note(Note)
  /// Counts over bins, as steps or filled.
  case histogram(Histogram)
  /// Histograms behind each other, one a step.
  case ridgeline(Ridgeline)
  /// Values over a grid, with a colour bar.
  case heatMap(HeatMap)
  /// Points with the intervals in which they may lie.
  case intervals(Intervals)
  /// Small charts in the cells of a grid.
  case multiples(Multiples)

  /// A line through points in order of x.
  ///
  /// It ends at the first value that is not finite, with a cross; on a log axis it has gaps where values
  /// are ≤ 0.
  package struct Line: Sendable {
    package var x: [Double]
    package var y: [Double]
    package var color: Color
    /// In pixels of a sheet 1800 wide.
    package var width: Double
    package var opacity: Double
    /// In pen widths; empty for solid.
    package var dash: [Double]
    /// Its name, for direct labels and legends; empty for none.
    package var label: String
    /// Whether it is made of other lines of the panel, as their median is: notes do not count it.
    package var isDerived: Bool

    package init(
      x: [Double], y: [Double], color: Color, width: Double = 3, opacity: Double = 1, dash: [Double] = [],
      label: String = "", isDerived: Bool = false
    ) {
      self.x = x
      self.y = y
      self.color = color
      self.width = width
      self.opacity = opacity
      self.dash = dash
      self.label = label
      self.isDerived = isDerived
    }

    /// Width and opacity that keep `count` lines in one panel apart.
    package static func style(count: Int) -> (width: Double, opacity: Double) {
      switch count {
      case ...4: (3, 1)
      case ...12: (2.2, 0.9)
      case ...32: (1.8, 0.7)
      default: (1.5, 0.55)
      }
    }
  }

  package struct Band: Sendable {
    package var x: [Double]
    package var low: [Double]
    package var high: [Double]
    package var color: Color
    package var opacity: Double
    package var label: String

    package init(
      x: [Double], low: [Double], high: [Double], color: Color, opacity: Double = 0.25, label: String = ""
    ) {
      self.x = x
      self.low = low
      self.high = high
      self.color = color
      self.opacity = opacity
      self.label = label
    }
  }

  package struct Points: Sendable {
    package var x: [Double]
    package var y: [Double]
    package var color: Color
    /// Diameter in pixels of a sheet 1800 wide.
    package var size: Double
    package var opacity: Double
    package var label: String

    package init(
      x: [Double], y: [Double], color: Color, size: Double = 10, opacity: Double = 1, label: String = ""
    ) {
      self.x = x
      self.y = y
      self.color = color
      self.size = size
      self.opacity = opacity
      self.label = label
    }
  }

  package struct Rule: Sendable {
    package enum Direction: Sendable {
      case horizontal
      case vertical
    }

    package var value: Double
    package var direction: Direction
    package var color: Color
    package var label: String
    /// Whether the axis is to reach as far as the rule.
    package var extendsRange: Bool

    package init(
      value: Double, direction: Direction = .horizontal, color: Color = Theme.grey, label: String = "",
      extendsRange: Bool = false
    ) {
      self.value = value
      self.direction = direction
      self.color = color
      self.label = label
      self.extendsRange = extendsRange
    }
  }

  package struct Note: Sendable {
    package var x: Double
    package var y: Double
    package var text: String
    package var color: Color

    package init(x: Double, y: Double, text: String, color: Color = Theme.ink) {
      self.x = x
      self.y = y
      self.text = text
      self.color = color
    }
  }

  package struct Histogram: Sendable {
    /// One more than counts, ascending.
    package var edges: [Double]
    package var counts: [Double]
    package var color: Color
    package var isFilled: Bool
    package var opacity: Double
    /// Of the outline, in pixels of a sheet 1800 wide.
    package var width: Double
    package var label: String

    package init(
      edges: [Double], counts: [Double], color: Color, isFilled: Bool = true, opacity: Double = 1,
      width: Double = 2,
      label: String = ""
    ) {
      self.edges = edges
      self.counts = counts
      self.color = color
      self.isFilled = isFilled
      self.opacity = opacity
      self.width = width
      self.label = label
    }
  }

  package struct Ridgeline: Sendable {
    package struct Slice: Sendable {
      /// Where its base line stands on the y axis.
      package var position: Double
      package var edges: [Double]
      package var counts: [Double]
      package var color: Color

      package init(position: Double, edges: [Double], counts: [Double], color: Color) {
        self.position = position
        self.edges = edges
        self.counts = counts
        self.color = color
      }
    }

    /// In any order; drawn from the highest position (at the back) to the lowest.
    package var slices: [Slice]
    /// Height of the highest bin, in distances between neighbouring slices.
    package var overlap: Double
    /// Whether heights go by the logarithm of 1 + count.
    package var isLogarithmic: Bool

    package init(slices: [Slice], overlap: Double = 2.5, isLogarithmic: Bool = false) {
      self.slices = slices
      self.overlap = overlap
      self.isLogarithmic = isLogarithmic
    }
  }

  package struct HeatMap: Sendable {
    /// Cells that are hatched, by their place in `values`, whatever those are.
    package var hatched: [Int] = []
    /// Cells that are left white, likewise.
    package var blank: [Int] = []
    /// Lines over the cells.
    package var contours: [Line] = []
    /// One more than columns, ascending.
    package var xEdges: [Double]
    /// One more than rows, ascending.
    package var yEdges: [Double]
    /// Row after row, the lowest first; what is not finite, or not on the scale, is drawn grey.
    package var values: [Double]
    /// Colours span these values; nil for the data's.
    ///
    /// Values outside have the colours of the ends, and are counted.
    package var range: (low: Double, high: Double)?
    /// How colours go by values.
    package var scale: Axis.Scale
    /// Beside the colour bar.
    package var label: String
    /// False where another panel of the row bears the colour bar, for the same range and scale.
    package var showsBar: Bool

    package init(
      xEdges: [Double], yEdges: [Double], values: [Double], range: (low: Double, high: Double)? = nil,
      scale: Axis.Scale = .linear, label: String = "", showsBar: Bool = true
    ) {
      self.xEdges = xEdges
      self.yEdges = yEdges
      self.values = values
      self.range = range
      self.scale = scale
      self.label = label
      self.showsBar = showsBar
    }
  }
}
