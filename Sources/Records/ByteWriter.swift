/// Appends values to a byte string in the records' canonical form: little-endian integers and bit patterns, texts and
/// lists led by their count.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func append(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func append(_ value: Double) { append(value.bitPattern) }

  package mutating func append(_ text: String) {
    append(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func append(_ integers: [Int]) {
    append(UInt32(integers.count))
    for integer in integers { append(UInt32(integer)) }
  }

  package mutating func append(_ values: [Float]) {
    append(UInt32(values.count))
    bytes.reserveCapacity(bytes.count + 4 * values.count)
    for value in values { append(value.bitPattern) }
  }

  /// Appends bytes as they are, without their count.
  package mutating func append(raw: [UInt8]) { bytes.append(contentsOf: raw) }
}
