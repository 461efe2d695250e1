/// Unsigned integers in as few bytes as they need (LEB128).
///
/// Seven bits a byte, the lowest first, the top bit set on all but the last. There is exactly one way to write a number.
package enum Varint {
  /// The greatest number that is written: a count below it is exact as a Double.
  static let limit = 1 << 53

  /// The number at `position`, which moves behind it.
  ///
  /// - Throws: `.truncated`, or `.malformed` for a number above `limit` or with needless bytes.
  static func read(_ bytes: ArraySlice<UInt8>, at position: inout Int) throws(RecordDamage) -> Int {
    var value = 0
    var shift = 0
    while true {
      guard position < bytes.endIndex else { throw .truncated }
      let byte = bytes[position]
      position += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 {
        guard value <= limit, byte != 0 || shift == 0 else { throw .malformed("count") }
        return value
      }
      shift += 7
      guard shift < 56 else { throw .malformed("count") }
    }
  }
}

extension [UInt8] {
  /// Appends a number as `Varint` writes it.
  package mutating func append(varint value: Int) {
    precondition(value >= 0, "counts are not negative")
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

extension ByteReader {
  /// A number as `Varint` writes it.
  package mutating func varint() throws(RecordDamage) -> Int {
    var bytes: [UInt8] = []
    repeat { bytes += try raw(1) } while bytes.count < 9 && bytes[bytes.count - 1] >= 0x80
    var position = 0
    return try Varint.read(bytes[...], at: &position)
  }
}
