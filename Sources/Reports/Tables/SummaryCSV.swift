import Foundation
import Digests
import Records
import Studies

/// `summary.csv`: one row a run and seed, for scripts.
struct SummaryCSV {
  let results: StudyResults

  var text: String {
    let columns = columns
    let settings = settings
    let header = ["run", "group", "seed"] + settings + ["steps"] + columns.map(\.title) + ["record"]
    var lines = [header]
    for point in results.study.points {
      for (seed, record) in zip(results.study.seeds, results.records(ofPoint: point.index)) {
        lines.append(
          [point.name, point.group, "\(seed)"] + settings.map { SummaryCSV.setting($0, point) }
            + ["\(record.steps)"] + columns.map { $0.text(record) } + [record.key.hex])
      }
    }
    return lines.map { $0.map(SummaryCSV.field).joined(separator: ",") + "\n" }.joined()
  }

  /// A number of a record, or nothing.
  private struct Column {
    let title: String
    let text: (Record) -> String

    init(_ metric: Metric, layer: Int? = nil, ablation: [Int]? = nil) {
      title =
        metric.rawValue + (layer.map { "_layer\($0)" } ?? "")
        + (ablation.map { "_reset_" + $0.map(String.init).joined(separator: "_") } ?? "")
      text = { record in
        guard let value = record.value(of: metric, layer: layer, ablation: ablation) else { return "" }
        return SummaryCSV.number(value, of: metric)
      }
    }

    init(_ quantity: Quantity, layer: Int?) {
      title = quantity.rawValue + (layer.map { "_layer\($0)" } ?? "")
      text = { record in
        guard let value = record.passValue(of: quantity, layer: layer) else { return "" }
        return SummaryCSV.special(value) ?? String(format: "%.6g", value)
      }
    }
  }

  private static func number(_ value: Double, of metric: Metric) -> String {
    if let special = special(value) { return special }
    return switch metric {
    case .finalTrainAccuracy, .testAccuracy, .finalReward, .greedyReward: String(format: "%.6f", value)
    case .firstNonfiniteStep, .deadUnits: "\(Int(value))"
    case .finalTrainLoss, .testLoss, .maxAbsBias: String(format: "%.6g", value)
    }
  }

  private static func special(_ value: Double) -> String? {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value > 0 ? "inf" : "-inf" }
    return nil
  }

  /// The columns that all studies of a kind have come first, in an order that stays.
  private var columns: [Column] {
    let layers = results.study.points.map(\.settings.network.layerCount).max() ?? 1
    switch results.study.kind {
    case .supervised:
      let whole: [Metric] = [.finalTrainAccuracy, .finalTrainLoss, .testAccuracy, .firstNonfiniteStep]
      return whole.map { Column($0) } + (1..<max(2, layers)).map { Column(.deadUnits, layer: $0) }
        + (1...layers).map { Column(.maxAbsBias, layer: $0) } + ablations(of: [.testAccuracy])
    case .policy:
      let whole: [Metric] = [.finalTrainLoss, .firstNonfiniteStep]
      let hasBiases = results.study.points.contains(where: \.settings.network.bias)
      return whole.map { Column($0) }
        + (hasBiases ? (1...layers).map { Column(.maxAbsBias, layer: $0) } : [])
        + [Column(.finalReward), Column(.greedyReward)] + ablations(of: [.greedyReward])
    case .forward:
      return PassQuantity.recorded(in: results).flatMap { quantity in
        quantity.scope == .run
          ? [Column(quantity, layer: nil)] : (1...max(1, layers)).map { Column(quantity, layer: $0) }
      }
    }
  }

  private func ablations(of metrics: [Metric]) -> [Column] {
    results.study.ablations.map(\.reset).flatMap { reset in metrics.map { Column($0, ablation: reset) } }
  }

  private var settings: [String] {
    let usesSkip = results.study.points.contains(where: \.settings.network.skip)
    return ["activation", "batch_norm", "learning_rate", "init"] + (usesSkip ? ["skip"] : [])
  }

  private static func setting(_ name: String, _ point: GridPoint) -> String {
    point.values.first { $0.setting == name }?.text ?? ""
  }

  /// RFC 4180: quoted where it must be.
  private static func field(_ text: String) -> String {
    // Scalars, not characters: "\r\n" is one character, and so is a comma with an accent on it.
    guard text.unicodeScalars.contains(where: { [",", "\"", "\r", "\n"].contains($0) }) else { return text }
    let doubled = text.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
    return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
  }
}
