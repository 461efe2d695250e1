import Charts
import Records
import Studies

/// What the rows of a picture have in common.
struct SheetContext {
  let results: StudyResults
  let spec: SheetSpec
  /// The grid points of this picture.
  let points: [GridPoint]
  /// The steps that distributions of the whole sheet are drawn at, ascending.
  let steps: [Int]

  init(results: StudyResults, spec: SheetSpec, points: [GridPoint]) {
    self.results = results
    self.spec = spec
    self.points = points
    let drawn = spec.rows.compactMap(\.mark.stepColored).flatMap { distribution in
      spec.points.flatMap {
        DrawnDistribution.all(of: distribution, results.study.points[$0], results).map(\.step)
      }
    }
    steps = Set(drawn).sorted()
  }

  /// The colour of a point's value among all values of the facet in the sheet, so that it is the same in every picture.
  func color(_ facet: Facet, _ point: GridPoint) -> Color {
    let values = facet.values(of: spec.points.map { results.study.points[$0] })
    return Palette.category(values.firstIndex(of: facet.value(of: point)) ?? 0)
  }

  /// The colour of a layer: that of the deepest network of the study, so that a layer has one colour in all of it.
  func color(ofLayer layer: Int) -> Color {
    let deepest = results.study.points.map(\.settings.network.layerCount).max() ?? 1
    return Palette.sequence(layer - 1, of: deepest)
  }

  /// The colour of a step among those of the sheet's distributions.
  func color(ofStep step: Int) -> Color {
    Palette.sequence(steps.firstIndex(of: step) ?? 0, of: steps.count)
  }

  /// Up to this many steps are named one by one.
  private static let namedSteps = 6

  /// The names of the steps' colours.
  var stepLegend: [Sheet.LegendEntry] {
    guard steps.count > 1 else { return [] }
    guard steps.count > SheetContext.namedSteps else {
      return steps.map { .line("step \($0)", color(ofStep: $0)) }
    }
    let (first, last) = ("\(steps[0])", "\(steps[steps.count - 1])")
    return [Sheet.LegendEntry(label: "step", swatch: .ramp(from: first, to: last))]
  }
}

extension RowMark {
  /// The distribution whose steps the row tells apart by colour; nil for other rows.
  fileprivate var stepColored: DistributionSpec? {
    switch self {
    case .histogram(let spec, _), .ridgeline(let spec, _): spec
    case .line, .heatMap, .percentiles, .phaseDiagram, .response, .multiples: nil
    }
  }
}
