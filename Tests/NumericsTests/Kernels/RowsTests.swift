import Numerics
import Testing

struct RowsTests {
  static let shapes = [[0, 3], [3, 0], [1, 1], [7, 5], [33, 16], [100, 67]]

  @Test(arguments: shapes)
  func sumsEqualTheirSpecificationBitForBit(_ shape: [Int]) {
    for isHostile in [false, true] {
      let matrix = randomMatrix(shape[0], shape[1], index: 3, isHostile: isHostile)
      var fast = [Float](repeating: .nan, count: shape[1])
      var naive = fast
      Rows.sum(of: matrix, into: &fast)
      Naive.sumRows(of: matrix, into: &naive)
      #expect(bits(fast) == bits(naive))
    }
  }

  @Test(arguments: [2, 3])
  func sharedSumsEqualTheirSpecificationBitForBit(_ threads: Int) {
    let matrix = randomMatrix(500, 903, index: 6)
    var fast = [Float](repeating: .nan, count: 903)
    var naive = fast
    Rows.sum(of: matrix, into: &fast, threads: Threads(threads, of: Crew()))
    Naive.sumRows(of: matrix, into: &naive)
    #expect(bits(fast) == bits(naive))
  }

  @Test(arguments: shapes)
  func aRowIsAddedToEachRow(_ shape: [Int]) {
    let matrix = randomMatrix(shape[0], shape[1], index: 4)
    let row = randomMatrix(1, shape[1], index: 5).elements
    var sum = matrix
    Rows.add(row, to: &sum)
    for i in 0..<shape[0] {
      for j in 0..<shape[1] { #expect(sum[i, j] == matrix[i, j] + row[j]) }
    }
  }
}
