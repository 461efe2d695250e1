/// What an IDX file says about itself: checked for sense, not yet against the file's length.
struct IDXHeader: Equatable {
  let kind: IDXKind
  let count: Int
  /// Pixels a column and a row of one image; 1 × 1 for labels.
  let rows: Int
  let columns: Int

  /// The most bytes that a file may claim to have.
  static let limit = 1 << 30

  /// Bytes that a file with this header has.
  var fileSize: Int { kind.headerSize + count * rows * columns }

  /// Reads the header of a file that should be of this kind.
  ///
  /// - Parameters:
  ///   - start: the first bytes of the uncompressed file, all there are up to the size of a header.
  ///   - kind: what is expected.
  ///   - path: for messages.
  /// - Throws: `DatasetError` for anything but a header that claims at least one pixel or label and at most `limit`
  ///   bytes.
  init(_ start: [UInt8], expecting kind: IDXKind, path: String) throws(DatasetError) {
    guard start.count >= 4 else { throw .notIDX(path: path, start: start) }
    let magic = IDXHeader.number(start, at: 0)
    guard magic != kind.other.magic else { throw .wrongKind(path: path, expected: kind) }
    guard magic == kind.magic else { throw .notIDX(path: path, start: Array(start.prefix(4))) }
    guard start.count >= kind.headerSize else {
      throw .truncatedHeader(path: path, bytes: start.count, expected: kind.headerSize)
    }
    let count = Int(IDXHeader.number(start, at: 4))
    let rows = kind == .images ? Int(IDXHeader.number(start, at: 8)) : 1
    let columns = kind == .images ? Int(IDXHeader.number(start, at: 12)) : 1
    guard count > 0 else { throw .empty(path: path, kind) }
    guard rows > 0, columns > 0 else { throw .noPixels(path: path, rows: rows, columns: columns) }
    let (pixels, pixelsOverflow) = rows.multipliedReportingOverflow(by: columns)
    let (bytes, bytesOverflow) = pixels.multipliedReportingOverflow(by: count)
    guard !pixelsOverflow, !bytesOverflow, bytes <= IDXHeader.limit - kind.headerSize else {
      throw .claimsTooMuch(path: path, limit: IDXHeader.limit)
    }
    self.kind = kind
    self.count = count
    self.rows = rows
    self.columns = columns
  }

  /// The big-endian number of four bytes at an offset.
  private static func number(_ bytes: [UInt8], at offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
