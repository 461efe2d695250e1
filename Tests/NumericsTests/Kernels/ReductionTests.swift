import Numerics
import Testing

struct ReductionTests {
  /// 2⁵³ + 1 + 1 loses both ones in this order and keeps them in any other.
  @Test func sumsGoInIndexOrder() {
    #expect(Reduction.sum([0x1p53, 1, 1]) == 0x1p53)
    #expect(Reduction.sum([1, 1, 0x1p53]) == 0x1p53 + 2)
    #expect(Reduction.sumOfSquares([0x1p27, 1, 1, 1, 1]) == 0x1p54)
    #expect(Reduction.sumOfSquares([1, 1, 1, 1, 0x1p27]) == 0x1p54 + 4)
    #expect(Reduction.sum([]) == 0 && Reduction.sumOfSquares([]) == 0)
  }

  @Test func sumsAreExactWhereDoubleIs() {
    let values = (1...1_000).map { Float($0) }
    #expect(Reduction.sum(values) == 500_500)
    #expect(Reduction.sumOfSquares(values) == 333_833_500)
    #expect(Reduction.sum([1, .infinity]) == .infinity && Reduction.sum([1, .nan]).isNaN)
  }

  @Test func meansOfColumnsAreTheSumsOfColumnsInRowOrder() {
    let matrix = randomMatrix(101, 37, index: 6)
    let means = Reduction.meansOfColumns(matrix)
    #expect(means.count == 37)
    for j in 0..<37 {
      #expect(means[j] == Reduction.sum((0..<101).map { matrix[$0, j] }) / 101)
    }
    #expect(Reduction.meansOfColumns(matrix, first: 10) == Array(means[..<10]))
    #expect(Reduction.meansOfColumns(matrix, first: 100) == means)
    #expect(Reduction.meansOfColumns(matrix, first: 0).isEmpty)
  }

  @Test func meansOfNoRowsAreNotNumbers() {
    #expect(Reduction.meansOfColumns(Matrix(rows: 0, columns: 2)).allSatisfy { $0.isNaN })
  }
}
