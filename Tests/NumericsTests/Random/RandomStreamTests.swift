import Numerics
import Testing

struct RandomStreamTests {
  private func words(_ stream: RandomStream, _ count: Int) -> [UInt32] {
    var stream = stream
    return (0..<count).map { _ in stream.nextWord() }
  }

  /// The first words of streams that studies depend on: a change here changes every report.
  @Test func firstWordsStayAsTheyAre() {
    #expect(
      words(RandomStream(seed: 20_170_523, name: "weights", index: 1), 4) == [
        0x5577_B0BB, 0x2E73_25E1, 0xF8E6_48C6, 0xF0DA_A4F3,
      ])
    #expect(
      words(RandomStream(seed: 20_170_523, name: "order", index: 3, subindex: 7), 4) == [
        0x125B_64C0, 0x8D35_4063, 0xF8F3_7383, 0xE453_C1C0,
      ])
    #expect(
      words(RandomStream(seed: 1 << 32, name: ""), 4) == [0x9260_545A, 0x098D_A24E, 0xB955_645C, 0x661F_619B])
  }

  /// FNV-1a's published values for "", "a" and "foobar".
  @Test func namesAreHashedByFNV() {
    #expect(RandomStream.code(of: "") == 0x811C_9DC5)
    #expect(RandomStream.code(of: "a") == 0xE40C_292C)
    #expect(RandomStream.code(of: "foobar") == 0xBF9C_F968)
  }

  /// A stream is its blocks in order, under the seed as key.
  @Test func wordsAreTheBlocksOfPhilox() {
    let key = SIMD2<UInt32>(0x89AB_CDEF, 0x0123_4567)
    let stream = RandomStream(seed: 0x0123_4567_89AB_CDEF, name: "a", index: 5, subindex: 6)
    let blocks = (0..<3).map { Philox.block(SIMD4($0, 6, 5, 0xE40C_292C), key: key) }
    #expect(words(stream, 12) == blocks.flatMap { [$0.x, $0.y, $0.z, $0.w] })
  }

  /// What another stream, or a copy, draws in between changes nothing.
  @Test func streamsDoNotMoveOneAnother() {
    let weights = RandomStream(seed: 9, name: "weights", index: 2)
    var drawn = weights
    var other = RandomStream(seed: 9, name: "order", index: 2)
    var interleaved: [UInt32] = []
    for _ in 0..<9 {
      interleaved.append(drawn.nextWord())
      var order: [Int32] = [0, 1, 2, 3, 4]
      other.shuffle(&order)
    }
    #expect(interleaved == words(weights, 9))
  }

  @Test func everyPartOfTheNameTellsStreamsApart() {
    let streams = [
      RandomStream(seed: 9, name: "weights"), RandomStream(seed: 10, name: "weights"),
      RandomStream(seed: 9 | 1 << 40, name: "weights"), RandomStream(seed: 9, name: "order"),
      RandomStream(seed: 9, name: "weights", index: 1), RandomStream(seed: 9, name: "weights", subindex: 1),
    ]
    #expect(Set(streams.map { words($0, 4) }).count == streams.count)
  }

  @Test func uniformsFillTheirRange() {
    var stream = RandomStream(seed: 3, name: "uniform test")
    var sum = 0.0
    for _ in 0..<100_000 {
      let x = stream.uniform()
      #expect(x >= 0 && x < 1 && x * 0x1p24 == (x * 0x1p24).rounded())
      sum += Double(x)
    }
    // Five standard errors of the mean of uniforms.
    #expect(abs(sum / 100_000 - 0.5) < 5 * (1 / (12 * 100_000.0)).squareRoot())
  }

  @Test func openUniformsAreOddMultiples() {
    var stream = RandomStream(seed: 3, name: "open uniform test")
    for _ in 0..<10_000 {
      let x = stream.openUniform()
      #expect(x > 0 && x < 1 && UInt64(x * 0x1p53) & 1 == 1)
    }
  }

  @Test(arguments: [UInt32(1), 2, 3, 10, 1 << 31, (1 << 31) + 1, .max])
  func belowStaysBelow(_ bound: UInt32) {
    var stream = RandomStream(seed: 4, name: "below test")
    #expect((0..<1_000).allSatisfy { _ in stream.below(bound) < bound })
  }

  /// With the bound 3·2³⁰ a plain remainder would give the lowest third half of all draws.
  @Test func belowHasNoBias() {
    var stream = RandomStream(seed: 4, name: "bias test")
    var lowest = 0
    for _ in 0..<30_000 where stream.below(3 << 30) < 1 << 30 { lowest += 1 }
    // Five standard deviations of a binomial count with p = 1/3.
    #expect(abs(Double(lowest) - 10_000) < 5 * (30_000 * 2.0 / 9).squareRoot())
  }

  @Test(arguments: [0, 1, 2, 17, 1_000])
  func permutationsHoldEveryIndexOnce(_ count: Int) {
    var stream = RandomStream(seed: 6, name: "order", index: UInt32(count))
    let places = (0..<Int32(count)).map { $0 }
    var order = places
    stream.shuffle(&order)
    #expect(order.sorted() == places)
  }

  /// All 24 orders of four come equally often: χ² with 23 degrees of freedom, below its 0.99999 quantile.
  @Test func permutationsAreUnbiased() {
    var stream = RandomStream(seed: 6, name: "permutation test")
    var counts: [[Int32]: Int] = [:]
    for _ in 0..<24_000 {
      var order: [Int32] = [0, 1, 2, 3]
      stream.shuffle(&order)
      counts[order, default: 0] += 1
    }
    #expect(counts.count == 24)
    let chiSquared = counts.values.reduce(0.0) { $0 + Double(($1 - 1_000) * ($1 - 1_000)) / 1_000 }
    #expect(chiSquared < 63.2)
  }
}
