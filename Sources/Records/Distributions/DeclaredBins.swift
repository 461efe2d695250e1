/// Equal bins over a range that a study declares, such as 30 over 0 … 1.
///
/// They hold what NumPy's `histogram` would count with `bins` and `range`: a bin has its lower edge and not its upper one,
/// but the last has both.
package struct DeclaredBins: Hashable, Sendable {
  package let low: Double
  package let high: Double
  package let count: Int

  /// The most bins that can be declared.
  package static let limit = 65_536

  /// Bins whose edges can be told apart in Double; nil for any others.
  ///
  /// - Parameters:
  ///   - low: the lower edge of the first bin, finite.
  ///   - high: the upper edge of the last, finite and greater than `low`.
  ///   - count: 1 … `limit`.
  package init?(low: Double, high: Double, count: Int) {
    guard (1...DeclaredBins.limit).contains(count), low < high, (high - low).isFinite,
      (Double(count) / (high - low)).isFinite
    else { return nil }
    self.low = low
    self.high = high
    self.count = count
    let edges = edges
    guard zip(edges, edges.dropFirst()).allSatisfy(<) else { return nil }
  }

  /// `count + 1` ascending edges: i times a step above `low`, and `high`, as NumPy's `linspace` has them.
  package var edges: [Double] {
    let step = (high - low) / Double(count)
    return (0..<count).map { Double($0) * step + low } + [high]
  }
}

/// Exact counts of values in declared bins.
///
/// NaN and ±Inf are in none of them.
package struct DeclaredCounts: Equatable, Sendable {
  package let bins: DeclaredBins
  /// One a bin.
  package let counts: [Int]
  /// Finite values under the first bin, and over the last.
  package let below: Int
  package let above: Int

  /// How many values are in a bin, below or above.
  package var total: Int { counts.reduce(below + above, +) }

  init(_ values: UnsafeBufferPointer<Float>, in bins: DeclaredBins) {
    // Two more bins for what lies outside. Bin s is ends[s] ..< ends[s + 1]; the next float above `high` closes the last.
    let ends = [-.infinity] + bins.edges.dropLast() + [bins.high.nextUp, .infinity]
    let scale = Double(bins.count) / (bins.high - bins.low)
    let above = Double(bins.count)
    var slots = [Int](repeating: 0, count: bins.count + 2)
    for value in values where value.isFinite {
      let value = Double(value)
      // The product is a guess, clamped without branches; the edges decide.
      let place = (value - bins.low) * scale
      let upper = place < above ? place : above
      var slot = Int((upper > -1 ? upper : -1) + 1)
      while value < ends[slot] { slot -= 1 }
      while value >= ends[slot + 1] { slot += 1 }
      slots[slot] += 1
    }
    self.init(
      bins: bins, counts: Array(slots[1...bins.count]), below: slots[0], above: slots[bins.count + 1])
  }

  /// Counts read from a record.
  init(bins: DeclaredBins, counts: [Int], below: Int, above: Int) {
    self.bins = bins
    self.counts = counts
    self.below = below
    self.above = above
  }

  /// The counts of both; nil unless they are in the same bins.
  func merged(with other: DeclaredCounts) -> DeclaredCounts? {
    guard bins == other.bins else { return nil }
    return DeclaredCounts(
      bins: bins, counts: zip(counts, other.counts).map(+), below: below + other.below,
      above: above + other.above)
  }
}
