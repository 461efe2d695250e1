import Foundation
import Testing

@testable import Charts

/// Pictures of all examples, compared as decoded pixels.
///
/// `KISEKI_UPDATE_GOLDENS=1 swift test` draws them anew; look at them before they are committed.
@Suite struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")
  private static let updates = ProcessInfo.processInfo.environment["KISEKI_UPDATE_GOLDENS"] == "1"

  @Test(arguments: Example.all)
  func sheet(_ example: Example) throws {
    try check(example.name, example.sheet.render())
  }

  /// Every character of the font in both weights.
  @Test func specimen() throws {
    var canvas = RasterCanvas(width: 1200, height: 250)
    var y = 10.0
    for weight in [TextStyle.Weight.regular, .bold] {
      let style = TextStyle(size: 26, weight: weight, color: Theme.ink)
      for line in TextFitting.wrapped(spaced(FontTests.promised), style: style, width: 1160) {
        y += 36
        canvas.text(TextRun(line, at: Point(20, y), style: style))
      }
    }
    try check("font", canvas.raster)
  }

  /// A space behind every tenth character, to let it wrap.
  private func spaced(_ text: String) -> String {
    String(text.enumerated().flatMap { $0.offset % 10 == 9 ? [$0.element, " "] : [$0.element] })
  }

  private func check(_ name: String, _ raster: Raster) throws {
    let file = Self.folder.appendingPathComponent("\(name).png")
    let bytes = try PNGImage.encode(raster)
    #expect(bytes.count < 500_000)
    let old = try? [UInt8](Data(contentsOf: file))
    if Self.updates, old.map({ !PNGImage.samePixels($0, bytes) }) ?? true {
      try Data(bytes).write(to: file)
      return
    }
    let golden = try #require(old, "no golden picture \(name).png; draw it with KISEKI_UPDATE_GOLDENS=1")
    #expect(PNGImage.samePixels(golden, bytes), "\(name).png differs")
  }
}
