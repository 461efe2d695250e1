import Records
import Testing

@testable import Pipeline

@Suite struct OutputWriterTests {
  private let bench: Bench
  private let picture = "output/tiny/curves.png"

  init() throws {
    bench = try Bench()
    try bench.write(Bench.tiny())
  }

  /// A sheet that the study no longer has goes, and other pictures stay, whoever made them.
  @Test func formerSheetsAreRemoved() async throws {
    try await bench.report()
    let png = try #require(bench.contents(of: "output")[picture])
    let foreign = try #require(PNGChunks(png)?.without("tEXt").without("iTXt").bytes)
    for (name, bytes) in [("foreign.png", foreign), ("broken.png", [1, 2]), ("notes.txt", [3])] {
      try Files.write(bytes, to: "\(bench.output)/tiny/\(name)")
    }
    try bench.write(Bench.tiny(sheet: "renamed"))
    try await bench.report()
    #expect(
      bench.contents(of: "output/tiny").keys.sorted() == [
        "output/tiny/broken.png", "output/tiny/data/runs.jsonl", "output/tiny/data/series.bin",
        "output/tiny/foreign.png", "output/tiny/notes.txt",
        "output/tiny/renamed.png",
        "output/tiny/report.md", "output/tiny/summary.csv",
      ])
  }

  /// The same pixels in other bytes, as another zlib packs them, are the same picture.
  @Test func aPictureOfEqualPixelsIsNotRewritten() async throws {
    try await bench.report()
    let png = try #require(bench.contents(of: "output")[picture])
    let other = try #require(PNGChunks(png)?.adding("kiSk", [1, 2, 3]).bytes)
    #expect(other != png)
    try Files.write(other, to: "\(bench.scratch.path)/\(picture)")
    try await bench.report()
    #expect(bench.contents(of: "output")[picture] == other)
  }

  /// A picture without Kiseki's text, or none at all, is drawn anew.
  @Test func otherContentIsReplaced() async throws {
    try await bench.report()
    let png = try #require(bench.contents(of: "output")[picture])
    let silent = try #require(PNGChunks(png)?.without("tEXt").without("iTXt").bytes)
    for other in [silent, Array(png.dropLast(20)), []] {
      try Files.write(other, to: "\(bench.scratch.path)/\(picture)")
      try await bench.report()
      #expect(bench.contents(of: "output")[picture] == png)
    }
  }

  /// A README that is no gallery is somebody else's, and is told, not overwritten.
  @Test func anothersReadmeIsLeftAlone() async throws {
    try bench.write("# My project\n", to: "output/README.md")
    let watch = try await bench.report()
    #expect(bench.read("output/README.md") == "# My project\n")
    #expect(
      watch.notices == [
        "\(bench.output)/README.md: warning: this is no list of reports; it was left as it is"
      ])
    #expect(watch.reported == ["tiny"])
  }
}

/// A PNG file as its chunks, to change it without knowing its pixels.
private struct PNGChunks {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private var chunks: [(name: [UInt8], content: [UInt8])] = []

  init?(_ png: [UInt8]) {
    guard png.starts(with: PNGChunks.signature) else { return nil }
    var rest = png.dropFirst(8)
    while rest.count >= 12 {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      guard rest.count >= length + 12 else { return nil }
      chunks.append((Array(rest.dropFirst(4).prefix(4)), Array(rest.dropFirst(8).prefix(length))))
      rest = rest.dropFirst(length + 12)
    }
  }

  func without(_ name: String) -> PNGChunks {
    var copy = self
    copy.chunks.removeAll { $0.name == Array(name.utf8) }
    return copy
  }

  /// With a chunk more, before the last.
  func adding(_ name: String, _ content: [UInt8]) -> PNGChunks {
    var copy = self
    copy.chunks.insert((Array(name.utf8), content), at: chunks.count - 1)
    return copy
  }

  var bytes: [UInt8] {
    PNGChunks.signature
      + chunks.flatMap { name, content in
        PNGChunks.word(UInt32(content.count)) + name + content
          + PNGChunks.word(PNGChunks.checksum(name + content))
      }
  }

  private static func word(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// CRC-32, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value = ~UInt32(0)
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}
