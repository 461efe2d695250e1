/// Reads back what `ByteWriter` wrote, trusting nothing: every read is checked against the bytes that are left.
package struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  package var isAtEnd: Bool { position == bytes.endIndex }

  /// The next `count` bytes.
  package mutating func raw(_ count: Int) throws(RecordDamage) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - position else { throw .truncated }
    defer { position += count }
    return bytes[position..<position + count]
  }

  package mutating func integer<Value: FixedWidthInteger>(_: Value.Type) throws(RecordDamage) -> Value {
    var value: Value = 0
    for (index, byte) in try raw(Value.bitWidth / 8).enumerated() {
      value |= Value(truncatingIfNeeded: byte) << Value(truncatingIfNeeded: 8 * index)
    }
    return value
  }

  package mutating func double() throws(RecordDamage) -> Double {
    Double(bitPattern: try integer(UInt64.self))
  }

  package mutating func text() throws(RecordDamage) -> String {
    let count = Int(try integer(UInt32.self))
    guard let text = String(validating: try raw(count), as: UTF8.self) else { throw .malformed("text") }
    return text
  }

  package mutating func integers() throws(RecordDamage) -> [Int] {
    let content = try raw(4 * Int(try integer(UInt32.self)))
    return words(content).map { Int($0) }
  }

  package mutating func floats() throws(RecordDamage) -> [Float] {
    let content = try raw(4 * Int(try integer(UInt32.self)))
    return words(content).map { Float(bitPattern: $0) }
  }

  private func words(_ content: ArraySlice<UInt8>) -> [UInt32] {
    content.withUnsafeBytes { buffer in
      (0..<buffer.count / 4).map {
        UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
      }
    }
  }
}

/// Why bytes are not a record.
package enum RecordDamage: Error, Equatable, Sendable, CustomStringConvertible {
  case notARecord
  case otherFormat(UInt32)
  case truncated
  case digestDiffers
  case malformed(String)
  case otherKey

  package var description: String {
    switch self {
    case .notARecord: "it does not start as a record does"
    case .otherFormat(let version): "it has format \(version), not \(RecordCoding.format)"
    case .truncated: "it ends too early"
    case .digestDiffers: "its content does not fit its digest"
    case .malformed(let part): "its \(part) cannot be read"
    case .otherKey: "it is the record of another run"
    }
  }
}
