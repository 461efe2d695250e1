import Records
import Studies

/// The report's table of results: one row a run, over all its seeds; of large groups a row for several runs.
struct ResultsTable {
  let results: StudyResults

  /// Whether there is anything to tell beside the runs' names.
  var isEmpty: Bool { Column.all(for: results).isEmpty }

  var markdown: String {
    let rows = ResultRows(study: results.study).all
    let hasNotes = rows.contains { !$0.note.isEmpty }
    let columns = Column.all(for: results)
    var table = MarkdownTable(
      [("run", .left)] + (hasNotes ? [("note", .left)] : []) + columns.map { ($0.title, .right) })
    for row in rows {
      table.append(
        [row.name] + (hasNotes ? [row.note] : []) + columns.map { $0.text(row.points, results) })
    }
    return table.text
  }
}

/// One column of the results, and how its cells are written.
private struct Column {
  let title: String
  let text: ([GridPoint], StudyResults) -> String

  static func all(for results: StudyResults) -> [Column] {
    switch results.study.kind {
    case .supervised: ofSupervised(results)
    case .policy: ofPolicy(results)
    case .forward: PassQuantity.recorded(in: results).map(quantity)
    }
  }

  private static func ofSupervised(_ results: StudyResults) -> [Column] {
    var columns = [
      metric("train accuracy", .finalTrainAccuracy),
      metric("train loss", .finalTrainLoss),
    ]
    if has(.testAccuracy, results) { columns.append(metric("test accuracy", .testAccuracy)) }
    columns += ablations("test accuracy", .testAccuracy, results)
    columns.append(Column(title: "non-finite from step", text: firstNonfinite))
    let isShallow = isShallow(results)
    if has(.deadUnits, results) {
      columns.append(
        isShallow ? perLayer("dead units", .deadUnits) : Column(title: "dead units", text: deadInAll))
    }
    if isShallow, has(.maxAbsBias, results) { columns.append(perLayer("max |bias|", .maxAbsBias)) }
    return columns
  }

  private static func ofPolicy(_ results: StudyResults) -> [Column] {
    var columns = [metric("final reward", .finalReward), metric("greedy reward", .greedyReward)]
    columns += ablations("greedy reward", .greedyReward, results)
    columns.append(Column(title: "non-finite from step", text: firstNonfinite))
    if isShallow(results), has(.maxAbsBias, results) { columns.append(perLayer("max |bias|", .maxAbsBias)) }
    return columns
  }

  /// Up to this many layers a cell has a number for each; `summary.csv` always does.
  private static let shallowLayers = 3

  private static func isShallow(_ results: StudyResults) -> Bool {
    results.study.points.allSatisfy { $0.settings.network.layerCount <= shallowLayers }
  }

  /// The same metric of the network with some layers reset, a column each.
  private static func ablations(_ title: String, _ metric: Metric, _ results: StudyResults) -> [Column] {
    results.study.ablations.map { ablation in
      Column(title: "\(title), \(ablation.name)") { points, results in
        let values = results.records(of: points).compactMap {
          $0.value(of: metric, ablation: ablation.reset)
        }
        return MetricText.summary(values, of: metric)
      }
    }
  }

  /// The dead units of all layers that can have any, and how many units those have: "103 of 500".
  private static func deadInAll(_ points: [GridPoint], _ results: StudyResults) -> String {
    var widths: [Int] = []
    var totals: [Double] = []
    for point in points {
      let network = point.settings.network
      let layers = network.hidden.indices.filter { network.activations[$0].isRectifier }
      guard !layers.isEmpty else { continue }
      widths.append(layers.reduce(0) { $0 + network.hidden[$1] })
      totals += results.records(ofPoint: point.index).map { record in
        layers.reduce(0.0) { $0 + (record.value(of: .deadUnits, layer: $1 + 1) ?? 0) }
      }
    }
    guard let width = widths.first else { return "–" }
    let isOneWidth = widths.allSatisfy { $0 == width }
    return MetricText.summary(totals, of: .deadUnits) + (isOneWidth ? " of \(width)" : "")
  }

  private static func has(_ metric: Metric, _ results: StudyResults) -> Bool {
    results.study.points.contains { point in
      results.records(ofPoint: point.index).contains { $0.metrics.contains { $0.metric == metric } }
    }
  }

  private static func metric(_ title: String, _ metric: Metric) -> Column {
    Column(title: title) { points, results in
      MetricText.summary(results.records(of: points).compactMap { $0.value(of: metric) }, of: metric)
    }
  }

  /// One number a layer that has the metric, first to last.
  private static func perLayer(_ title: String, _ metric: Metric) -> Column {
    Column(title: "\(title), by layer") { points, results in
      let deepest = points.map(\.settings.network.layerCount).max() ?? 1
      let layers = (1...deepest).compactMap { layer in
        let values = results.records(of: points).compactMap { $0.value(of: metric, layer: layer) }
        return values.isEmpty ? nil : MetricText.summary(values, of: metric)
      }
      return layers.isEmpty ? "–" : layers.joined(separator: " · ")
    }
  }

  /// Up to this many layers of a study without training are listed; of more the first and the last are.
  private static let listedLayers = 6

  /// A quantity of the single pass: one number a layer, the median of several seeds.
  private static func quantity(_ quantity: Quantity) -> Column {
    let title = QuantityText.name(quantity) + (quantity.scope == .run ? "" : ", by layer")
    return Column(title: title) { points, results in
      let records = results.records(of: points)
      let networks = points.map(\.settings.network)
      let deepest = networks.max { $0.layerCount < $1.layerCount } ?? NetworkSettings()
      let layers = PassQuantity.layers(of: quantity, deepest).map { layer in
        let values = records.compactMap { $0.passValue(of: quantity, layer: layer) }
        return values.isEmpty ? "–" : MetricText.text(Quantiles(values).median, of: quantity)
      }
      guard let first = layers.first, let last = layers.last, layers.contains(where: { $0 != "–" }) else {
        return "–"
      }
      return layers.count > listedLayers ? "\(first) … \(last)" : layers.joined(separator: " · ")
    }
  }

  private static func firstNonfinite(_ points: [GridPoint], _ results: StudyResults) -> String {
    let records = results.records(of: points)
    let steps = records.compactMap { $0.firstNonfinite?.step }
    guard let first = steps.min(), let last = steps.max() else { return "–" }
    guard records.count > 1 else { return "\(first)" }
    let span = first == last ? "\(first)" : "\(first)…\(last)"
    return "\(steps.count) of \(records.count) \(points.count == 1 ? "seeds" : "runs"): \(span)"
  }
}

extension StudyResults {
  /// The records of some points, over all seeds.
  fileprivate func records(of points: [GridPoint]) -> [Record] {
    points.flatMap { records(ofPoint: $0.index) }
  }
}
