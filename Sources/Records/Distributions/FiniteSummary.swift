// Ends and moments of the finite values of an array, in Double.
//
// The order of summation is part of the contract. Value i of an array is added to accumulator i mod 8, in ascending i;
// the eight accumulators are then added in ascending order. That is what eight lanes of a vector do, whatever the width
// of the machine's, and what `FiniteSummary.naive` does with one value at a time. Two passes: the mean first, then the
// powers of the deviations from it.

/// The values of an array that are neither NaN nor infinite: their number, ends and moments.
struct FiniteSummary: Equatable {
  /// +Inf and −Inf where there are none; 0, not −0, for a zero.
  var min = Float.infinity
  var max = -Float.infinity
  var moments = MomentSums()

  /// The specification, one value after the other.
  static func naive(_ values: UnsafeBufferPointer<Float>) -> FiniteSummary {
    var result = FiniteSummary()
    var sums = [Double](repeating: 0, count: 8)
    for (index, value) in values.enumerated() where value.isFinite {
      result.moments.count += 1
      sums[index % 8] += Double(value)
      result.min = Swift.min(result.min, value)
      result.max = Swift.max(result.max, value)
    }
    result.setMean(sum: sums.reduce(0, +))
    var powers = [[Double]](repeating: [Double](repeating: 0, count: 8), count: 3)
    for (index, value) in values.enumerated() where value.isFinite {
      let deviation = Double(value) - result.moments.mean
      let square = deviation * deviation
      powers[0][index % 8] += square
      powers[1][index % 8] += square * deviation
      powers[2][index % 8] += square * square
    }
    result.moments.second = powers[0].reduce(0, +)
    result.moments.third = powers[1].reduce(0, +)
    result.moments.fourth = powers[2].reduce(0, +)
    return result
  }

  /// Rounding must not carry the mean out of the values' range: then equal values have no spread at all.
  fileprivate mutating func setMean(sum: Double) {
    guard moments.count > 0 else { return }
    if min == 0 { min = 0 }
    if max == 0 { max = 0 }
    moments.mean = Swift.min(Swift.max(sum / Double(moments.count), Double(min)), Double(max))
  }
}

extension FiniteSummary {
  /// The same bits as `naive`, eight values at a time.
  ///
  /// - Parameters:
  ///   - values: in the order that counts.
  ///   - finiteCount: how many of them are finite.
  init(_ values: UnsafeBufferPointer<Float>, finiteCount: Int) {
    // Networks that diverged hold nothing but NaN.
    guard finiteCount > 0 else { return }
    moments.count = finiteCount
    // Without non-finite values there is nothing to mask.
    if finiteCount == values.count { scan(values, masked: false) } else { scan(values, masked: true) }
  }

  @inline(__always)
  private mutating func scan(_ values: UnsafeBufferPointer<Float>, masked: Bool) {
    var sums = SIMD8<Double>()
    var lows = SIMD8<Float>(repeating: .infinity)
    var highs = -lows
    FiniteSummary.forEach8(values) { block in
      var (low, high, addend) = (block, block, block)
      if masked {
        let bits = unsafeBitCast(block, to: SIMD8<UInt32>.self)
        let kept = FiniteSummary.finite(block)
        low = unsafeBitCast(bits & kept | 0x7F80_0000 & ~kept, to: SIMD8<Float>.self)
        high = unsafeBitCast(bits & kept | 0xFF80_0000 & ~kept, to: SIMD8<Float>.self)
        addend = unsafeBitCast(bits & kept, to: SIMD8<Float>.self)
      }
      lows.replace(with: low, where: low .< lows)
      highs.replace(with: high, where: high .> highs)
      sums += SIMD8<Double>(addend)
    } rest: { lane, value in
      guard !masked || value.isFinite else { return }
      lows[lane] = Swift.min(lows[lane], value)
      highs[lane] = Swift.max(highs[lane], value)
      sums[lane] += Double(value)
    }
    min = lows.min()
    max = highs.max()
    setMean(sum: FiniteSummary.total(sums))
    scanPowers(values, masked: masked)
  }

  @inline(__always)
  private mutating func scanPowers(_ values: UnsafeBufferPointer<Float>, masked: Bool) {
    let mean = moments.mean
    var second = SIMD8<Double>()
    var third = SIMD8<Double>()
    var fourth = SIMD8<Double>()
    FiniteSummary.forEach8(values) { block in
      var deviation: SIMD8<Double>
      if masked {
        // Times 1, or times 0: neither rounds, and a sum of ±0 more is the same sum.
        let kept = FiniteSummary.finite(block)
        let value = unsafeBitCast(unsafeBitCast(block, to: SIMD8<UInt32>.self) & kept, to: SIMD8<Float>.self)
        let weight = unsafeBitCast(kept & Float(1).bitPattern, to: SIMD8<Float>.self)
        deviation = (SIMD8<Double>(value) - mean) * SIMD8<Double>(weight)
      } else {
        deviation = SIMD8<Double>(block) - mean
      }
      let square = deviation * deviation
      second += square
      third += square * deviation
      fourth += square * square
    } rest: { lane, value in
      guard !masked || value.isFinite else { return }
      let deviation = Double(value) - mean
      let square = deviation * deviation
      second[lane] += square
      third[lane] += square * deviation
      fourth[lane] += square * square
    }
    moments.second = FiniteSummary.total(second)
    moments.third = FiniteSummary.total(third)
    moments.fourth = FiniteSummary.total(fourth)
  }

  @inline(__always)
  private static func forEach8(
    _ values: UnsafeBufferPointer<Float>, _ body: (SIMD8<Float>) -> Void, rest: (Int, Float) -> Void
  ) {
    let bytes = UnsafeRawBufferPointer(values)
    let whole = values.count / 8 * 8
    for start in stride(from: 0, to: whole, by: 8) {
      body(bytes.loadUnaligned(fromByteOffset: 4 * start, as: SIMD8<Float>.self))
    }
    for index in whole..<values.count { rest(index - whole, values[index]) }
  }

  /// All bits set where a value is finite, none where it is not: an exponent of 255 carries into the sign.
  @inline(__always)
  private static func finite(_ block: SIMD8<Float>) -> SIMD8<UInt32> {
    let exponent = unsafeBitCast(block, to: SIMD8<UInt32>.self) & 0x7F80_0000
    return ((exponent &+ 0x0080_0000) &>> 31) &- 1
  }

  private static func total(_ lanes: SIMD8<Double>) -> Double {
    (0..<8).reduce(0) { $0 + lanes[$1] }
  }
}
