/// Trajectories in few bytes, exactly.
///
/// Neighbouring values of a trajectory are neighbouring floats: each is written as its distance from a prediction, counted
/// in representable numbers (the patterns in ascending order of value), as a varint. The prediction is the previous value,
/// or the line through the previous two; each trajectory takes what is shorter.
package enum PackedFloats {
  private enum Prediction: UInt8, CaseIterable {
    case previous = 0
    case linear = 1
  }

  /// Appends the values of one trajectory, led by the prediction.
  package static func append(_ values: [Float], to bytes: inout [UInt8]) {
    let ranks = values.map { rank(of: $0.bitPattern) }
    let candidates = Prediction.allCases.map { prediction in
      [prediction.rawValue] + packed(ranks, prediction)
    }
    // The first of the shortest: equal trajectories have equal bytes.
    bytes += candidates.min { $0.count < $1.count }!
  }

  /// Reads `count` values back.
  ///
  /// - Throws: `RecordDamage` for bytes that `append` does not write.
  package static func read(_ count: Int, from reader: inout ByteReader) throws(RecordDamage) -> [Float] {
    guard let prediction = Prediction(rawValue: try reader.integer(UInt8.self)) else {
      throw .malformed("prediction")
    }
    var (previous, beforeThat): (UInt32, UInt32) = (0x8000_0000, 0x8000_0000)
    var values: [Float] = []
    for _ in 0..<count {
      let distance = try reader.varint()
      guard let zigzag = UInt32(exactly: distance) else { throw .malformed("trajectory") }
      let predicted = predict(prediction, previous, beforeThat)
      let rank = predicted &+ (zigzag >> 1 ^ (0 &- (zigzag & 1)))
      (previous, beforeThat) = (rank, previous)
      values.append(Float(bitPattern: pattern(ofRank: rank)))
    }
    return values
  }

  private static func packed(_ ranks: [UInt32], _ prediction: Prediction) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(ranks.count * 3)
    // The rank of 0.
    var (previous, beforeThat): (UInt32, UInt32) = (0x8000_0000, 0x8000_0000)
    for rank in ranks {
      let distance = Int32(bitPattern: rank &- predict(prediction, previous, beforeThat))
      bytes.append(varint: Int(UInt32(bitPattern: distance << 1 ^ distance >> 31)))
      (previous, beforeThat) = (rank, previous)
    }
    return bytes
  }

  private static func predict(_ prediction: Prediction, _ previous: UInt32, _ beforeThat: UInt32) -> UInt32 {
    switch prediction {
    case .previous: previous
    case .linear: previous &+ (previous &- beforeThat)
    }
  }

  /// The place of a pattern among all, in ascending order of value.
  private static func rank(of pattern: UInt32) -> UInt32 {
    pattern & 0x8000_0000 == 0 ? pattern | 0x8000_0000 : ~pattern
  }

  private static func pattern(ofRank rank: UInt32) -> UInt32 {
    rank & 0x8000_0000 == 0 ? ~rank : rank & 0x7FFF_FFFF
  }
}
