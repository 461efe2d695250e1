import Digests
import Numerics
import Testing

@testable import Datasets

/// Gaussian inputs are named by seed and example, and normal.
@Suite struct GaussianInputsTests {
  /// Example i stays the same, however many examples there are and however many inputs they have.
  @Test func examplesDoNotDependOnTheirNumber() {
    let large = GaussianInputs.matrix(examples: 9, inputs: 7, seed: 3)
    let fewer = GaussianInputs.matrix(examples: 4, inputs: 7, seed: 3)
    let narrow = GaussianInputs.matrix(examples: 9, inputs: 2, seed: 3)
    #expect(fewer.elements == Array(large.elements.prefix(28)))
    for example in 0..<9 {
      for input in 0..<2 { #expect(narrow[example, input] == large[example, input]) }
    }
  }

  @Test func seedsAndExamplesDiffer() {
    let one = GaussianInputs.matrix(examples: 2, inputs: 50, seed: 1)
    let two = GaussianInputs.matrix(examples: 2, inputs: 50, seed: 2)
    #expect(zip(one.elements, two.elements).allSatisfy { $0 != $1 })
    #expect((0..<50).allSatisfy { one[0, $0] != one[1, $0] })
  }

  /// Of n numbers, the mean has a standard error of 1/√n, the mean square one of √(2/n): five of them are allowed.
  @Test func valuesAreStandardNormal() {
    let matrix = GaussianInputs.matrix(examples: 1000, inputs: 100, seed: 20_170_523)
    let count = 100_000.0
    #expect(abs(Reduction.sum(matrix.elements) / count) < 5 / count.squareRoot())
    #expect(abs(Reduction.sumOfSquares(matrix.elements) / count - 1) < 5 * (2 / count).squareRoot())
    // A share of .317310508 lies outside ±1.
    let outside = Double(matrix.elements.filter { abs($0) > 1 }.count) / count
    let share = 0.317310508
    #expect(abs(outside - share) < 5 * (share * (1 - share) / count).squareRoot())
  }

  @Test func emptySizes() {
    #expect(GaussianInputs.matrix(examples: 0, inputs: 5, seed: 1) == Matrix(rows: 0, columns: 5))
    #expect(GaussianInputs.matrix(examples: 5, inputs: 0, seed: 1) == Matrix(rows: 5, columns: 0))
  }

  /// The recipe's digest stands for these very bits: if this fails, the recipe needs another version, and finished runs
  /// are out of date.
  @Test func recipeMakesTheseBits() {
    let values = GaussianInputs.matrix(examples: 20, inputs: 10, seed: 0x0123_4567_89AB_CDEF).elements
    let bytes = values.flatMap { value in
      (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
    }
    #expect(Digest.of(bytes).hex == "908f6905465e72e02f3c32bc70b19da3519c6ac231f2fc144441de527c2329e0")
    #expect(GaussianInputs.digest == Digest.of("kiseki gaussian inputs 1"))
  }
}
