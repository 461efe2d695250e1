import Numerics
import Testing

/// The three products and their specifications.
enum ProductForm: String, CaseIterable, Sendable {
  case plain, transposedLeft, transposedRight

  /// Two operands whose product in this form is m × n along k steps.
  func operands(_ m: Int, _ k: Int, _ n: Int, isHostile: Bool) -> (Matrix, Matrix) {
    let a = self == .transposedLeft ? (k, m) : (m, k)
    let b = self == .transposedRight ? (n, k) : (k, n)
    return (
      randomMatrix(a.0, a.1, index: 1, isHostile: isHostile),
      randomMatrix(b.0, b.1, index: 2, isHostile: isHostile)
    )
  }

  func fast(_ a: Matrix, _ b: Matrix, into c: inout Matrix, threads: Threads = .one) {
    var room = PackingRoom()
    fast(a, b, into: &c, room: &room, threads: threads)
  }

  func fast(_ a: Matrix, _ b: Matrix, into c: inout Matrix, room: inout PackingRoom, threads: Threads = .one)
  {
    switch self {
    case .plain: Product.multiply(a, b, into: &c, room: &room, threads: threads)
    case .transposedLeft: Product.multiplyTransposedLeft(a, b, into: &c, room: &room, threads: threads)
    case .transposedRight: Product.multiplyTransposedRight(a, b, into: &c, room: &room, threads: threads)
    }
  }

  func naive(_ a: Matrix, _ b: Matrix, into c: inout Matrix) {
    switch self {
    case .plain: Naive.multiply(a, b, into: &c)
    case .transposedLeft: Naive.multiplyTransposedLeft(a, b, into: &c)
    case .transposedRight: Naive.multiplyTransposedRight(a, b, into: &c)
    }
  }
}

struct ProductTests {
  /// Empty, single, below, at and above every tile and block size: tiles of 4 × 16, 10 × 16 and 10 × 32, blocks of 256
  /// steps, 240 rows and 512 columns.
  static let shapes: [[Int]] = [
    [0, 3, 4], [3, 0, 4], [3, 4, 0], [0, 0, 0], [1, 1, 1], [1, 7, 1], [3, 5, 15], [4, 16, 16], [5, 17, 17],
    [7, 5, 31], [8, 16, 32], [9, 17, 33],
    [8, 3, 32], [12, 4, 48], [13, 255, 37], [13, 256, 37], [13, 257, 37], [5, 600, 70], [127, 9, 5],
    [129, 30, 34],
    [10, 16, 32], [11, 17, 48], [20, 31, 33], [239, 20, 49], [241, 20, 47], [9, 257, 511], [10, 300, 513],
    [300, 3, 3], [3, 5, 1_030], [100, 64, 10], [1, 60, 64], [32, 60, 3], [135, 520, 40],
  ]

  @Test(arguments: ProductForm.allCases, shapes)
  func equalsItsSpecificationBitForBit(_ form: ProductForm, _ shape: [Int]) {
    for isHostile in [false, true] {
      let (a, b) = form.operands(shape[0], shape[1], shape[2], isHostile: isHostile)
      // What the result held before must not show.
      var fast = Matrix(
        rows: shape[0], columns: shape[2], elements: Array(repeating: .nan, count: shape[0] * shape[2]))
      var naive = fast
      form.fast(a, b, into: &fast)
      form.naive(a, b, into: &naive)
      #expect(bits(fast.elements) == bits(naive.elements))
    }
  }

  /// The forms agree: transposing an operand by hand gives the same bits.
  @Test func formsAgree() {
    let a = randomMatrix(21, 300, index: 1)
    let b = randomMatrix(300, 45, index: 2)
    var results = (0..<3).map { _ in Matrix(rows: 21, columns: 45) }
    ProductForm.plain.fast(a, b, into: &results[0])
    ProductForm.transposedLeft.fast(transpose(a), b, into: &results[1])
    ProductForm.transposedRight.fast(a, transpose(b), into: &results[2])
    #expect(results[0] == results[1] && results[0] == results[2])
  }

  /// A case small enough to check by hand.
  @Test func multipliesAsOnPaper() {
    var c = Matrix(rows: 2, columns: 2)
    ProductForm.plain.fast(
      Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6]),
      Matrix(rows: 3, columns: 2, elements: [7, 8, 9, 10, 11, 12]), into: &c)
    #expect(c.elements == [58, 64, 139, 154])
  }

  /// In ascending order 2²⁴ + 1 + 1 loses both ones; a pairwise or descending sum would not.
  @Test func sumsInAscendingOrderWithoutFusing() {
    let a = Matrix(rows: 1, columns: 3, elements: [0x1p24, 1, 1])
    let ones = Matrix(rows: 3, columns: 1, elements: [1, 1, 1])
    var c = Matrix(rows: 1, columns: 1)
    ProductForm.plain.fast(a, ones, into: &c)
    #expect(c.elements == [0x1p24])
    // (1 + 2⁻¹²)² has a bit that rounding drops and a fused addition would keep.
    let x: Float = 1 + 0x1p-12
    ProductForm.plain.fast(
      Matrix(rows: 1, columns: 2, elements: [-1, x]),
      Matrix(rows: 2, columns: 1, elements: [1 + 0x1p-11, x]),
      into: &c)
    #expect(c.elements == [0])
  }

  /// A sum of negative zeros starts at +0 and stays there.
  @Test func emptyAndNegativeZeroSumsArePositiveZero() {
    var c = Matrix(rows: 1, columns: 1, elements: [5])
    ProductForm.plain.fast(
      Matrix(rows: 1, columns: 1, elements: [-0.0]), Matrix(rows: 1, columns: 1, elements: [1]), into: &c)
    #expect(c[0, 0].bitPattern == 0)
    c[0, 0] = 5
    ProductForm.plain.fast(Matrix(rows: 1, columns: 0), Matrix(rows: 0, columns: 1), into: &c)
    #expect(c[0, 0].bitPattern == 0)
  }

  /// What a room was used for before shows in no bit: each product finds the leftovers of all those before it.
  @Test(arguments: [1, 2])
  func roomsServeProductsOfAnyShape(_ threads: Int) {
    var room = PackingRoom()
    let threads = Threads(threads, of: Crew())
    for shape in [
      [50, 784, 64], [3, 5, 2], [330, 300, 203], [203, 300, 330], [1, 600, 1], [64, 64, 10],
    ] {
      for form in ProductForm.allCases {
        for isHostile in [true, false] {
          let (a, b) = form.operands(shape[0], shape[1], shape[2], isHostile: isHostile)
          var fast = Matrix(rows: shape[0], columns: shape[2])
          var naive = fast
          form.fast(a, b, into: &fast, room: &room, threads: threads)
          form.naive(a, b, into: &naive)
          #expect(bits(fast.elements) == bits(naive.elements))
        }
      }
    }
  }

  private func transpose(_ m: Matrix) -> Matrix {
    var result = Matrix(rows: m.columns, columns: m.rows)
    for i in 0..<m.rows { for j in 0..<m.columns { result[j, i] = m[i, j] } }
    return result
  }
}
