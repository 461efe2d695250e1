import Digests
import Numerics
import Testing

@testable import Datasets

/// IDX files from bytes: sound ones are read, and whatever else is refused without a crash.
@Suite struct IDXFileTests {
  private static let images = IDXBytes.images(count: 2, rows: 1, columns: 3, pixels: [1, 2, 3, 4, 5, 6])
  private static let labels = IDXBytes.labels(count: 2, [7, 9])

  @Test(arguments: [images, IDXBytes.gzip(images), twoMembers(images)])
  func readsImagesPlainAndCompressed(stored: [UInt8]) throws {
    let file = try IDXFile(path: "f", stored: stored, expecting: .images)
    #expect(file.header.count == 2)
    #expect(file.header.rows == 1)
    #expect(file.header.columns == 3)
    #expect(file.elements == [1, 2, 3, 4, 5, 6])
    #expect(file.digest == Digest.of(Self.images))
  }

  @Test(arguments: [labels, IDXBytes.gzip(labels), twoMembers(labels)])
  func readsLabelsPlainAndCompressed(stored: [UInt8]) throws {
    let file = try IDXFile(path: "f", stored: stored, expecting: .labels)
    #expect(file.header.count == 2)
    #expect(file.elements == [7, 9])
  }

  /// A file of images that is refused, and why.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let stored: [UInt8]
    let error: DatasetError

    init(_ name: String, _ stored: [UInt8], _ error: DatasetError) {
      testDescription = name
      self.stored = stored
      self.error = error
    }
  }

  static let refusals: [Refusal] = [
    Refusal("empty", [], .notIDX(path: "f", start: [])),
    Refusal("three bytes", [0, 0, 8], .notIDX(path: "f", start: [0, 0, 8])),
    Refusal("zip", [0x50, 0x4b, 3, 4, 9, 9], .notIDX(path: "f", start: [0x50, 0x4b, 3, 4])),
    Refusal("labels", labels, .wrongKind(path: "f", expected: .images)),
    Refusal("half a header", Array(images.prefix(11)), .truncatedHeader(path: "f", bytes: 11, expected: 16)),
    Refusal("no images", header(0, 1, 1), .empty(path: "f", .images)),
    Refusal("no rows", header(1, 0, 5), .noPixels(path: "f", rows: 0, columns: 5)),
    Refusal("no columns", header(1, 5, 0), .noPixels(path: "f", rows: 5, columns: 0)),
    Refusal("huge", header(0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF), .claimsTooMuch(path: "f", limit: 1 << 30)),
    Refusal(
      "a byte above the limit", header((1 << 30) - 15, 1, 1), .claimsTooMuch(path: "f", limit: 1 << 30)),
    Refusal(
      "at the limit", header((1 << 30) - 16, 1, 1), .truncated(path: "f", bytes: 16, expected: 1 << 30)),
    Refusal("a pixel short", images.dropLast(), .truncated(path: "f", bytes: 21, expected: 22)),
    Refusal("a byte more", images + [0], .trailingBytes(path: "f", expected: 22)),
    Refusal(
      "a pixel short, compressed", IDXBytes.gzip(images.dropLast()),
      .truncated(path: "f", bytes: 21, expected: 22)),
    Refusal("inflates beyond its claim", bomb, .trailingBytes(path: "f", expected: 22)),
    Refusal("gzip of nothing", IDXBytes.gzip([]), .notIDX(path: "f", start: [])),
    Refusal(
      "gzip cut short", IDXBytes.gzip(images).dropLast(3), .damagedGzip(path: "f", .endsEarly)),
    Refusal("gzip's magic alone", [0x1f, 0x8b], .damagedGzip(path: "f", .endsEarly)),
    Refusal("no gzip after its magic", [0x1f, 0x8b, 0xff, 0xff], .damagedGzip(path: "f", .invalid)),
    Refusal("wrong checksum", wrongChecksum, .damagedGzip(path: "f", .invalid)),
    Refusal("more after gzip", IDXBytes.gzip(images) + [1], .damagedGzip(path: "f", .trailingBytes)),
  ]

  @Test(arguments: refusals)
  func refuses(refusal: Refusal) {
    #expect(throws: refusal.error) {
      try IDXFile(path: "f", stored: refusal.stored, expecting: .images)
    }
  }

  /// Seeded mutations of sound files: each is read or refused, and what is read agrees with its header.
  @Test func survivesMutations() {
    var stream = RandomStream(seed: 7, name: "mutations")
    let originals = [Self.images, Self.labels, IDXBytes.gzip(Self.images), IDXBytes.gzip(Self.labels)]
    var readable = 0
    for round in 0..<20_000 {
      let bytes = mutated(originals[round % 4], by: &stream)
      for kind in [IDXKind.images, .labels] {
        guard let file = try? IDXFile(path: "f", stored: bytes, expecting: kind) else { continue }
        readable += 1
        #expect(file.elements.count == file.header.count * file.header.rows * file.header.columns)
      }
    }
    // Mutations of pixels and labels leave a file sound, those of headers do not.
    #expect(readable > 100 && readable < 20_000)
  }

  private func mutated(_ original: [UInt8], by stream: inout RandomStream) -> [UInt8] {
    var bytes = original
    for _ in 0...stream.below(3) {
      let place = Int(stream.below(UInt32(bytes.count)))
      switch stream.below(5) {
      case 0: bytes[place] = UInt8(stream.below(256))
      case 1: bytes[place] ^= 1 << UInt8(stream.below(8))
      case 2: bytes.insert(UInt8(stream.below(256)), at: place)
      case 3 where bytes.count > 1: bytes.remove(at: place)
      default: bytes = Array(bytes.prefix(place + 1))
      }
    }
    return bytes
  }

  private static func header(_ count: Int, _ rows: Int, _ columns: Int) -> [UInt8] {
    IDXBytes.images(count: count, rows: rows, columns: columns, pixels: [])
  }

  /// Gzip data may consist of several members; their content is joined.
  private static func twoMembers(_ bytes: [UInt8]) -> [UInt8] {
    IDXBytes.gzip(Array(bytes.prefix(5))) + IDXBytes.gzip(Array(bytes.dropFirst(5)))
  }

  /// 22 bytes by its header, ten million when inflated.
  private static var bomb: [UInt8] {
    IDXBytes.gzip(images + [UInt8](repeating: 0, count: 10_000_000))
  }

  private static var wrongChecksum: [UInt8] {
    var bytes = IDXBytes.gzip(images)
    bytes[bytes.count - 8] ^= 1
    return bytes
  }
}
