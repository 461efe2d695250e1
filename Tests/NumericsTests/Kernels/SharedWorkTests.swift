@testable import Numerics
import Testing

/// Whatever shares, cuts or skips work gives the bits of the whole.
struct SharedWorkTests {
  /// A matrix whose columns are zero for stretches of rows and of columns, as images are; −0 among them.
  static func image(_ rows: Int, _ columns: Int, isHostile: Bool = false) -> Matrix {
    var matrix = randomMatrix(rows, columns, index: 20, isHostile: isHostile)
    for row in 0..<rows {
      for column in 0..<columns where column % 28 < 9 || row / 30 % 2 == 1 && column % 28 < 20 {
        matrix[row, column] = (row + column) % 3 == 0 ? -0.0 : 0
      }
    }
    return matrix
  }

  /// Large enough to be shared out; in uneven parts.
  @Test(arguments: ProductForm.allCases, [1, 2, 3, 7])
  func threadsGiveTheSameBits(_ form: ProductForm, _ threads: Int) {
    let threads = Threads(threads, of: Crew())
    for shape in [[203, 300, 330], [330, 300, 203]] {
      let (a, b) = form.operands(shape[0], shape[1], shape[2], isHostile: true)
      var shared = Matrix(rows: shape[0], columns: shape[2])
      var naive = shared
      form.fast(a, b, into: &shared, threads: threads)
      form.naive(a, b, into: &naive)
      #expect(bits(shared.elements) == bits(naive.elements))
    }
  }

  /// The tiles of every build, in each build.
  @Test(arguments: [[7, 5, 31], [13, 257, 37], [250, 33, 70], [40, 784, 64]])
  func bothTilesEqualTheSpecification(_ shape: [Int]) {
    for b in [
      randomMatrix(shape[1], shape[2], index: 2), randomMatrix(shape[1], shape[2], index: 2, isHostile: true),
    ] {
      let a = SharedWorkTests.image(shape[0], shape[1])
      var naive = Matrix(rows: shape[0], columns: shape[2])
      Naive.multiply(a, b, into: &naive)
      let wide = product(a, b, Kernels.Wide.self, Kernels.HalfWide.self)
      let narrow = product(a, b, Kernels.Narrow.self, Kernels.Narrow.self)
      #expect(bits(wide.elements) == bits(naive.elements))
      #expect(bits(narrow.elements) == bits(naive.elements))
    }
  }

  private func product<Tile: MicroKernel, LastTile: MicroKernel>(
    _ a: Matrix, _ b: Matrix, _: Tile.Type, _: LastTile.Type
  ) -> Matrix {
    var c = Matrix(
      rows: a.rows, columns: b.columns, elements: Array(repeating: .nan, count: a.rows * b.columns))
    a.elements.withUnsafeBufferPointer { left in
      b.elements.withUnsafeBufferPointer { right in
        c.elements.withUnsafeMutableBufferPointer { result in
          let product = BlockedProduct<Tile, LastTile>(
            left: .matrix(
              PanelSource(
                base: left.baseAddress!, count: left.count, pitch: a.columns, isDepthContiguous: true)),
            right: PanelSource(
              base: right.baseAddress!, count: right.count, pitch: b.columns, isDepthContiguous: false),
            target: .matrix(result.baseAddress!, pitch: b.columns), steps: a.columns)
          var room = PackingRoom()
          room.withSlabs(1, bytes: product.slabBytes(rows: a.rows, columns: b.columns)) {
            _ = product.fill(rows: 0..<a.rows, columns: 0..<b.columns, slab: $0[0])
          }
        }
      }
    }
    return c
  }

