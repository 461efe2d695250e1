import Numerics
import Testing

struct FloatFunctionTests {
  /// Every 4,099th bit pattern: all exponents, both signs, some thousand NaNs.
  @Test(arguments: FloatFunction.allCases)
  func staysWithinItsBoundOnASample(_ function: FloatFunction) {
    let largest = function.largestError(from: 0, to: 1 << 32, step: 4_099)
    #expect(largest.ulps <= function.bound, "at \(largest.at)")
  }

  /// All 2³² inputs.
  ///
  /// A long test: it runs when KISEKI_LONG_TESTS is set, and prints the bound it found.
  @Test(.enabled(if: longTestsAreWanted), arguments: FloatFunction.allCases)
  func staysWithinItsBoundOnEveryInput(_ function: FloatFunction) async {
    let chunk: UInt64 = 1 << 24
    let largest = await withTaskGroup(of: (ulps: Double, at: Float).self) { group in
      for start in stride(from: 0, to: 1 << 32, by: UInt64.Stride(chunk)) {
        group.addTask { function.largestError(from: UInt64(start), to: UInt64(start) + chunk, step: 1) }
      }
      return await group.reduce((ulps: -1.0, at: Float.nan)) { $0.ulps >= $1.ulps ? $0 : $1 }
    }
    print("\(function.rawValue): at most \(largest.ulps) ULP, at \(largest.at) = \(largest.at.bitPattern)")
    #expect(largest.ulps <= function.bound, "at \(largest.at)")
  }

  /// Scalar, vector and array forms are one arithmetic, whatever the length and the neighbours.
  @Test(arguments: FloatFunction.allCases)
  func givesTheSameBitsInEveryForm(_ function: FloatFunction) {
    for count in [0, 1, 15, 16, 17, 33, 1_000] {
      let inputs = patterns(count)
      var outputs = inputs
      function.apply(&outputs)
      #expect(bits(outputs) == bits(inputs.map(function.scalar)))
    }
    let inputs = patterns(16)
    let lanes = Elementary.Lanes(inputs)
    if let result = function.lanes(lanes) {
      #expect(bits((0..<16).map { result[$0] }) == bits(inputs.map(function.scalar)))
    }
  }

  @Test(arguments: [
    (FloatFunction.exp, [0, 1, 1, .infinity, .infinity, 0x1p-149, 0]),
    (.expm1, [-1, -0.0, 0, .infinity, .infinity, -1, -1]),
    (.tanh, [-1, -0.0, 0, 1, 1, -1, -1]),
    (.sigmoid, [0, 0.5, 0.5, 1, 1, 0x1p-149, 0]),
    (.erf, [-1, -0.0, 0, 1, 1, -1, -1]),
    (.log, [.nan, -.infinity, -.infinity, .infinity, 0x1.62e43p6, .nan, .nan]),
    (.log1p, [.nan, -0.0, 0, .infinity, 0x1.62e43p6, .nan, .nan]),
  ])
  func meetsItsLimits(_ function: FloatFunction, _ expected: [Float]) {
    let inputs: [Float] = [
      -.infinity, -0.0, 0, .infinity, .greatestFiniteMagnitude, -103.5, -.greatestFiniteMagnitude,
    ]
    #expect(bits(inputs.map(function.scalar)) == bits(expected))
    #expect(function.scalar(.nan).isNaN)
    #expect(function.scalar(-.nan).isNaN)
  }

  /// Near 0 a function x + O(x²) returns a subnormal as it is.
  @Test(arguments: [FloatFunction.expm1, .tanh, .log1p])
  func keepsSubnormals(_ function: FloatFunction) {
    for pattern: UInt32 in [1, 2, 3, 0x7F_FFFF, 0x8000_0001, 0x807F_FFFF] {
      let x = Float(bitPattern: pattern)
      #expect(function.scalar(x).bitPattern == pattern)
    }
  }

  @Test func expOverflowsAndUnderflowsWhereItMust() {
    let last: Float = 0x1.62e42ep6
    #expect(Elementary.exp(last).isFinite)
    #expect(Elementary.exp(last.nextUp) == .infinity)
    #expect(Elementary.exp(-0x1.9fe368p6 as Float) == 0x1p-149)
    #expect(Elementary.exp(Float(-104)) == 0)
  }

  @Test(arguments: [FloatFunction.tanh, .erf])
  func isOdd(_ function: FloatFunction) {
    for x in patterns(1_000) where !x.isNaN {
      #expect(function.scalar(-x) == -function.scalar(x))
    }
  }

  /// Bit patterns from all over the range, in no simple order.
  private func patterns(_ count: Int) -> [Float] {
    (0..<count).map { Float(bitPattern: UInt32(truncatingIfNeeded: $0 &* 2_654_435_769 &+ 0x3F80_0000)) }
  }
}
