import Studies
import Testing

@testable import Records

@Suite struct PackedTests {
  private func bytes(_ trajectories: [[Float]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for values in trajectories { PackedFloats.append(values, to: &bytes) }
    return bytes
  }

  /// Any pattern comes back, whatever comes after it.
  @Test func floatsComeBackAsBits() throws {
    var samples = DistributionSamples(seed: 5)
    let extremes: [Float] = [
      0, -0.0, .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
      .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1, -1,
    ]
    let trajectories = [
      [], extremes, samples.uniform(300), (0..<300).map { Float($0) * 0.125 },
      (0..<500).map { _ in Float(bitPattern: UInt32(truncatingIfNeeded: samples.word())) },
    ]
    var reader = ByteReader(bytes(trajectories)[...])
    for values in trajectories {
      let back = try PackedFloats.read(values.count, from: &reader)
      #expect(back.map(\.bitPattern) == values.map(\.bitPattern))
    }
    #expect(reader.isAtEnd)
  }

  /// A constant takes a byte a value.
  @Test func constantsAreShort() {
    #expect(bytes([[Float](repeating: 0.1, count: 1000)]).count < 1010)
  }

  @Test func damagedFloatsAreRefused() {
    var reader = ByteReader([2, 0][...])
    #expect(throws: RecordDamage.malformed("prediction")) { try PackedFloats.read(1, from: &reader) }
    // More than 32 bits.
    var wide = ByteReader([0, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F][...])
    #expect(throws: RecordDamage.malformed("trajectory")) { try PackedFloats.read(1, from: &wide) }
    var short = ByteReader([0, 1][...])
    #expect(throws: RecordDamage.truncated) { try PackedFloats.read(2, from: &short) }
  }

  @Test(arguments: [
    [], [0], [7], Array(0...600), [0, 1, 2, 4, 8, 16, 600], Array(stride(from: 5, to: 90, by: 5)),
  ])
  func stepsComeBack(steps: [Int]) throws {
    var writer = ByteWriter()
    PackedSteps.append(steps, to: &writer)
    var reader = ByteReader(writer.bytes[...])
    #expect(try PackedSteps.read(from: &reader, upTo: 600) == steps)
    #expect(reader.isAtEnd)
  }

  /// Steps beyond the last, twice the same step, more steps than announced.
  @Test(arguments: [[1, 200, 5, 1], [2, 0, 2], [2, 1, 3], [2, 1, 0]] as [[UInt8]])
  func damagedStepsAreRefused(bytes: [UInt8]) {
    var reader = ByteReader(bytes[...])
    #expect(throws: RecordDamage.malformed("steps")) { try PackedSteps.read(from: &reader, upTo: 100) }
  }
}

@Suite struct CoarseSketchTests {
  private func coded(_ sketch: CoarseSketch) throws -> CoarseSketch {
    var writer = ByteWriter()
    sketch.append(to: &writer)
    var reader = ByteReader(writer.bytes[...])
    let back = try CoarseSketch(from: &reader)
    #expect(reader.isAtEnd)
    return back
  }

  /// No value is lost, whatever it is.
  @Test func countsEveryValue() throws {
    var samples = DistributionSamples(seed: 11)
    let sets: [[Float]] = [
      [], [.nan], [.infinity, -.infinity, 0, -0.0], samples.normal(5000), samples.heavyTailed(5000),
      [.greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude],
    ]
    for values in sets {
      let sketch = CoarseSketch(Distribution(values))
      #expect(sketch.count == values.count)
      #expect(try coded(sketch) == sketch)
    }
  }

  /// Within the width of its buckets, a distance is that of the full sketches.
  @Test func distancesAreThoseOfTheFullSketch() {
    var samples = DistributionSamples(seed: 3)
    for shift in [0.01, 0.1, 1] as [Float] {
      let (a, b) = (samples.normal(20_000), samples.normal(20_000).map { $0 * (1 + shift) + shift })
      let full = Distance.wasserstein1(Distribution(a), Distribution(b))
      let coarse = Distance.wasserstein1(CoarseSketch(Distribution(a)), CoarseSketch(Distribution(b)))
      #expect(abs(full - coarse) < 0.01 * full + 0.002, "\(full) \(coarse)")
    }
  }

  /// Damaged bytes are refused or give another sketch; nothing traps.
  @Test func everyFlippedBitIsSurvived() {
    var samples = DistributionSamples(seed: 4)
    let sketch = CoarseSketch(Distribution(samples.normal(200)))
    var writer = ByteWriter()
    sketch.append(to: &writer)
    for bit in 0..<8 * writer.bytes.count {
      var bytes = writer.bytes
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      var reader = ByteReader(bytes[...])
      guard let other = try? CoarseSketch(from: &reader), reader.isAtEnd else { continue }
      #expect(other != sketch, "bit \(bit)")
      _ = Distance.wasserstein1(other, sketch)
    }
  }
}
