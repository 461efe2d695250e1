import Testing

@testable import Records

/// The canonical bytes of distributions: the same values, the same bytes; any others are refused.
@Suite struct DistributionCodingTests {
  private static func bytes(_ distribution: Distribution) -> [UInt8] {
    var writer = ByteWriter()
    distribution.append(to: &writer)
    return writer.bytes
  }

  private static func decode(_ bytes: [UInt8]) throws(RecordDamage) -> Distribution {
    var reader = ByteReader(bytes[...])
    let distribution = try Distribution(from: &reader)
    guard reader.isAtEnd else { throw .malformed("end") }
    return distribution
  }

  static let cases: [Distribution] = {
    let bins = DeclaredBins(low: -1, high: 1, count: 12)
    return DistributionCountTests.cases.flatMap { [Distribution($0), Distribution($0, bins: bins)] }
  }()

  @Test func whatIsWrittenIsRead() throws {
    for distribution in Self.cases {
      let bytes = Self.bytes(distribution)
      #expect(try Self.decode(bytes) == distribution)
    }
  }

  /// Distributions lie one after the other in a record.
  @Test func readingStopsAtTheEnd() throws {
    var writer = ByteWriter()
    for distribution in Self.cases { distribution.append(to: &writer) }
    var reader = ByteReader(writer.bytes[...])
    for distribution in Self.cases { #expect(try Distribution(from: &reader) == distribution) }
    #expect(reader.isAtEnd)
  }

  @Test func everyShorterFileIsTruncated() throws {
    let bytes = Self.bytes(
      Distribution(DistributionSamples.special, bins: DeclaredBins(low: 0, high: 1, count: 3)))
    for count in bytes.indices {
      #expect(throws: RecordDamage.self) { try Self.decode(Array(bytes.prefix(count))) }
    }
  }

  /// Whatever the damage, it is refused, or it is another distribution whose bytes these are.
  @Test func damagedBytesAreNeverHalfBelieved() throws {
    let bins = DeclaredBins(low: 0, high: 1, count: 3)
    var samples = DistributionSamples(seed: 23)
    var refused = 0
    let originals = [DistributionSamples.special, samples.normal(40), [-0.0, -0.0], []].map {
      Self.bytes(Distribution($0, bins: bins))
    }
    for bytes in originals {
      for place in bytes.indices {
        for change: UInt8 in [1, 2, 0x40, 0x80, 0xFF] {
          var damaged = bytes
          damaged[place] ^= change
          guard let distribution = try? Self.decode(damaged) else {
            refused += 1
            continue
          }
          #expect(Self.bytes(distribution) == damaged)
          let inBuckets = distribution.buckets.reduce(0) { $0 + $1.count }
          #expect(inBuckets + distribution.nonfiniteCount == distribution.count)
          #expect(distribution.quantile(0.5).isNaN == (distribution.finiteCount == 0))
        }
      }
    }
    #expect(refused > originals.reduce(0) { $0 + $1.count })
  }

  /// A finite value, its range and moments, and then the given rest of the bytes.
  private func oneValue(_ value: Float = 1, zeros: UInt8 = 0, packed: [UInt8], bins: [UInt8] = [0]) -> [UInt8]
  {
    var writer = ByteWriter()
    writer.append(raw: [1, 0, 0, 0, zeros, UInt8(packed.count)])
    writer.append(value.bitPattern)
    writer.append(value.bitPattern)
    writer.append(Double(value))
    for _ in 0..<3 { writer.append(0.0) }
    writer.append(raw: packed + bins)
    return writer.bytes
  }

  /// The bucket of 1 has key 0x3F80, so rank 0xBF80.
  private let one: [UInt8] = [0x80, 0xFF, 0x02, 1, 1]

  @Test func aValueByHand() throws {
    #expect(Self.bytes(Distribution([1] as [Float])) == oneValue(packed: one))
  }

  @Test func eachRuleIsChecked() {
    let cases: [(String, [UInt8])] = [
      ("count", oneValue(packed: [0x80, 0xFF, 0x82, 0x00, 1, 1])),  // a needless byte
      ("count", oneValue(packed: [0x80, 0xFF, 0x02, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F])),
      ("bucket run", oneValue(packed: [0x80, 0xFF, 0x02, 0])),
      ("bucket run", oneValue(packed: [0, 1, 1])),
      ("bucket run", oneValue(packed: [0x80, 0xFF, 0x02, 1, 1, 0, 1, 0])),  // not joined to its neighbour
      ("bucket key", oneValue(packed: [1, 1, 1])),  // the pattern of a NaN
      ("bucket key", oneValue(packed: [0xFF, 0xFE, 0x03, 2, 1, 1])),  // the last finite bucket, and +Inf
      ("bucket count", oneValue(packed: [0x80, 0xFF, 0x02, 1, 2])),
      ("bucket count", oneValue(packed: [0x80, 0xFF, 0x02, 1, 0])),
      ("bucket counts", oneValue(packed: [])),
      ("moments", oneValue(.nan, packed: one)),
      ("moments", oneValue(.infinity, packed: one)),
      ("distribution", oneValue(2, packed: one)),
      ("distribution", oneValue(zeros: 1, packed: one)),
      // A zero is written without its sign.
      ("distribution", oneValue(-0.0, zeros: 1, packed: [0xFF, 0xFF, 0x01, 1, 1])),
      ("declared bins", oneValue(packed: one, bins: [1] + [UInt8](repeating: 0, count: 16))),
      ("declared counts", oneValue(packed: one, bins: declared([0, 0, 0]))),
      ("declared counts", oneValue(packed: one, bins: declared([1, 0, 1]))),
      ("declared counts", oneValue(packed: one, bins: declared([2, 0, 0]))),
    ]
    for (part, bytes) in cases {
      #expect(throws: RecordDamage.malformed(part)) { try Self.decode(bytes) }
    }
    #expect(throws: Never.self) { try Self.decode(oneValue(packed: one, bins: declared([0, 0, 1]))) }
  }

  /// One bin over 0 … 1.
  private func declared(_ counts: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(raw: [1])
    writer.append(0.0)
    writer.append(1.0)
    writer.append(raw: counts)
    return writer.bytes
  }

  /// Records hold thousands of distributions: about two bytes a bucket.
  @Test func bytesAreFew() {
    var samples = DistributionSamples(seed: 29)
    for count in [1000, 100_000] {
      let distribution = Distribution(samples.normal(count))
      let buckets = distribution.buckets.reduce(0) { sum, _ in sum + 1 }
      #expect(Self.bytes(distribution).count < 100 + 2 * buckets)
    }
  }
}
