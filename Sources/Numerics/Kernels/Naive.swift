/// The products as plain loops: the specification that `Product` equals bit for bit.
package enum Naive {
  /// c = a·b, with a of m × k, b of k × n and c of m × n.
  package static func multiply(_ a: Matrix, _ b: Matrix, into c: inout Matrix) {
    for i in 0..<c.rows {
      for j in 0..<c.columns {
        var sum: Float = 0
        for p in 0..<a.columns { sum += a[i, p] * b[p, j] }
        c[i, j] = sum
      }
    }
  }

  /// c = aᵀ·b, with a of k × m, b of k × n and c of m × n.
  package static func multiplyTransposedLeft(_ a: Matrix, _ b: Matrix, into c: inout Matrix) {
    for i in 0..<c.rows {
      for j in 0..<c.columns {
        var sum: Float = 0
        for p in 0..<a.rows { sum += a[p, i] * b[p, j] }
        c[i, j] = sum
      }
    }
  }

  /// c = a·bᵀ, with a of m × k, b of n × k and c of m × n.
  package static func multiplyTransposedRight(_ a: Matrix, _ b: Matrix, into c: inout Matrix) {
    for i in 0..<c.rows {
      for j in 0..<c.columns {
        var sum: Float = 0
        for p in 0..<a.columns { sum += a[i, p] * b[j, p] }
        c[i, j] = sum
      }
    }
  }

  /// sums[j] = m[0, j] + m[1, j] + …, in ascending row order from +0.
  package static func sumRows(of m: Matrix, into sums: inout [Float]) {
    for j in 0..<m.columns {
      var sum: Float = 0
      for i in 0..<m.rows { sum += m[i, j] }
      sums[j] = sum
    }
  }
}
