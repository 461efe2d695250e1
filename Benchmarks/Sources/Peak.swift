/// What a core can do at best: multiplications and additions of vectors that never leave the registers.
enum Peak {
  /// Operations a second of one core, multiplications and additions counted apart; the best of some attempts.
  static func operationsPerSecond() -> Double {
    let steps = 1_000_000
    let times = Stopwatch.times(for: 0.3) { sink = run(steps, 1 + sink * 1e-30) }
    return Double(steps) * operationsOfStep / times.least
  }

  /// Eighteen products that are added, and two additions, of sixteen lanes.
  private static let operationsOfStep = 38.0 * 16

  /// Eighteen sums, so that none waits for another; their factors change, or the products would be taken once.
  @inline(never)
  private static func run(_ steps: Int, _ start: Float) -> Float {
    typealias Lanes = SIMD16<Float>
    var (a0, a1, a2, a3, a4) = (Lanes(), Lanes(), Lanes(), Lanes(), Lanes())
    var (a5, a6, a7, a8, b0) = (Lanes(), Lanes(), Lanes(), Lanes(), Lanes())
    var (b1, b2, b3, b4, b5) = (Lanes(), Lanes(), Lanes(), Lanes(), Lanes())
    var (b6, b7, b8) = (Lanes(), Lanes(), Lanes())
    func factor(_ number: Float) -> Lanes { Lanes(repeating: start * number) }
    let (f0, f1, f2, f3, f4) = (factor(0.1), factor(0.2), factor(0.3), factor(0.4), factor(0.5))
    let (f5, f6, f7, f8) = (factor(0.6), factor(0.7), factor(0.8), factor(0.9))
    var (x, y) = (factor(1), factor(2))
    let change = factor(1e-7)
    for _ in 0..<steps {
      a0 += f0 * x
      b0 += f0 * y
      a1 += f1 * x
      b1 += f1 * y
      a2 += f2 * x
      b2 += f2 * y
      a3 += f3 * x
      b3 += f3 * y
      a4 += f4 * x
      b4 += f4 * y
      a5 += f5 * x
      b5 += f5 * y
      a6 += f6 * x
      b6 += f6 * y
      a7 += f7 * x
      b7 += f7 * y
      a8 += f8 * x
      b8 += f8 * y
      x += change
      y += change
    }
    let first = a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8
    return (first + b0 + b1 + b2 + b3 + b4 + b5 + b6 + b7 + b8).sum()
  }

  /// Where results go, so that they are computed.
  nonisolated(unsafe) static var sink: Float = 0
}
