/// Order statistics over seeds.
///
/// NaN counts as larger than every number, so that it shows where it matters.
struct Quantiles {
  private let sorted: [Double]

  /// - Parameter values: at least one.
  init(_ values: [Double]) {
    precondition(!values.isEmpty, "quantiles need a value")
    sorted = values.sorted { $0.isNaN ? false : $1.isNaN || $0 < $1 }
  }

  var median: Double { at(0.5) }

  /// The q-quantile, linear between neighbours: NumPy's default.
  func at(_ q: Double) -> Double {
    let position = q * Double(sorted.count - 1)
    let below = Int(position)
    let share = position - Double(below)
    // Between equal infinities there is no difference to take a share of.
    guard share > 0, sorted[below] != sorted[below + 1] else { return sorted[below] }
    return sorted[below] + share * (sorted[below + 1] - sorted[below])
  }
}
