import Charts

/// Where two pictures of one size differ.
struct PictureDifference {
  let base: Raster
  let head: Raster

  /// nil if one cannot be read, or their sizes differ.
  init?(_ base: [UInt8], _ head: [UInt8]) {
    guard let before = try? PNGImage.decode(base).raster, let after = try? PNGImage.decode(head).raster,
      before.width == after.width, before.height == after.height
    else { return nil }
    (self.base, self.head) = (before, after)
  }

  /// The share of pixels that differ to the eye.
  var share: Double {
    Double(zip(base.pixels, head.pixels).count { !PictureDifference.look(same: $0, $1) })
      / Double(base.pixels.count)
  }

  /// Each picture has a palette of its own, so that a colour may differ a little where nothing changed.
  private static func look(same base: UInt32, _ head: UInt32) -> Bool {
    if base == head { return true }
    return [16, 8, 0].allSatisfy { (shift: UInt32) in
      let (before, after) = (base >> shift & 0xFF, head >> shift & 0xFF)
      return max(before, after) - min(before, after) <= paletteRounding
    }
  }

  private static let paletteRounding: UInt32 = 24

  /// What is in both pale, what only the base has in red, what only the head has in blue.
  ///
  /// A pixel that differs goes to the picture in which it is further from white, which is paper.
  var overlay: Raster {
    var result = head
    for (index, (before, after)) in zip(base.pixels, head.pixels).enumerated() {
      result.pixels[index] =
        PictureDifference.look(same: before, after)
        ? PictureDifference.pale(after)
        : PictureDifference.ink(before) >= PictureDifference.ink(after)
          ? PictureDifference.removed : PictureDifference.added
    }
    return result
  }

  private static let removed: UInt32 = 0xFFD5_5E00
  private static let added: UInt32 = 0xFF00_72B2

  /// How far a pixel is from white.
  private static func ink(_ pixel: UInt32) -> UInt32 {
    765 - (pixel >> 16 & 0xFF) - (pixel >> 8 & 0xFF) - (pixel & 0xFF)
  }

  private static func pale(_ pixel: UInt32) -> UInt32 {
    let channel = { (shift: UInt32) in (255 - (255 - (pixel >> shift & 0xFF)) / 4) << shift }
    return 0xFF00_0000 | channel(16) | channel(8) | channel(0)
  }
}
