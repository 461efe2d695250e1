/// Sums for reporting, in Double and in index order: not what a network computes, but what is said about it.
package enum Reduction {
  /// The sum of the elements, from the first to the last; 0 where there is none.
  package static func sum(_ values: [Float]) -> Double {
    var sum = 0.0
    for value in values { sum += Double(value) }
    return sum
  }

  /// The sum of the squares of the elements, from the first to the last; the squares are exact.
  ///
  /// Each addition waits for the one before it, so stretches of zeros, which change nothing, are passed over: gradients
  /// have them where images have no ink.
  package static func sumOfSquares(_ values: [Float]) -> Double {
    values.withUnsafeBufferPointer { values in
      var sum = 0.0
      let whole = values.count & ~15
      for start in stride(from: 0, to: whole, by: 16) where !isZero(values.baseAddress! + start) {
        for place in start..<start + 16 { sum += Double(values[place]) * Double(values[place]) }
      }
      for place in whole..<values.count { sum += Double(values[place]) * Double(values[place]) }
      return sum
    }
  }

  /// Whether sixteen elements are ±0.
  @inline(__always)
  private static func isZero(_ values: UnsafePointer<Float>) -> Bool {
    var bits: UInt32 = 0
    for place in 0..<16 { bits |= values[place].bitPattern }
    return bits & 0x7FFF_FFFF == 0
  }

  /// The means of the first `count` columns of `matrix`, each summed in ascending row order.
  ///
  /// Without a count, of all columns. NaN where the matrix has no rows.
  package static func meansOfColumns(_ matrix: Matrix, first count: Int = .max) -> [Double] {
    let width = min(max(count, 0), matrix.columns)
    var sums = [Double](repeating: 0, count: width)
    matrix.elements.withUnsafeBufferPointer { elements in
      sums.withUnsafeMutableBufferPointer { sums in
        guard var source = elements.baseAddress, let target = sums.baseAddress else { return }
        for _ in 0..<matrix.rows {
          for j in 0..<width { target[j] += Double(source[j]) }
          source += matrix.columns
        }
      }
    }
    let rows = Double(matrix.rows)
    for j in sums.indices { sums[j] /= rows }
    return sums
  }
}
