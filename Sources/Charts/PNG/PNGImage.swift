import CPNG

/// Pictures as PNG files, written and read by libpng.
///
/// The bytes of a file depend on the compression library; identity is that of the decoded pixels (`samePixels`).
/// Files carry no time, host or version.
package enum PNGImage {
  /// An entry of text in the file.
  ///
  /// Keys are 1 to 79 printable ASCII characters; values hold no NUL.
  package struct Text: Equatable, Sendable {
    package var key: String
    package var value: String

    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// A picture and the text that came with it.
  package struct Decoded: Equatable, Sendable {
    package var raster: Raster
    package var texts: [Text]
  }

  package enum Failure: Error, Equatable, CustomStringConvertible {
    case unwritable(String)
    case unreadable(String)
    case invalidText(key: String)

    package var description: String {
      switch self {
      case .unwritable(let why): "cannot write the PNG: \(why)"
      case .unreadable(let why): "cannot read the PNG: \(why)"
      case .invalidText(let key): "a PNG cannot hold the text entry \"\(key)\""
      }
    }
  }

  /// The largest picture that is read, in pixels.
  package static let maxPixels = 1 << 26

  /// The file for a picture; translucent pixels are written as if opaque.
  ///
  /// Pictures whose colours can be brought to 256 without visible loss are written with a palette.
  package static func encode(_ raster: Raster, texts: [Text] = []) throws(Failure) -> [UInt8] {
    for text in texts where !isValid(text) { throw .invalidText(key: text.key) }
    var blob: [UInt8] = []
    for text in texts { blob += Array(text.key.utf8) + [0] + Array(text.value.utf8) + [0] }
    let indexed = Quantiser.indexed(raster)
    let pixels = indexed?.indices ?? rgb(raster.pixels)
    let palette = indexed.map { rgb($0.palette) } ?? []
    return try pixels.withUnsafeBufferPointer { pixels throws(Failure) in
      try palette.withUnsafeBufferPointer { palette throws(Failure) in
        try blob.withUnsafeBufferPointer { blob throws(Failure) in
          var source = cpng_source()
          source.width = UInt32(raster.width)
          source.height = UInt32(raster.height)
          source.pixels = pixels.baseAddress
          source.palette = palette.baseAddress
          source.palette_count = UInt32(palette.count / 3)
          source.text = blob.baseAddress
          source.text_length = blob.count
          source.text_count = UInt32(texts.count)
          return try write(&source)
        }
      }
    }
  }

  /// The picture in a file's bytes.
  package static func decode(_ bytes: [UInt8]) throws(Failure) -> Decoded {
    var picture = cpng_picture()
    var message = [CChar](repeating: 0, count: Int(CPNG_MESSAGE_SIZE))
    let failed = bytes.withUnsafeBufferPointer {
      cpng_decode($0.baseAddress, bytes.count, UInt64(maxPixels), &picture, &message)
    }
    guard failed == 0, let pixels = picture.pixels else { throw .unreadable(text(message)) }
    defer {
      cpng_free(picture.pixels)
      cpng_free(picture.text)
    }
    let count = Int(picture.width) * Int(picture.height)
    let packed = [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
      for index in 0..<count {
        let at = index * 4
        buffer[index] =
          UInt32(pixels[at + 3]) << 24 | UInt32(pixels[at]) << 16 | UInt32(pixels[at + 1]) << 8
          | UInt32(pixels[at + 2])
      }
      initialized = count
    }
    guard let raster = Raster(width: Int(picture.width), height: Int(picture.height), pixels: packed) else {
      throw .unreadable("it has no pixels")
    }
    let blob = UnsafeBufferPointer(start: picture.text, count: picture.text_length)
    return Decoded(raster: raster, texts: texts(in: Array(blob)))
  }

  /// Whether two files show the same pixels, whatever their compression, palettes and text; false if either is
  /// unreadable.
  package static func samePixels(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard let first = try? decode(a), let second = try? decode(b) else { return false }
    return first.raster == second.raster
  }

  private static func isValid(_ text: Text) -> Bool {
    let key = Array(text.key.utf8)
    let inner = key.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    return (1...79).contains(key.count) && inner && key.first != 0x20 && key.last != 0x20
      && !text.key.contains("  ") && !text.value.utf8.contains(0)
  }

  private static func write(_ source: inout cpng_source) throws(Failure) -> [UInt8] {
    var out: UnsafeMutablePointer<UInt8>?
    var length = 0
    var message = [CChar](repeating: 0, count: Int(CPNG_MESSAGE_SIZE))
    guard cpng_encode(&source, &out, &length, &message) == 0, let out else {
      throw .unwritable(text(message))
    }
    defer { cpng_free(out) }
    return Array(UnsafeBufferPointer(start: out, count: length))
  }

  private static func rgb(_ pixels: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pixels.count * 3)
    for pixel in pixels {
      bytes.append(UInt8(truncatingIfNeeded: pixel >> 16))
      bytes.append(UInt8(truncatingIfNeeded: pixel >> 8))
      bytes.append(UInt8(truncatingIfNeeded: pixel))
    }
    return bytes
  }

  private static func texts(in blob: [UInt8]) -> [Text] {
    let parts = blob.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    return stride(from: 0, to: parts.count - 2, by: 2).map { Text(key: parts[$0], value: parts[$0 + 1]) }
  }

  private static func text(_ message: [CChar]) -> String {
    String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
