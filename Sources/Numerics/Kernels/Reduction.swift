/// Sums for reporting, in Double and in index order: not what a network computes, but what is said about it.
package enum Reduction {
  /// The sum of the elements, from the first to the last; 0 where there is none.
  package static func sum(_ values: [Float]) -> Double {
    var sum = 0.0
    for value in values { sum += Double(value) }
    return sum
  }

  /// The sum of the squares of the elements, from the first to the last; the squares are exact.
  package static func sumOfSquares(_ values: [Float]) -> Double {
    values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return 0 }
      return orderedSum(count: values.count) {
        $0.fill(squaresOf: base + $1)
      } term: {
        Double(base[$0]) * Double(base[$0])
      }
    }
  }

  /// The sum of the squares of the differences of two vectors, from the first to the last; differences and squares are rounded.
  package static func sumOfSquaredDifferences(_ values: [Float], _ others: [Float]) -> Double {
    precondition(values.count == others.count, "both vectors need the same length")
    return values.withUnsafeBufferPointer { values in
      others.withUnsafeBufferPointer { others in
        guard let base = values.baseAddress, let other = others.baseAddress else { return 0 }
        return orderedSum(count: values.count) {
          $0.fill(squaresOf: base + $1, minus: other + $1)
          return true
        } term: { place in
          let difference = Double(base[place]) - Double(other[place])
          return difference * difference
        }
      }
    }
  }

  /// - Parameters:
  ///   - count: of the terms.
  ///   - fill: fills in the terms of a block, from some place on; returns false if all are 0.
  ///   - term: one of them.
  /// - Returns: the sum.
  @inline(__always)
  private static func orderedSum(
    count: Int, fill: (OrderedBlock, Int) -> Bool, term: (Int) -> Double
  ) -> Double {
    var sum = OrderedSum()
    let whole = count - count % OrderedBlock.count
    OrderedBlock.withRoom { block in
      for start in stride(from: 0, to: whole, by: OrderedBlock.count) {
        if fill(block, start) { sum.add(block) }
      }
    }
    for place in whole..<count { sum.add(term(place)) }
    return sum.value
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
