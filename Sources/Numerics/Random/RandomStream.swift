/// A stream of random numbers that is named, not ordered: "weights" of layer 2, "order" of epoch 3.
///
/// The words of a stream are `Philox.block((block, subindex, index, code of the name), key: seed)`. Two streams of one
/// seed differ by their name or an index; no draw of one moves the other, and none depends on a run's settings.
package struct RandomStream: Sendable {
  private let key: SIMD2<UInt32>
  private var counter: SIMD4<UInt32>
  private var words = SIMD4<UInt32>()
  private var used = 4

  /// - Parameters:
  ///   - seed: the seed of the run or of the data set.
  ///   - name: what the numbers are for, such as "weights".
  ///   - index: which one of them, such as the layer.
  ///   - subindex: a second index where one is not enough.
  package init(seed: UInt64, name: StaticString, index: UInt32 = 0, subindex: UInt32 = 0) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    counter = SIMD4(0, subindex, index, RandomStream.code(of: name))
  }

  /// FNV-1a (32 bits) of the name's UTF-8.
  package static func code(of name: StaticString) -> UInt32 {
    name.withUTF8Buffer { bytes in
      bytes.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }
  }

  /// The next 32 random bits.
  ///
  /// A stream repeats after 2³⁴ words.
  package mutating func nextWord() -> UInt32 {
    if used == 4 {
      words = Philox.block(counter, key: key)
      counter.x &+= 1
      used = 0
    }
    defer { used += 1 }
    return words[used]
  }

  /// Uniform in [0, 1): a multiple of 2⁻²⁴, exact in Float32.
  package mutating func uniform() -> Float {
    Float(nextWord() >> 8) * 0x1p-24
  }

  /// Uniform in (0, 1): an odd multiple of 2⁻⁵³, never 0 or 1.
  package mutating func openUniform() -> Double {
    let high = UInt64(nextWord())
    let low = UInt64(nextWord())
    let odd = (((high << 32) | low) >> 12) << 1 | 1
    return Double(odd) * 0x1p-53
  }

  /// Standard normal: the quantile of an open uniform, so that each normal takes exactly two words.
  package mutating func normal() -> Float {
    Float(Normal.quantile(openUniform()))
  }

  /// Uniform among `0 ..< bound`, without bias: words that would favour the small values are drawn again.
  package mutating func below(_ bound: UInt32) -> UInt32 {
    precondition(bound > 0, "nothing is below 0")
    let threshold = (0 &- bound) % bound
    while true {
      let word = nextWord()
      if word >= threshold { return word % bound }
    }
  }

  /// Shuffles some places (Fisher–Yates, from the last one down); fewer than 2³¹ of them.
  package mutating func shuffle(_ order: inout [Int32]) {
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(last, Int(below(UInt32(last + 1))))
    }
  }
}