  /// 0 · ∞ is NaN, so zeros are left out only where the other side is finite.
  @Test(arguments: ProductForm.allCases, [false, true])
  func zerosAreSkippedWithoutATrace(_ form: ProductForm, isHostile: Bool) {
    let (m, k, n) = (93, 112, 50)
    let b = form.operands(m, k, n, isHostile: isHostile).1
    let a = form == .transposedLeft ? SharedWorkTests.image(k, m) : SharedWorkTests.image(m, k)
    var (fast, naive) = (Matrix(rows: m, columns: n), Matrix(rows: m, columns: n))
    form.fast(a, b, into: &fast)
    form.naive(a, b, into: &naive)
    #expect(bits(fast.elements) == bits(naive.elements))
  }

  @Test(arguments: [1, 19, 20, 53, 500], [false, true])
  func packedRowsGiveTheProductOfTheirMatrix(_ rows: Int, isHostile: Bool) {
    let a = SharedWorkTests.image(rows, 300, isHostile: isHostile)
    let b = randomMatrix(300, 70, index: 2, isHostile: isHostile)
    let bias = randomMatrix(1, 70, index: 3).elements
    var packed = PackedRows(columns: 300)
    packed.append(a)
    var (whole, plain) = (Matrix(rows: rows, columns: 70), Matrix(rows: rows, columns: 70))
    var room = PackingRoom()
    Product.multiply(
      packed, rows: 0..<rows, b, adding: bias, into: &whole, room: &room, threads: Threads(2, of: Crew()))
    Naive.multiply(a, b, into: &plain)
    Rows.add(bias, to: &plain)
    #expect(bits(whole.elements) == bits(plain.elements))
    // A part of the rows is that part of the product.
    let part = rows / 40 * 20..<rows
    var rest = Matrix(rows: part.count, columns: 70)
    Product.multiply(packed, rows: part, b, adding: bias, into: &rest, room: &room)
    #expect(bits(rest.elements) == bits(Array(plain.elements.suffix(part.count * 70))))
    #expect(packed.row(rows - 1).map { $0 + 0 } == Array(a.elements.suffix(300)).map { $0 + 0 } || isHostile)
  }

