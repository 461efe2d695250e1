import Digests

/// An IDX file of the MNIST family, read and checked.
///
/// Format: a magic number, a count and, for images, rows and columns, all of four bytes and big-endian; then one byte a
/// pixel or label. The file may be compressed with gzip, whatever its name.
struct IDXFile {
  let path: String
  let header: IDXHeader
  /// The uncompressed file, header included; its length is the header's.
  private let content: [UInt8]

  /// Reads a file of the given kind.
  ///
  /// Nothing is allocated by what a header says: a plain file has the length it has, and compressed data is inflated
  /// piece by piece, up to one byte more than the header accounts for.
  init(_ path: String, expecting kind: IDXKind) throws(DatasetError) {
    let stored = try SourceFile.read(path, limit: IDXHeader.limit)
    try self.init(path: path, stored: stored, expecting: kind)
  }

  /// Reads the bytes of a file, plain or compressed.
  init(path: String, stored: [UInt8], expecting kind: IDXKind) throws(DatasetError) {
    let isCompressed = Gunzip.recognises(stored)
    let start =
      isCompressed
      ? try IDXFile.inflate(stored, atMost: kind.headerSize, path) : Array(stored.prefix(kind.headerSize))
    let header = try IDXHeader(start, expecting: kind, path: path)
    let content = isCompressed ? try IDXFile.inflate(stored, atMost: header.fileSize + 1, path) : stored
    guard content.count >= header.fileSize else {
      throw .truncated(path: path, bytes: content.count, expected: header.fileSize)
    }
    guard content.count == header.fileSize else {
      throw .trailingBytes(path: path, expected: header.fileSize)
    }
    self.path = path
    self.header = header
    self.content = content
  }

  /// The pixels or labels.
  var elements: [UInt8] { Array(content.dropFirst(header.kind.headerSize)) }

  /// SHA-256 of the uncompressed file.
  var digest: Digest { Digest.of(content) }

  private static func inflate(
    _ stored: [UInt8], atMost limit: Int, _ path: String
  ) throws(DatasetError) -> [UInt8] {
    do {
      return try Gunzip.inflate(stored, atMost: limit)
    } catch {
      throw .damagedGzip(path: path, error.damage)
    }
  }
}
