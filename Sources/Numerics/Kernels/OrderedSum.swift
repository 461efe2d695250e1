/// A sum of non-negative terms in Double from the first to the last, with the bits of one addition after the other and
/// several times as fast.
///
/// While the sum s stays between two neighbouring powers of two, M ≤ s < 2M, it is k·u with u = 2⁻⁵²·M and a whole k, which
/// its bit pattern counts. What an addition rounds to depends on k only where the term lies in the middle between two
/// multiples of u: there on whether k is even. So stretches of terms are added up side by side, each in a lane of its own,
/// twice: from M, where k is even, and from M + u, where it is odd. Then one stretch after the other moves k as far as it
/// did from the start of its kind. A stretch in which the sum reaches 2M is added term by term.
struct OrderedSum {
  private var bits: UInt64 = 0
  /// M, as a bit pattern.
  ///
  /// Kept beside the sum, since a block need not wait for it to know where its lanes start.
  private var power: UInt64 = 0

  /// What has been added up.
  var value: Double { Double(bitPattern: bits) }

  /// Adds one term.
  @inline(__always)
  mutating func add(_ term: Double) {
    bits = (value + term).bitPattern
    power = bits & OrderedSum.exponent
  }

  /// Adds a block of terms, which must not be negative.
  ///
  /// Nothing changes NaN, and zeros do not change 0.
  @inline(__always)
  mutating func add(_ block: OrderedBlock) {
    if bits > Double.infinity.bitPattern || bits == 0 && block.isZero { return }
    var next = addSideBySide(block, from: 0)
    while next < OrderedBlock.stretches {
      block.forEach(ofStretch: next) { add($0) }
      next = addSideBySide(block, from: next + 1)
    }
  }

  /// - Parameters:
  ///   - block: the terms.
  ///   - first: the stretch to begin with.
  /// - Returns: the first stretch that is not added, in which the sum reaches the next power of two; if none, their number.
  @inline(__always)
  private mutating func addSideBySide(_ block: OrderedBlock, from first: Int) -> Int {
    // Not from 0, whose neighbours are closer; nor from ∞ and NaN.
    guard power >= OrderedSum.least && power <= OrderedSum.largest else { return first }
    let (fromEven, fromOdd) = block.sums(from: Double(bitPattern: power))
    for stretch in first..<max(first, OrderedBlock.stretches) {
      let even = fromEven[stretch].bitPattern &- power
      let odd = fromOdd[stretch].bitPattern &- (power | 1)
      // Without a branch, which nothing could foretell.
      let moved = bits &+ (even ^ ((even ^ odd) & (0 &- (bits & 1))))
      // NaN has larger patterns than all numbers.
      let reached = even | odd | (moved &- power)
      if reached > OrderedSum.fraction { return stretch }
      bits = moved
    }
    return max(first, OrderedBlock.stretches)
  }

  private static var fraction: UInt64 { 0x000F_FFFF_FFFF_FFFF }
  private static var exponent: UInt64 { 0x7FF0_0000_0000_0000 }
  private static var least: UInt64 { 0x1p-900.bitPattern }
  private static var largest: UInt64 { 0x1p1000.bitPattern }
}

/// 256 terms in 16 stretches; stretches 0 to 7 are the lanes of `low`, the others those of `high`.
struct OrderedBlock {
  static var stretches: Int { 16 }
  /// Terms in all stretches.
  static var count: Int { stretches * stretches }

  private let low: UnsafeMutablePointer<SIMD8<Double>>
  private let high: UnsafeMutablePointer<SIMD8<Double>>
  private let columns: UnsafeMutablePointer<TileRow>
  private let ends: UnsafeMutablePointer<SIMD8<Double>>

  /// Makes room for a block, for the time of `body`.
  @inline(__always)
  static func withRoom(_ body: (OrderedBlock) -> Void) {
    // Several allocations, since one of their size would be taken from the heap.
    withUnsafeTemporaryAllocation(of: SIMD8<Double>.self, capacity: stretches) { low in
      withUnsafeTemporaryAllocation(of: SIMD8<Double>.self, capacity: stretches) { high in
        withUnsafeTemporaryAllocation(of: TileRow.self, capacity: stretches) { columns in
          withUnsafeTemporaryAllocation(of: SIMD8<Double>.self, capacity: 4) { ends in
            body(
              OrderedBlock(
                low: low.baseAddress!, high: high.baseAddress!, columns: columns.baseAddress!,
                ends: ends.baseAddress!))
          }
        }
      }
    }
  }

  /// Fills in the squares of 256 neighbours.
  ///
  /// - Returns: false, and does not, if all are ±0: gradients are, where images have no ink or units are dead.
  @inline(__always)
  func fill(squaresOf values: UnsafePointer<Float>) -> Bool {
    // Element by element, which the compiler makes vectors of.
    var bits: UInt32 = 0
    for place in 0..<OrderedBlock.count { bits |= values[place].bitPattern }
    guard bits & 0x7FFF_FFFF != 0 else { return false }
    Transpose.square(values, into: columns)
    for index in 0..<OrderedBlock.stretches {
      let (low, high) = (SIMD8<Double>(columns[index].lowHalf), SIMD8<Double>(columns[index].highHalf))
      self.low[index] = low * low
      self.high[index] = high * high
    }
    return true
  }

  /// Fills in the squares of what 256 neighbours differ from others by.
  @inline(__always)
  func fill(squaresOf values: UnsafePointer<Float>, minus others: UnsafePointer<Float>) {
    Transpose.square(others, into: columns)
    for index in 0..<OrderedBlock.stretches {
      low[index] = SIMD8(columns[index].lowHalf)
      high[index] = SIMD8(columns[index].highHalf)
    }
    Transpose.square(values, into: columns)
    for index in 0..<OrderedBlock.stretches {
      let low = SIMD8<Double>(columns[index].lowHalf) - self.low[index]
      let high = SIMD8<Double>(columns[index].highHalf) - self.high[index]
      self.low[index] = low * low
      self.high[index] = high * high
    }
  }

  /// Whether all terms are 0.
  @inline(__always)
  var isZero: Bool {
    var total = SIMD8<Double>()
    for index in 0..<OrderedBlock.stretches { total += low[index] + high[index] }
    return total == SIMD8()
  }

  /// What a power of two, and the number after it, become with each stretch.
  @inline(__always)
  func sums(from power: Double) -> (UnsafePointer<Double>, UnsafePointer<Double>) {
    var (lowEven, lowOdd) = (SIMD8<Double>(repeating: power), SIMD8<Double>(repeating: power.nextUp))
    var (highEven, highOdd) = (lowEven, lowOdd)
    for index in 0..<OrderedBlock.stretches {
      lowEven += low[index]
      lowOdd += low[index]
      highEven += high[index]
      highOdd += high[index]
    }
    (ends[0], ends[1], ends[2], ends[3]) = (lowEven, highEven, lowOdd, highOdd)
    let all = UnsafeRawPointer(ends).assumingMemoryBound(to: Double.self)
    return (all, all + OrderedBlock.stretches)
  }

  /// Calls `body` with each term of a stretch, in their order.
  @inline(__always)
  func forEach(ofStretch stretch: Int, _ body: (Double) -> Void) {
    let terms = UnsafeRawPointer(stretch < 8 ? low : high).assumingMemoryBound(to: Double.self)
    for index in 0..<OrderedBlock.stretches { body(terms[(8 &* index) | (stretch & 7)]) }
  }
}
