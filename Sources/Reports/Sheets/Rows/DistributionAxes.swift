import Charts
import Records
import Studies

/// The horizontal axis and the heights of histograms and ridgelines.
struct DistributionAxes {
  let row: RowSpec
  let index: Int
  let spec: DistributionSpec
  let options: HistogramOptions
  /// The bins of the whole row, if its panels share them.
  private let rowBins: DrawnBins?

  init(row: RowSpec, index: Int, spec: DistributionSpec, options: HistogramOptions, context: SheetContext) {
    self.row = row
    self.index = index
    self.spec = spec
    self.options = options
    let all =
      row.shared ? context.points.flatMap { DrawnDistribution.all(of: spec, $0, context.results) } : []
    rowBins = DrawnBins(all.map(\.distribution), spec, options, row)
  }

  /// The bins of a panel; nil if none of its values can be shown.
  func bins(for drawn: [DrawnDistribution]) -> DrawnBins? {
    row.shared ? rowBins : DrawnBins(drawn.map(\.distribution), spec, options, row)
  }

  /// The axis of the values: where the study fixes its range, rows of one tensor share it.
  func values(_ bins: DrawnBins?) -> Axis {
    let name = TensorText.value(spec.tensor)
    let isLogarithmic = options.values == .logAbs
    var axis = Axis(label: isLogarithmic ? "|\(name)|" : name, scale: isLogarithmic ? .log : .linear)
    if let range = row.range ?? spec.bins?.range {
      axis.range = .fixed(range.low, range.high)
      axis.share = "\(name) \(range.low) \(range.high) \(isLogarithmic)"
    } else {
      if let edges = bins?.edges, let low = edges.first, let high = edges.last {
        axis.range = .fixed(low, high)
      }
      axis.share = row.shared ? "values of row \(index)" : nil
    }
    return axis
  }

  /// What heights are.
  var heightLabel: String { options.density ? "density" : "count" }

  /// The heights of bins: counts, or densities.
  func heights(_ counts: DrawnCounts, _ distribution: Distribution, _ bins: DrawnBins) -> [Double] {
    // On a logarithmic axis a part of a value, cut off by an edge, would be a bin of its own.
    let counts = options.counts == .log ? counts.counts.map { $0.rounded() } : counts.counts
    guard options.density else { return counts }
    return counts.map { $0 / (Double(distribution.finiteCount) * bins.width) }
  }

  /// In place of a panel none of whose values can be drawn.
  func emptyMessage(_ drawn: [DrawnDistribution]) -> String {
    if drawn.allSatisfy({ $0.distribution.count == 0 }) { return "no values" }
    return drawn.contains { $0.distribution.finiteCount > 0 } ? "all values are 0" : "no finite values"
  }

  /// A mark that cannot be drawn.
  static let nothing = Mark.histogram(.init(edges: [.nan, .nan], counts: [0], color: Theme.grey))
}
