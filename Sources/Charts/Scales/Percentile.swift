/// Percentiles without sorting everything.
enum Percentile {
  /// The value at percentile `p` (0 … 100): the one of rank ⌊p / 100 × (n − 1) + ½⌋.
  ///
  /// Reorders `values`; 0 if empty.
  static func value(_ p: Double, of values: inout [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let rank = Int(max(0, min(100, p)) / 100 * Double(values.count - 1) + 0.5)
    return select(rank, in: &values)
  }

  /// The element of rank `rank` (Hoare's selection, pivot in the middle: deterministic).
  private static func select(_ rank: Int, in values: inout [Double]) -> Double {
    var low = 0
    var high = values.count - 1
    while low < high {
      let pivot = values[(low + high) / 2]
      var i = low
      var j = high
      while i <= j {
        while values[i] < pivot { i += 1 }
        while values[j] > pivot { j -= 1 }
        if i <= j {
          values.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if rank <= j {
        high = j
      } else if rank >= i {
        low = i
      } else {
        return values[rank]
      }
    }
    return values[rank]
  }
}
