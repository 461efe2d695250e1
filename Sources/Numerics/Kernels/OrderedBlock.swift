/// 256 terms for an `OrderedSum`, in 16 stretches; stretches 0 to 7 are the lanes of `low`, the others those of `high`.
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
