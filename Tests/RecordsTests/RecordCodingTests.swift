import Digests
import Studies
import Testing

@testable import Records

@Suite struct RecordCodingTests {
  /// What is written is read back, bit for bit.
  @Test(arguments: [Examples.full, Examples.bare])
  func readsWhatItWrote(record: Record) throws {
    let bytes = RecordCoding.encode(record)
    let decoded = try RecordCoding.decode(bytes)
    #expect(decoded == record)
    #expect(RecordCoding.encode(decoded) == bytes)
  }

  /// Equality is of bits, so the round trip above proves what it seems to.
  @Test func equalityTellsSpecialValuesApart() {
    #expect(MetricValue(.finalTrainLoss, value: 0) != MetricValue(.finalTrainLoss, value: -0.0))
    #expect(MetricValue(.finalTrainLoss, value: .nan) == MetricValue(.finalTrainLoss, value: -.nan))
    let loss = Recording(quantity: .trainLoss)
    let zero = Series(recording: loss, units: [], steps: [0], values: [0])
    #expect(zero != Series(recording: loss, units: [], steps: [0], values: [-0.0]))
    #expect(zero == Series(recording: loss, units: [], steps: [0], values: [0]))
  }

  /// A NaN's payload depends on the processor; the record's does not.
  @Test func everyNaNIsWrittenAlike() {
    let odd = Float(bitPattern: 0xFFC1_2345)
    let signalling = Double(bitPattern: 0x7FF0_0000_0000_0001)
    func record(_ value: Double, _ values: [Float]) -> Record {
      var record = Examples.bare
      record.metrics = [MetricValue(.finalTrainLoss, value: value)]
      record.series = [
        Series(recording: Recording(quantity: .trainLoss), units: [], steps: [0], values: values)
      ]
      return record
    }
    #expect(RecordCoding.encode(record(signalling, [odd])) == RecordCoding.encode(record(.nan, [.nan])))
    #expect(RecordCoding.encode(record(0, [odd])) != RecordCoding.encode(record(0, [.infinity])))
  }

  /// The layout of format 2, byte for byte: a change of it must raise the format.
  @Test func layoutIsThatOfFormatTwo() {
    let bytes = RecordCoding.encode(Examples.full)
    #expect(RecordCoding.format == 2)
    #expect(bytes.starts(with: Array("KISEKIRC".utf8) + [2, 0, 0, 0, 64, 0, 0, 0]))
    #expect(Digest.of(bytes).hex == "d7102652c23095e315fef8eed28e7985d56ac577f52b44803ca47a9d33ab0823")
    #expect(
      Digest.of(RecordCoding.encode(Examples.bare)).hex
        == "beffb921c400905b66b7592f037edbd63313092cec941322766b714c3c7e6fca")
  }

  /// A record that was cut off anywhere is an error.
  @Test func everyTruncationIsFound() {
    let bytes = RecordCoding.encode(Examples.full)
    for count in bytes.indices {
      #expect(throws: RecordDamage.self, "the first \(count) bytes") {
        try RecordCoding.decode(Array(bytes.prefix(count)))
      }
    }
  }

  /// A record with any bit turned is an error, never another record.
  @Test func everyTurnedBitIsFound() {
    let bytes = RecordCoding.encode(Examples.full)
    for bit in 0..<8 * bytes.count {
      var damaged = bytes
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: RecordDamage.self, "bit \(bit)") { try RecordCoding.decode(damaged) }
    }
  }

  /// With a digest that fits, nothing but the reader itself stands between wrong content and a trap.
  @Test func contentThatFitsItsDigestIsStillNotTrusted() {
    let content = Array(RecordCoding.encode(Examples.full).dropLast(32))
    var state: UInt64 = 1
    var errors = 0
    for _ in 0..<2_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var damaged = content
      damaged[12 + Int(state >> 33) % (content.count - 12)] ^= 1 << UInt8(state >> 29 & 7)
      damaged += Digest.of(damaged).bytes
      do throws(RecordDamage) {
        let record = try RecordCoding.decode(damaged)
        #expect(try RecordCoding.decode(RecordCoding.encode(record)) == record)
      } catch {
        errors += 1
      }
    }
    #expect((1..<2_000).contains(errors))
  }

  @Test func saysWhatIsWrong() throws {
    #expect(damage(of: []) == .notARecord)
    #expect(damage(of: Array("PNG and so on".utf8)) == .notARecord)
    #expect(damage(of: Array("KISEKIRC".utf8)) == .truncated)
    var bytes = RecordCoding.encode(Examples.full)
    bytes[bytes.count - 1] ^= 1
    #expect(damage(of: bytes) == .digestDiffers)
    #expect(damage(of: RecordCoding.encode(Examples.full) + [0]) == .digestDiffers)
    let longer = RecordCoding.encode(Examples.full).dropLast(32) + [0]
    #expect(damage(of: longer + Digest.of(Array(longer)).bytes) == .malformed("end"))
  }

  /// A record of another format says so, whatever else that format changes.
  @Test func otherFormatsAreNamed() {
    var bytes = RecordCoding.encode(Examples.full)
    bytes[8] = 3
    #expect(damage(of: bytes) == .otherFormat(3))
    #expect("\(RecordDamage.otherFormat(3))" == "it has format 3, not 2")
  }

  private func damage(of bytes: [UInt8]) -> RecordDamage? {
    do throws(RecordDamage) {
      _ = try RecordCoding.decode(bytes)
      return nil
    } catch {
      return error
    }
  }
}
