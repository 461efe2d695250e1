/// One row of a sheet.
package struct RowSpec: Hashable, Sendable {
  package var mark: RowMark
  /// Written on the axis; empty for the own label of what is drawn.
  package var title: String
  /// The range of the value axis (vertical; horizontal for histograms and ridgelines; the colours of a heat map); nil for
  /// the data's.
  package var range: ValueRange?
  /// The scale of the value axis; histograms and ridgelines have theirs in their options.
  package var scale: AxisScale
  /// The scale of panels whose values become non-finite; nil for no change.
  package var ifDiverging: AxisScale?
  /// Whether the panels of the row share one value range.
  package var shared: Bool
  /// Percentiles between which the data's range is taken ([1, 99]); nil for all of it.
  package var clip: ValueRange?
  /// Whether lines of several seeds are drawn one by one, in place of their band.
  package var drawsSeeds: Bool

  package init(
    mark: RowMark, title: String = "", range: ValueRange? = nil, scale: AxisScale = .linear,
    ifDiverging: AxisScale? = nil, shared: Bool = false, clip: ValueRange? = nil, drawsSeeds: Bool = false
  ) {
    self.mark = mark
    self.title = title
    self.range = range
    self.scale = scale
    self.ifDiverging = ifDiverging
    self.shared = shared
    self.clip = clip
    self.drawsSeeds = drawsSeeds
  }
}

/// How a row draws what.
package enum RowMark: Hashable, Sendable {
  /// A quantity over the steps, a line each.
  case line(RecordingSpec)
  /// A quantity of layers as colours: a row a layer, over the steps.
  case heatMap(RecordingSpec)
  /// Counts over the values of one layer's tensor; several steps are overlaid.
  case histogram(DistributionSpec, HistogramOptions)
  /// The histograms of one layer's tensor behind each other, a ridge a step.
  case ridgeline(DistributionSpec, HistogramOptions)
  /// Percentiles of one layer's tensor as bands over the steps.
  case percentiles(DistributionSpec)
  /// An outcome as colours over two settings, a cell a grid point; with lines along which it has some values.
  case phaseDiagram(OutcomeSpec, GridAxes, contours: [Double])
  /// An outcome over a setting, a point with its spread over the seeds for each value.
  case response(OutcomeSpec, x: String)
  /// A quantity over the steps in many small charts, one for each cell of a grid of two settings.
  case multiples(RecordingSpec, GridAxes)

  /// What it needs recorded as a series; nil for distributions.
  package var recording: RecordingSpec? {
    switch self {
    case .line(let spec), .heatMap(let spec), .multiples(let spec, _): spec
    case .histogram, .ridgeline, .percentiles, .phaseDiagram, .response: nil
    }
  }

  /// What it needs recorded as a distribution; nil for series.
  package var distribution: DistributionSpec? {
    switch self {
    case .line, .heatMap, .phaseDiagram, .response, .multiples: nil
    case .histogram(let spec, _), .ridgeline(let spec, _), .percentiles(let spec): spec
    }
  }

  /// The outcome that it shows; nil for what is recorded.
  package var outcome: OutcomeSpec? {
    switch self {
    case .phaseDiagram(let spec, _, _), .response(let spec, _): spec
    case .line, .heatMap, .histogram, .ridgeline, .percentiles, .multiples: nil
    }
  }

  /// The settings along whose values a panel lays out its runs; none where it has one run.
  package var gridSettings: [String] {
    switch self {
    case .phaseDiagram(_, let axes, _), .multiples(_, let axes): [axes.x, axes.y]
    case .response(_, let x): [x]
    case .line, .heatMap, .histogram, .ridgeline, .percentiles: []
    }
  }
}

/// How counts of values are drawn.
package struct HistogramOptions: Hashable, Sendable {
  /// How values are laid out along the horizontal axis.
  package enum Values: String, CaseIterable, Hashable, Sendable {
    case linear
    /// log₁₀ |x|; values that are 0 have no place on it.
    case logAbs = "log_abs"
  }

  /// How counts are laid out along the vertical axis.
  package enum Counts: String, CaseIterable, Hashable, Sendable {
    case linear
    case log
  }

  package var values: Values
  package var counts: Counts
  /// Whether areas, rather than heights, are in proportion to counts, and the whole is 1.
  package var density: Bool
  /// The number of bins that are drawn; that of the declared bins, if the distribution has some.
  package var bins: Int

  package init(values: Values = .linear, counts: Counts = .linear, density: Bool = false, bins: Int = 30) {
    self.values = values
    self.counts = counts
    self.density = density
    self.bins = bins
  }
}
