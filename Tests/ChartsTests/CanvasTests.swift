import Testing

@testable import Charts

@Suite struct CanvasTests {
  private let black = Color(0)

  /// Coverage 0 leaves a pixel, full coverage replaces it, half of black on white is the middle grey.
  @Test func blending() {
    let white = Raster.pack(Color(0xFFFFFF))
    #expect(Raster.blend(white, Color(0x123456), coverage: 0) == white)
    #expect(Raster.blend(white, Color(0x123456), coverage: 255) == 0xFF12_3456)
    #expect(Raster.blend(white, black, coverage: 128) == 0xFF7F_7F7F)
    #expect(Raster.blend(white, black.opacity(0.5), coverage: 255) == 0xFF7F_7F7F)
    for value in 0...255 {
      let pixel = Raster.pack(Color(UInt32(value * 0x010101)))
      let same = Color(UInt32(value * 0x010101))
      #expect((0...255).allSatisfy { Raster.blend(pixel, same, coverage: UInt8($0)) == pixel })
    }
  }

  /// A rectangle on whole pixels is exact; half a pixel is half covered.
  @Test func rectangles() {
    var canvas = RasterCanvas(width: 6, height: 4)
    canvas.fill(Rect(x: 1, y: 1, width: 2.5, height: 2), color: black)
    let row = (0..<6).map { canvas.raster[$0, 1].red }
    #expect(row == [255, 0, 0, 127, 255, 255])
    #expect((0..<6).allSatisfy { canvas.raster[$0, 0].red == 255 && canvas.raster[$0, 3].red == 255 })
  }

  /// The darkness of a polygon is its area, to half a level a pixel on the edges.
  @Test func polygonArea() {
    var canvas = RasterCanvas(width: 100, height: 100)
    canvas.fill([Point(10.3, 12.1), Point(88.8, 30.2), Point(40.6, 91.7)], color: black, clip: nil)
    let darkness = canvas.raster.pixels.reduce(0.0) { $0 + Double(255 - ($1 & 0xFF)) / 255 }
    let area = abs((88.8 - 10.3) * (91.7 - 12.1) - (40.6 - 10.3) * (30.2 - 12.1)) / 2
    #expect(abs(darkness - area) < 1.5)
  }

  /// A translucent line that runs over itself is no darker there: one shape.
  @Test func linesDoNotDarkenThemselves() {
    var once = RasterCanvas(width: 40, height: 20)
    var twice = once
    let pen = Pen(color: black.opacity(0.4), width: 4)
    once.stroke([[Point(5, 10), Point(35, 10)]], pen: pen, clip: nil)
    twice.stroke([[Point(5, 10), Point(35, 10), Point(5, 10), Point(35, 10)]], pen: pen, clip: nil)
    #expect(once.raster == twice.raster)
    #expect(once.raster[20, 10].red == 153)
  }

  /// A line of no length is a round dot: its darkness is the disc's area.
  @Test func dots() {
    var canvas = RasterCanvas(width: 40, height: 40)
    canvas.stroke([[Point(20.3, 19.8)]], pen: Pen(color: black, width: 20), clip: nil)
    let darkness = canvas.raster.pixels.reduce(0.0) { $0 + Double(255 - ($1 & 0xFF)) / 255 }
    #expect(abs(darkness - 314.16) < 3)
  }

  /// Nothing is drawn outside the clip, however far the line goes.
  @Test func clipping() {
    var canvas = RasterCanvas(width: 60, height: 40)
    let clip = Rect(x: 10, y: 10, width: 30, height: 20)
    let far = [Point(-1e7, -1e7), Point(1e7, 1e7), Point(20, -1e7), Point(20, 1e7)]
    canvas.stroke([far], pen: Pen(color: black, width: 6), clip: clip)
    canvas.fill(far, color: black, clip: clip)
    var inside = 0
    var outside = 0
    for y in 0..<40 {
      for x in 0..<60 where canvas.raster[x, y].red < 255 {
        if (10..<40).contains(x), (10..<30).contains(y) { inside += 1 } else { outside += 1 }
      }
    }
    #expect(outside == 0)
    #expect(inside > 100)
  }

  /// Thinning keeps the first, lowest, highest and last point of each pixel column.
  @Test func decimationKeepsExtremes() {
    let noise = Example.noise(5000, seed: 1)
    let path = noise.indices.map { Point(Double($0) / 50, noise[$0] * 100) }
    let thinned = Decimation.thinned(path)
    #expect(thinned.count <= 400)
    for column in 0..<100 {
      let before = path.filter { Int($0.x) == column }
      let after = thinned.filter { Int($0.x) == column }
      #expect(before.map(\.y).min() == after.map(\.y).min())
      #expect(before.map(\.y).max() == after.map(\.y).max())
      #expect(before.first == after.first && before.last == after.last)
    }
  }

  /// Dashes keep to the pattern.
  @Test func dashes() {
    let pen = Pen(color: black, width: 2, dash: [2, 3])
    let dashes = Dashes.split([Point(0, 0), Point(20, 0)], pen: pen)
    #expect(dashes == [[Point(0, 0), Point(4, 0)], [Point(10, 0), Point(14, 0)]])
  }

  /// Colours for text reach 4.5:1 on white.
  @Test func readableColors() {
    for index in 0..<Palette.categoryCount {
      let color = Palette.category(index).readable
      func light(_ value: UInt8) -> Double { Double(value) / 255 * Double(value) / 255 }
      let luminance = 0.2126 * light(color.red) + 0.7152 * light(color.green) + 0.0722 * light(color.blue)
      #expect(1.05 / (luminance + 0.05) >= 4.5)
    }
  }
}