  @Test func rowsPackedInPiecesAreOneMatrix() {
    let a = SharedWorkTests.image(130, 40)
    var packed = PackedRows(columns: 40)
    for first in stride(from: 0, to: 130, by: 60) {
      let rows = first..<min(first + 60, 130)
      packed.append(
        Matrix(
          rows: rows.count, columns: 40,
          elements: Array(a.elements[rows.lowerBound * 40..<rows.upperBound * 40])))
    }
    #expect(packed.rows == 130)
    for row in 0..<130 { #expect(packed.row(row) == Array(a.elements[row * 40..<(row + 1) * 40])) }
    var zeros = PackedRows(columns: 3)
    zeros.append(Matrix(rows: 2, columns: 3))
    var c = Matrix(rows: 2, columns: 1, elements: [5, 5])
    let weights = Matrix(rows: 3, columns: 1, elements: [1, 2, 3])
    var room = PackingRoom()
    Product.multiply(zeros, rows: 0..<2, weights, into: &c, room: &room)
    #expect(c.elements == [0, 0])
  }

  /// The gradient that never goes to memory is that of the product.
  @Test(arguments: [[1, 3, 5], [100, 61, 70], [256, 330, 340]], [1, 2, 5])
  func fusedDescentsEqualTheirParts(_ shape: [Int], _ threads: Int) {
    var room = PackingRoom()
    let threads = Threads(threads, of: Crew())
    for isHostile in [false, true] {
      let a = SharedWorkTests.image(shape[0], shape[1])
      let b = randomMatrix(shape[0], shape[2], index: 2, isHostile: isHostile)
      let start = randomMatrix(shape[1], shape[2], index: 3)
      var gradient = start
      Naive.multiplyTransposedLeft(a, b, into: &gradient)

      var (fused, parts) = (start, start)
      Product.descend(&fused, along: a, b, rate: 0.1, room: &room, threads: threads)
      Update.descend(&parts.elements, along: gradient.elements, rate: 0.1)
      #expect(bits(fused.elements) == bits(parts.elements))

      var (velocity, velocityOfParts) = (start, start)
      Product.descend(
        &fused, velocity: &velocity, along: a, b, rate: 0.1, momentum: 0.9, room: &room, threads: threads)
      Update.descend(
        &parts.elements, velocity: &velocityOfParts.elements, along: gradient.elements, rate: 0.1,
        momentum: 0.9)
      #expect(bits(velocity.elements) == bits(velocityOfParts.elements))
      #expect(bits(fused.elements) == bits(parts.elements))
    }
  }

  /// One weight in a place of its own is told, wherever it is: in whole registers, behind them, in each thread's part.
  @Test(arguments: [1, 2, 3], [Float.nan, .infinity, -.infinity])
  func fusedDescentsTellWhetherWeightsAreFinite(_ threads: Int, _ value: Float) {
    let (rows, columns) = (330, 345)
    let a = randomMatrix(256, rows, index: 1)
    let b = randomMatrix(256, columns, index: 2)
    let start = randomMatrix(rows, columns, index: 3)
    var room = PackingRoom()
    let threads = Threads(threads, of: Crew())
    for place in [nil, 0, 15, 344, 160 * columns + 33, rows * columns - 1] {
      var (plain, pushed, velocity) = (start, start, start)
      if let place { (plain.elements[place], velocity.elements[place]) = (value, value) }
      let stays = Product.descend(&plain, along: a, b, rate: 0.1, room: &room, threads: threads)
      let momentum = Product.descend(
        &pushed, velocity: &velocity, along: a, b, rate: 0.1, momentum: 0.9, room: &room, threads: threads)
      #expect(stays == (place == nil))
      #expect(momentum == (place == nil))
      #expect(stays != Finiteness.hasNonfinite(plain.elements))
    }
  }

  @Test(arguments: [1, 2, 3])
  func sharedUpdatesAndSearchesAreThoseOfOneThread(_ threads: Int) {
    let threads = Threads(threads, of: Crew())
    let gradient = randomMatrix(1, 700_001, index: 8).elements
    var (weights, velocity) = (randomMatrix(1, 700_001, index: 7).elements, gradient)
    var (plain, plainVelocity) = (weights, velocity)
    Update.descend(&weights, velocity: &velocity, along: gradient, rate: 0.1, momentum: 0.9, threads: threads)
    Update.descend(&plain, velocity: &plainVelocity, along: gradient, rate: 0.1, momentum: 0.9)
    #expect(weights == plain && velocity == plainVelocity)
    var many = (0..<5).map { _ in Matrix(rows: 1, columns: 1_000_001) }
    #expect(Finiteness.firstNonfinite(of: many, threads: threads) == nil)
    many[4].elements[1_000_000] = .nan
    #expect(Finiteness.firstNonfinite(of: many, threads: threads) == 4)
    many[2].elements[0] = -.infinity
    #expect(Finiteness.firstNonfinite(of: many, threads: threads) == 2)
  }

  /// Each place is visited once, in parts that begin at multiples of the grain and are told apart.
  @Test(arguments: [0, 1, 19, 20, 21, 1000], [1, 2, 3, 16])
  func partsCoverEverythingOnce(_ count: Int, _ threads: Int) {
    var visits = [Int](repeating: 0, count: count)
    var parts = [Int](repeating: 0, count: threads)
    visits.withUnsafeMutableBufferPointer { visits in
      parts.withUnsafeMutableBufferPointer { parts in
        nonisolated(unsafe) let (visits, parts) = (visits, parts)
        Parts.perform(count, grain: 20, threads: Threads(threads, of: Crew())) { part, range in
          parts[part] += 1
          for place in range { visits[place] += range.lowerBound % 20 == 0 ? 1 : 100 }
        }
      }
    }
    #expect(visits.allSatisfy { $0 == 1 })
    #expect(parts.allSatisfy { $0 <= 1 } && parts.contains(1) == (count > 0))
  }
}
