import Records

/// A checksum for each recorded step of a run.
struct StepChecks {
  let all: [StepCheck]

  init(_ record: Record) {
    // By step; at most one more than the run has updates.
    var hashes = [UInt64](repeating: StepChecks.offset, count: record.steps + 1)
    var isRecorded = [Bool](repeating: false, count: record.steps + 1)
    for series in record.series {
      for (index, step) in series.steps.enumerated() where step <= record.steps {
        isRecorded[step] = true
        for line in 0..<series.lineCount {
          StepChecks.add(series.values[index * series.lineCount + line].bitPattern, to: &hashes[step])
        }
      }
    }
    for series in record.distributions {
      for (step, distribution) in zip(series.steps, series.distributions) where step <= record.steps {
        isRecorded[step] = true
        var writer = ByteWriter()
        distribution.append(to: &writer)
        for byte in writer.bytes { StepChecks.add(UInt32(byte), to: &hashes[step]) }
      }
    }
    all = isRecorded.indices.filter { isRecorded[$0] }.map { step in
      StepCheck(step: step, sum: StepChecks.folded(hashes[step]))
    }
  }

  // FNV-1a with 64 bits, over words in place of bytes: http://www.isthe.com/chongo/tech/comp/fnv/
  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  private static func add(_ word: UInt32, to hash: inout UInt64) {
    hash = (hash ^ UInt64(word)) &* prime
  }

  /// The upper bits depend on all words, the lower ones only on the lower bits of each.
  private static func folded(_ hash: UInt64) -> UInt16 {
    let mixed = hash ^ hash >> 32
    return UInt16(truncatingIfNeeded: mixed ^ mixed >> 16)
  }
}
