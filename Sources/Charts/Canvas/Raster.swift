/// A picture: rows of opaque or translucent sRGB pixels, top row first.
package struct Raster: Equatable, Sendable {
  package let width: Int
  package let height: Int
  /// `width * height` values 0xAARRGGBB, row after row.
  package var pixels: [UInt32]

  /// A picture of one opaque colour; sizes below 1 become 1.
  package init(width: Int, height: Int, ground: Color = Color(0xFFFFFF)) {
    self.width = max(1, width)
    self.height = max(1, height)
    pixels = [UInt32](repeating: Raster.pack(ground), count: self.width * self.height)
  }

  /// The picture of given pixels, or nil where their count is not `width * height`.
  package init?(width: Int, height: Int, pixels: [UInt32]) {
    guard width > 0, height > 0, pixels.count == width * height else { return nil }
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  package subscript(x: Int, y: Int) -> Color {
    let value = pixels[y * width + x]
    return Color(value & 0xFFFFFF, alpha: UInt8(value >> 24))
  }

  static func pack(_ color: Color) -> UInt32 {
    UInt32(color.alpha) << 24 | UInt32(color.red) << 16 | UInt32(color.green) << 8 | UInt32(color.blue)
  }

  /// One opaque pixel under `color`, whose alpha is scaled by `coverage` (both 0 … 255).
  ///
  /// Integer arithmetic with rounding to nearest: coverage 0 leaves the pixel, full opaque coverage replaces it.
  static func blend(_ under: UInt32, _ color: Color, coverage: UInt8) -> UInt32 {
    let alpha = (UInt32(color.alpha) * UInt32(coverage) + 127) / 255
    func channel(_ shift: UInt32, _ over: UInt8) -> UInt32 {
      let below = under >> shift & 0xFF
      return ((UInt32(over) * alpha + below * (255 - alpha) + 127) / 255) << shift
    }
    return 0xFF00_0000 | channel(16, color.red) | channel(8, color.green) | channel(0, color.blue)
  }
}
