import Records
import Studies

/// What a panel of histograms says of values that stand in none of its bins.
struct CountNotes {
  /// One for each histogram of the panel.
  private var below: [Double] = []
  private var above: [Double] = []
  private var distributions: [Distribution] = []
  private let hidesZeros: Bool

  init(hidesZeros: Bool) {
    self.hidesZeros = hidesZeros
  }

  mutating func add(_ distribution: Distribution, _ counts: DrawnCounts?) {
    distributions.append(distribution)
    below.append(counts?.below ?? 0)
    above.append(counts?.above ?? 0)
  }

  /// One text a matter; of several histograms the greatest number counts.
  var texts: [String] {
    var texts = [outside]
    if hidesZeros, let share = distributions.map({ Double($0.zeroCount) / Double(max(1, $0.count)) }).max(),
      share > 0
    {
      texts.append("\(upTo)\(CountNotes.percent(share)) are 0")
    }
    for (name, counts) in [
      ("NaN", distributions.map(\.nanCount)), ("∞", distributions.map(\.positiveInfinityCount)),
      ("−∞", distributions.map(\.negativeInfinityCount)),
    ] {
      if let count = counts.max(), count > 0 { texts.append("\(upTo)\(ReportNumber.count(count)) \(name)") }
    }
    return texts.filter { !$0.isEmpty }
  }

  private var upTo: String { distributions.count > 1 ? "up to " : "" }

  /// "12 below, 24,100 above (24 %)".
  private var outside: String {
    var parts: [String] = []
    for (name, counts) in [("below", below), ("above", above)] {
      // A part of a value that a bin's edge cuts off is none.
      if let count = counts.max(), count >= 0.5 {
        parts.append("\(ReportNumber.count(Int(count.rounded()))) \(name)")
      }
    }
    let shares = distributions.indices.map {
      (below[$0] + above[$0]) / Double(max(1, distributions[$0].count))
    }
    guard !parts.isEmpty, let share = shares.max() else { return "" }
    return upTo + parts.joined(separator: ", ") + (share >= 0.005 ? " (\(CountNotes.percent(share)))" : "")
  }

  private static func percent(_ share: Double) -> String {
    share > 0 && share < 0.01
      ? "\(ReportNumber.significant(100 * share, digits: 1)) %"
      : share > 0.995 && share < 1
        ? "\(ReportNumber.fixed(100 * share, decimals: 2)) %"
        : "\(ReportNumber.fixed(100 * share, decimals: 0)) %"
  }
}
