import Foundation
import Digests
import Records
import Studies

/// `summary.csv`: one row a run and seed, for scripts.
struct SummaryCSV {
  let results: StudyResults

  private static let settings = ["activation", "batch_norm", "learning_rate", "init"]

  var text: String {
    let layers = results.study.points.map(\.settings.network.layerCount).max() ?? 1
    let columns = SummaryCSV.metrics(layers: layers)
    let header =
      ["run", "group", "seed"] + SummaryCSV.settings + ["steps"] + columns.map(\.title) + ["record"]
    var lines = [header]
    for point in results.study.points {
      for (seed, record) in zip(results.study.seeds, results.records(ofPoint: point.index)) {
        lines.append(
          [point.name, point.group, "\(seed)"] + SummaryCSV.settings.map { SummaryCSV.setting($0, point) }
            + ["\(record.steps)"] + columns.map { $0.text(record) } + [record.key.hex])
      }
    }
    return lines.map { $0.map(SummaryCSV.field).joined(separator: ",") + "\n" }.joined()
  }

  private struct Column {
    let title: String
    let metric: Metric
    let layer: Int?

    func text(_ record: Record) -> String {
      guard let value = record.value(of: metric, layer: layer) else { return "" }
      if value.isNaN { return "nan" }
      if value.isInfinite { return value > 0 ? "inf" : "-inf" }
      return switch metric {
      case .finalTrainAccuracy, .testAccuracy: String(format: "%.6f", value)
      case .firstNonfiniteStep, .deadUnits: "\(Int(value))"
      case .finalTrainLoss, .testLoss, .maxAbsBias: String(format: "%.6g", value)
      }
    }
  }

  private static func metrics(layers: Int) -> [Column] {
    let whole: [Metric] = [.finalTrainAccuracy, .finalTrainLoss, .testAccuracy, .firstNonfiniteStep]
    return whole.map { Column(title: $0.rawValue, metric: $0, layer: nil) }
      + (1..<max(2, layers)).map { Column(title: "dead_units_layer\($0)", metric: .deadUnits, layer: $0) }
      + (1...layers).map { Column(title: "max_abs_bias_layer\($0)", metric: .maxAbsBias, layer: $0) }
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
