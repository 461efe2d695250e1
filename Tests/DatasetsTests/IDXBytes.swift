import Clibz
import Foundation

@testable import Datasets

/// Builds the bytes of small IDX files, sound or not.
enum IDXBytes {
  static func images(count: Int, rows: Int, columns: Int, pixels: [UInt8]) -> [UInt8] {
    [0, 0, 8, 3] + number(count) + number(rows) + number(columns) + pixels
  }

  static func labels(count: Int, _ labels: [UInt8]) -> [UInt8] {
    [0, 0, 8, 1] + number(count) + labels
  }

  static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// The bytes as one member of a gzip file.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var source = bytes
    var target = [UInt8](repeating: 0, count: bytes.count + 1000)
    let room = UInt32(target.count)
    let used = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var stream = z_stream()
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = room
        deflateInit2_(
          &stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, zlibVersion(),
          Int32(MemoryLayout<z_stream>.size))
        deflate(&stream, Z_FINISH)
        deflateEnd(&stream)
        return room - stream.avail_out
      }
    }
    return Array(target.prefix(Int(used)))
  }
}

/// A folder for the files of one test, removed at its end.
struct TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  /// Writes a file, and the folders on the way to it, and returns its path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
