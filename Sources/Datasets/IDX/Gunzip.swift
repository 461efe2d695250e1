import Clibz

/// Decompression of gzip data (RFC 1952) of one or several members, by zlib, up to a limit.
enum Gunzip {
  /// Thrown for data that is no sound gzip data up to where it is read.
  struct Failure: Error {
    let damage: DatasetError.GzipDamage
  }

  /// Bytes that are inflated in one go, so that memory follows the data and not a promise.
  private static let pieceSize = 1 << 18
  /// zlib's code for the largest window with a gzip header.
  private static let gzipWindow: Int32 = 15 + 16

  /// Whether bytes start like gzip data.
  static func recognises(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.starts(with: [0x1f, 0x8b])
  }

  /// The first `limit` bytes of what the data holds, or all of it if that is less.
  ///
  /// Checksums are verified of the members that end below the limit.
  static func inflate(_ compressed: [UInt8], atMost limit: Int) throws(Failure) -> [UInt8] {
    var source = compressed
    return try source.withUnsafeMutableBufferPointer { source throws(Failure) in
      guard let input = UInt32(exactly: source.count) else { throw Failure(damage: .invalid) }
      var stream = z_stream()
      stream.next_in = source.baseAddress
      stream.avail_in = input
      let opened = inflateInit2_(
        &stream, gzipWindow, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
      guard opened == Z_OK else { throw Failure(damage: .invalid) }
      defer { inflateEnd(&stream) }
      return try inflate(&stream, atMost: limit)
    }
  }

  private static func inflate(_ stream: inout z_stream, atMost limit: Int) throws(Failure) -> [UInt8] {
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: min(pieceSize, limit))
    while output.count < limit {
      let room = min(piece.count, limit - output.count)
      let (status, produced) = advance(&stream, into: &piece, room: room)
      output.append(contentsOf: piece.prefix(produced))
      switch status {
      case Z_OK: continue
      case Z_STREAM_END:
        if try !startNextMember(&stream) { return output }
      case Z_BUF_ERROR where stream.avail_in == 0: throw Failure(damage: .endsEarly)
      default: throw Failure(damage: .invalid)
      }
    }
    return output
  }

  /// One call of zlib: its status and the bytes it wrote.
  private static func advance(
    _ stream: inout z_stream, into piece: inout [UInt8], room: Int
  ) -> (status: Int32, produced: Int) {
    piece.withUnsafeMutableBufferPointer { piece in
      stream.next_out = piece.baseAddress
      stream.avail_out = UInt32(room)
      let status = Clibz.inflate(&stream, Z_NO_FLUSH)
      return (status, room - Int(stream.avail_out))
    }
  }

  /// After the end of a member: whether another one follows, for which the stream is then ready.
  private static func startNextMember(_ stream: inout z_stream) throws(Failure) -> Bool {
    guard stream.avail_in > 0 else { return false }
    let rest = UnsafeBufferPointer(start: stream.next_in, count: Int(stream.avail_in))
    guard recognises(rest), inflateReset(&stream) == Z_OK else { throw Failure(damage: .trailingBytes) }
    return true
  }
}
