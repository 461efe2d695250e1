import Charts
import Testing

@testable import Reviews

@Suite struct PictureTests {
  private func png(_ raster: Raster) throws -> [UInt8] { try PNGImage.encode(raster) }

  /// What only one of two pictures has is coloured; small differences of palettes are none.
  @Test func overlayMarksWhatDiffers() throws {
    var (base, head) = (Raster(width: 4, height: 1), Raster(width: 4, height: 1))
    base.pixels[0] = 0xFF00_0000
    head.pixels[1] = 0xFF00_0000
    base.pixels[2] = 0xFF80_8080
    head.pixels[2] = 0xFF82_8082
    let difference = try #require(PictureDifference(try png(base), try png(head)))
    #expect(difference.share == 0.5)
    let pixels = difference.overlay.pixels
    #expect(pixels[0] == 0xFFD5_5E00)
    #expect(pixels[1] == 0xFF00_72B2)
    #expect(pixels[3] == 0xFFFF_FFFF)
    #expect(PictureDifference(try png(base), try png(Raster(width: 3, height: 1))) == nil)
    #expect(PictureDifference([1, 2], try png(base)) == nil)
  }

  /// All three side by side, also where one is missing or of another size.
  @Test func triptychTakesAnySizes() throws {
    let (small, large) = (try png(Raster(width: 40, height: 30)), try png(Raster(width: 60, height: 50)))
    for (base, head) in [(small, small), (small, large), (large, small)] {
      let triptych = try #require(Triptych(base: base, head: head, names: ("a", "b")))
      #expect(triptych.raster.width >= 3 * 40)
      #expect(triptych.raster.height >= 30 + 70)
    }
    #expect(Triptych(base: nil, head: small, names: ("a", "b"))?.raster.width == 3 * 40 + 2 * 24)
    #expect(Triptych(base: nil, head: [0], names: ("a", "b")) == nil)
  }

  @Test func overlaySheetHasTheChangedTrajectories() throws {
    let head = Example.data([Example.run(content: "ab", values: [1, 2, 5, 4])])
    let study = try #require(Example.difference(Example.data(), head).studies.first)
    let overlay = try #require(OverlaySheet(study, names: ("base", "head")))
    #expect(overlay.sheet.panels.flatMap(\.self).compactMap { $0?.title } == ["train_loss"])
    #expect(overlay.sheet.rowLabels == ["ReLU · learning rate 0.1"])
    #expect(overlay.sheet.render().width == 1800)
    let same = try #require(
      Example.difference(Example.data(), Example.data(), claims: ([Example.claim()], [])).studies.first)
    #expect(OverlaySheet(same, names: ("base", "head")) == nil)
  }
}
