/// Ascending steps in few bytes: how many there are, then for each run of equal distances the distance and its length, as
/// varints.
///
/// The first distance is from 0.
package enum PackedSteps {
  package static func append(_ steps: [Int], to writer: inout ByteWriter) {
    var bytes: [UInt8] = []
    bytes.append(varint: steps.count)
    var (previous, index) = (0, 0)
    while index < steps.count {
      let distance = steps[index] - previous
      var length = 0
      while index < steps.count, steps[index] - previous == distance {
        previous = steps[index]
        index += 1
        length += 1
      }
      bytes.append(varint: distance)
      bytes.append(varint: length)
    }
    writer.append(raw: bytes)
  }

  /// Reads steps back.
  ///
  /// - Parameters:
  ///   - reader: at the steps.
  ///   - last: no step may be greater.
  /// - Returns: ascending.
  /// - Throws: `RecordDamage` for bytes that `append` does not write.
  package static func read(from reader: inout ByteReader, upTo last: Int) throws(RecordDamage) -> [Int] {
    let count = try reader.varint()
    var steps: [Int] = []
    while steps.count < count {
      let distance = try reader.varint()
      let length = try reader.varint()
      guard length > 0, length <= count - steps.count else { throw .malformed("steps") }
      for _ in 0..<length {
        let step = (steps.last ?? 0) + distance
        // Only the first step may be 0.
        guard step <= last, steps.isEmpty || distance > 0 else { throw .malformed("steps") }
        steps.append(step)
      }
    }
    return steps
  }
}
