/// What a core can do at best: multiplications and additions of vectors that never leave the registers.
enum Peak {
  /// Operations a second of one core, multiplications and additions counted apart; the best of some attempts.
  static func operationsPerSecond() -> Double {
    let steps = 200_000
    let times = Stopwatch.times(for: 0.2) { sink = run(steps, 1e-9 + sink * 1e-30) }
    return Double(steps * 16 * 2 * 16) / times.least
  }

  /// Sixteen sums, so that none waits for another.
  @inline(never)
  private static func run(_ steps: Int, _ start: Float) -> Float {
    typealias Lanes = SIMD16<Float>
    var (a, b, c, d) = (Lanes(), Lanes(), Lanes(), Lanes())
    var (e, f, g, h) = (Lanes(), Lanes(), Lanes(), Lanes())
    var (i, j, k, l) = (Lanes(), Lanes(), Lanes(), Lanes())
    var (m, n, o, p) = (Lanes(), Lanes(), Lanes(), Lanes())
    var x = Lanes(repeating: start)
    let y = Lanes(repeating: 0.999)
    for _ in 0..<steps / 16 {
      for _ in 0..<16 {
        a += x * y
        b += x * y
        c += a * y
        d += b * y
        e += c * y
        f += d * y
        g += e * y
        h += f * y
        i += g * y
        j += h * y
        k += i * y
        l += j * y
        m += k * y
        n += l * y
        o += m * y
        p += n * y
      }
      x *= y
    }
    return (a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p).sum()
  }

  /// Where results go, so that they are computed.
  nonisolated(unsafe) static var sink: Float = 0
}
