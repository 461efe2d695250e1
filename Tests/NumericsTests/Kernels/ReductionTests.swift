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

  /// Vectors of blocks and a rest, whose squares have few bits, so that many lie in the middle between two sums;
  /// which grow past one power of two after the other; begin with zeros; or hold what is not finite.
  @Test(arguments: 0..<12)
  func squaresHaveTheBitsOfOneAdditionAfterTheOther(kind: Int) {
    for (index, count) in [255, 256, 257, 1000, 20_000].enumerated() {
      var stream = RandomStream(seed: 5, name: "sums", index: UInt32(kind), subindex: UInt32(index))
      var values = (0..<count).map { place -> Float in
        let value = stream.uniform() - 0.5
        return switch kind {
        case 0, 8, 9, 10, 11: value
        case 1: Float(Int32(value * 64))
        case 2: value * Float(sign: .plus, exponent: place / 20 % 60 - 30, significand: 1)
        case 3: place < count / 2 ? -0 : value
        case 4: place % 7 == 0 ? value * 1e-6 : 0
        case 5: Float(Int32(value * 4096)) * (place < 100 ? 4096 : 1)
        case 6: value * 0x1p-130
        default: value * 3e38
        }
      }
      if kind == 8 { values[count / 3] = .nan }
      if kind == 9 { values[count / 3] = .infinity }
      let others = kind >= 10 ? values.map { kind == 10 ? $0 : Float(Int32($0 * 16)) } : values.reversed()
      #expect(hasSameBits(Reduction.sumOfSquares(values), plainSum(values.map { Double($0) * Double($0) })))
      let squares = zip(values, others).map { (Double($0) - Double($1)) * (Double($0) - Double($1)) }
      #expect(hasSameBits(Reduction.sumOfSquaredDifferences(values, others), plainSum(squares)))
    }
  }

  /// Beside a sum of 2 … 4 the square of 2⁻²⁶ is half a step: each is in the middle, and rounds to even.
  @Test func middlesRoundToEven() {
    let values =
      [1, 1] + [Float](repeating: 0x1p-26, count: 300) + [0x1.8p-26] + [Float](repeating: 0x1p-26, count: 300)
    let sum = Reduction.sumOfSquares(values)
    #expect(hasSameBits(sum, plainSum(values.map { Double($0) * Double($0) })))
    #expect(sum > 2)
  }

  private func plainSum(_ terms: [Double]) -> Double { terms.reduce(0) { $0 + $1 } }

  /// Any NaN is as good as another.
  private func hasSameBits(_ a: Double, _ b: Double) -> Bool {
    a.bitPattern == b.bitPattern || a.isNaN && b.isNaN
  }
}
