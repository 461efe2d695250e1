import Records
import Studies

/// The numbers of a single pass through a network, which a study without training has in place of results.
enum PassQuantity {
  /// What any run of the study has of it, in the order of the quantities; units are left to the charts.
  static func recorded(in results: StudyResults) -> [Quantity] {
    Quantity.allCases.filter { quantity in
      guard quantity.scope != .unit else { return false }
      return results.study.points.contains { point in
        results.records(ofPoint: point.index).contains { record in
          layers(of: quantity, point.settings.network).contains {
            record.passValue(of: quantity, layer: $0) != nil
          }
        }
      }
    }
  }

  /// The layers for which a network may have a quantity; `[nil]` for one of the run.
  static func layers(of quantity: Quantity, _ network: NetworkSettings) -> [Int?] {
    quantity.scope == .run ? [nil] : (0..<network.layerCount).map { $0 + 1 }
  }
}

extension Record {
  /// The first value of a quantity; what no series has is taken from the layer's distribution of activations, which holds
  /// the same numbers.
  func passValue(of quantity: Quantity, layer: Int?) -> Double? {
    let series = series.first { $0.recording.quantity == quantity && $0.recording.layer == layer }
    if let value = series?.values.first { return Double(value) }
    let activations = distributions.first {
      $0.recording.tensor == .activations && $0.recording.layer == layer && $0.recording.examples == .batch
    }
    guard let distribution = activations?.distributions.first, distribution.count > 0 else { return nil }
    return switch quantity {
    case .activationMean: distribution.mean
    case .activationDeviation: distribution.standardDeviation
    // Of most activation functions no value is 0.
    case .zeroShare where distribution.zeroCount > 0:
      Double(distribution.zeroCount) / Double(distribution.count)
    default: nil
    }
  }
}
