import Testing

@testable import Charts

@Suite struct PNGTests {
  private func gradient(_ width: Int, _ height: Int) -> Raster {
    var raster = Raster(width: width, height: height)
    for index in raster.pixels.indices {
      let (x, y) = (UInt32(index % width), UInt32(index / width))
      raster.pixels[index] =
        0xFF00_0000 | (x * 255 / UInt32(width)) << 16 | (y * 255 / UInt32(height)) << 8 | (x ^ y) & 0xFF
    }
    return raster
  }

  /// Few colours: a palette file with exactly the same pixels.
  @Test func paletteRoundTrip() throws {
    var canvas = RasterCanvas(width: 120, height: 80)
    canvas.stroke([[Point(5, 5), Point(110, 70)]], pen: Pen(color: Palette.category(0), width: 3), clip: nil)
    let bytes = try PNGImage.encode(canvas.raster)
    #expect(bytes[25] == 3)
    #expect(try PNGImage.decode(bytes).raster == canvas.raster)
  }

  /// Colours in all directions: no palette, the same pixels.
  @Test func trueColorRoundTrip() throws {
    let raster = gradient(300, 200)
    let bytes = try PNGImage.encode(raster)
    #expect(bytes[25] == 2)
    #expect(try PNGImage.decode(bytes).raster == raster)
  }

  /// Where colours are merged, flat areas keep theirs and no channel moves by more than the tolerance.
  @Test func reductionIsClose() throws {
    let raster = Example.lines.render()
    let decoded = try PNGImage.decode(PNGImage.encode(raster)).raster
    #expect(decoded.pixels[0] == raster.pixels[0])
    var worst = 0
    for (a, b) in zip(raster.pixels, decoded.pixels) where a != b {
      for shift in [UInt32(0), 8, 16] {
        worst = max(worst, abs(Int(a >> shift & 0xFF) - Int(b >> shift & 0xFF)))
      }
    }
    #expect(worst <= 32)
  }

  @Test func texts() throws {
    let texts = [
      PNGImage.Text(key: "study", value: "digits"), .init(key: "panels", value: "σ ≤ 1, 軌跡\nline 2"),
    ]
    let bytes = try PNGImage.encode(gradient(8, 8), texts: texts)
    #expect(try PNGImage.decode(bytes).texts == texts)
    #expect(throws: PNGImage.Failure.invalidText(key: "")) {
      try PNGImage.encode(gradient(8, 8), texts: [.init(key: "", value: "x")])
    }
    #expect(throws: PNGImage.Failure.invalidText(key: "a")) {
      try PNGImage.encode(gradient(8, 8), texts: [.init(key: "a", value: "x\0y")])
    }
  }

  /// No time, host or version: only the chunks that the picture needs.
  @Test func chunks() throws {
    let bytes = try PNGImage.encode(RasterCanvas(width: 20, height: 20).raster)
    var names: [String] = []
    var at = 8
    while at + 8 <= bytes.count {
      names.append(String(decoding: bytes[(at + 4)..<(at + 8)], as: UTF8.self))
      at += 12 + bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(names == ["IHDR", "PLTE", "IDAT", "IEND"])
  }

  /// Identity is that of the pixels, whatever else the files hold.
  @Test func samePixels() throws {
    let raster = gradient(20, 20)
    var other = raster
    other.pixels[7] ^= 1
    let plain = try PNGImage.encode(raster)
    #expect(PNGImage.samePixels(plain, try PNGImage.encode(raster, texts: [.init(key: "a", value: "b")])))
    #expect(!PNGImage.samePixels(plain, try PNGImage.encode(other)))
    #expect(!PNGImage.samePixels(plain, [1, 2, 3]))
  }

  /// Every truncation is an error, and none is a crash.
  @Test func truncated() throws {
    let bytes = try PNGImage.encode(gradient(6, 6), texts: [.init(key: "key", value: "value")])
    let readable = bytes.indices.filter { (try? PNGImage.decode(Array(bytes[..<$0]))) != nil }
    #expect(readable == [])
  }

  /// Every changed byte is an error (all parts are covered by a checksum), and none is a crash.
  @Test func mutated() throws {
    let bytes = try PNGImage.encode(gradient(6, 6), texts: [.init(key: "key", value: "value")])
    let readable = bytes.indices.filter { index in
      var copy = bytes
      copy[index] ^= 0x41
      return (try? PNGImage.decode(copy)) != nil
    }
    #expect(readable == [])
  }

  /// A header that promises more than its bytes can hold is refused before anything is allocated.
  @Test(arguments: [(60000, 60000), (8000, 8000)])
  func lyingHeader(_ width: Int, _ height: Int) throws {
    var bytes = try PNGImage.encode(gradient(16, 16))
    for (offset, value) in [(16, width), (20, height)] {
      for byte in 0..<4 { bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> (24 - 8 * byte)) }
    }
    let sum = crc(Array(bytes[12..<29]))
    for byte in 0..<4 { bytes[29 + byte] = UInt8(truncatingIfNeeded: sum >> UInt32(24 - 8 * byte)) }
    #expect(throws: PNGImage.Failure.self) { try PNGImage.decode(bytes) }
    do {
      _ = try PNGImage.decode(bytes)
    } catch {
      #expect(error.description.contains("too large") || error.description.contains("too short"))
    }
  }

  /// CRC-32 as PNG has it.
  private func crc(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
