import Charts
import Records
import Studies

/// Histograms of a layer's tensor behind each other: the first step at the back, the last in front.
struct RidgelineRow: SheetRow {
  /// As many as TensorBoard keeps; more could not be told apart.
  private static let mostSlices = 51

  let row: RowSpec
  let spec: DistributionSpec
  let options: HistogramOptions
  private let axes: DistributionAxes
  private let context: SheetContext

  init(row: RowSpec, index: Int, spec: DistributionSpec, options: HistogramOptions, context: SheetContext) {
    self.row = row
    self.spec = spec
    self.options = options
    self.context = context
    axes = DistributionAxes(row: row, index: index, spec: spec, options: options, context: context)
  }

  func panel(_ members: [GridPoint], column: Int) -> Panel? {
    guard let point = members.first else { return nil }
    let all = DrawnDistribution.all(of: spec, point, context.results)
    guard !all.isEmpty else { return nil }
    let drawn = RidgelineRow.thinned(all)
    let bins = axes.bins(for: drawn)
    var notes = CountNotes(hidesZeros: options.values == .logAbs)
    var slices: [Mark.Ridgeline.Slice] = []
    for (place, item) in drawn.enumerated() {
      let counts = bins.map { $0.counts(of: item.distribution) }
      notes.add(item.distribution, counts)
      guard let bins, let counts, item.distribution.finiteCount > 0 else { continue }
      slices.append(
        .init(
          position: Double(drawn.count - 1 - place), edges: bins.edges,
          counts: axes.heights(counts, item.distribution, bins), color: context.color(ofStep: item.step)))
    }
    let mark =
      slices.isEmpty
      ? DistributionAxes.nothing
      : .ridgeline(
        .init(
          slices: slices, overlap: RidgelineRow.overlap(drawn.count), isLogarithmic: options.counts == .log))
    return Panel(
      x: axes.values(bins), y: steps(drawn), marks: [mark],
      notes: RidgelineRow.notes(members, drawn.count, of: all.count) + notes.texts,
      nonfiniteMessage: axes.emptyMessage(drawn))
  }

  var legend: [Sheet.LegendEntry] { [] }

  /// The height of the highest bin, in distances between base lines: two fifths of the plot, as TensorBoard has it.
  private static func overlap(_ count: Int) -> Double { max(2.5, Double(count - 1) / 1.5) }

  /// Base lines at equal distances, named by their steps.
  private func steps(_ drawn: [DrawnDistribution]) -> Axis {
    let named = StepNames.places(of: drawn.map(\.step))
    return Axis(
      label: "step", names: named.map { Axis.Name(Double(drawn.count - 1 - $0), "\(drawn[$0].step)") })
  }

  private static func thinned(_ all: [DrawnDistribution]) -> [DrawnDistribution] {
    let interval = (all.count - 1 + mostSlices - 2) / (mostSlices - 1)
    guard all.count > mostSlices, let last = all.last else { return all }
    let kept = stride(from: 0, to: all.count - 1, by: interval).map { all[$0] }
    return kept + [last]
  }

  private static func notes(_ members: [GridPoint], _ count: Int, of all: Int) -> [String] {
    (members.count > 1 ? ["only \(members[0].name)"] : []) + (count < all ? ["\(count) of \(all) steps"] : [])
  }
}

/// Which of many steps are written on an axis.
enum StepNames {
  private static let most = 6

  /// Positions in `steps` of those to name: round numbers where enough of them are there, otherwise some from the first to
  /// the last.
  static func places(of steps: [Int]) -> [Int] {
    guard steps.count > most, let last = steps.last else { return Array(steps.indices) }
    var scale = 1
    while scale <= last {
      for unit in [1, 2, 3, 4, 5, 6, 8].map({ $0 * scale }) where last / unit < most {
        let round = Array(stride(from: 0, through: last, by: unit)).map { steps.firstIndex(of: $0) }
        if round.count > 2, round.allSatisfy({ $0 != nil }) { return round.compactMap(\.self) }
      }
      scale *= 10
    }
    return (0..<most - 1).map { ($0 * (steps.count - 1) + (most - 2) / 2) / (most - 2) }
  }
}
