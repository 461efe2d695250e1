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
    for stretch in first..<OrderedBlock.stretches {
      let even = fromEven[stretch].bitPattern &- power
      let odd = fromOdd[stretch].bitPattern &- (power | 1)
      // Without a branch, which nothing could foretell.
      let moved = bits &+ (even ^ ((even ^ odd) & (0 &- (bits & 1))))
      // NaN has larger patterns than all numbers.
      let reached = even | odd | (moved &- power)
      if reached > OrderedSum.fraction { return stretch }
      bits = moved
    }
    return OrderedBlock.stretches
  }

  private static var fraction: UInt64 { 0x000F_FFFF_FFFF_FFFF }
  private static var exponent: UInt64 { 0x7FF0_0000_0000_0000 }
  private static var least: UInt64 { 0x1p-900.bitPattern }
  private static var largest: UInt64 { 0x1p1000.bitPattern }
}
