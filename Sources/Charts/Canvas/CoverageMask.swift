/// How much of each pixel a shape covers, 0 … 255, gathered before the shape is blended once.
///
/// Strokes are exact distances to the pen's path and are joined by maximum, so a shape may cross itself without
/// darkening. Polygons are exact areas. Only + − × ÷ √ and rounding are used: the same bytes on every machine.
struct CoverageMask {
  let width: Int
  let height: Int
  private var coverage: [UInt8]
  private var dirty: [Span]

  /// Columns of a row that may be covered.
  struct Span {
    var first = Int.max
    var end = 0
  }

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    // Room for a pen that marks eight pixels at a time beyond the last.
    coverage = [UInt8](repeating: 0, count: width * height + 8)
    dirty = [Span](repeating: Span(), count: height)
  }

  /// Whole pixels that `clip` touches.
  func bounds(of clip: Rect?) -> PixelBounds {
    guard let clip else { return PixelBounds(left: 0, top: 0, right: width, bottom: height) }
    return PixelBounds(
      left: max(0, Self.whole(clip.x)), top: max(0, Self.whole(clip.y)),
      right: min(width, Self.whole(clip.maxX + 0.999)), bottom: min(height, Self.whole(clip.maxY + 0.999)))
  }

  /// The largest whole number not above a coordinate, which may be of any size (beyond ±10⁶ it is clamped).
  static func whole(_ value: Double) -> Int {
    // Truncation of a positive number is one instruction; rounding down is a call.
    Int(max(-1e6, min(1e6, value)) + 1e6) - 1_000_000
  }

  /// Adds the stroke of polylines by a round pen.
  mutating func add(_ paths: [[Point]], radius: Double, bounds: PixelBounds) {
    guard bounds.left < bounds.right, bounds.top < bounds.bottom else { return }
    let reach = bounds.rect.inset(-radius - 2, -radius - 2)
    coverage.withUnsafeMutableBufferPointer { bytes in
      dirty.withUnsafeMutableBufferPointer { spans in
        let pen = PenStamp(radius: radius, width: width, bounds: bounds, bytes: bytes, spans: spans)
        for path in paths {
          if path.count == 1, reach.contains(path[0]) { pen.segment(path[0], path[0]) }
          for index in path.indices.dropFirst() {
            if let (a, b) = reach.clip(path[index - 1], path[index]) { pen.segment(a, b) }
          }
        }
      }
    }
  }

  /// Adds a filled polygon.
  mutating func add(_ polygon: [Point], bounds: PixelBounds) {
    guard let area = PolygonArea(polygon, bounds: bounds) else { return }
    for y in 0..<area.height {
      var sum = 0.0
      for x in 0..<area.width {
        sum += area.cells[y * area.stride + x]
        let covered = UInt8(min(1, abs(sum)) * 255 + 0.5)
        guard covered > 0 else { continue }
        let index = (area.top + y) * width + area.left + x
        coverage[index] = max(coverage[index], covered)
      }
      dirty[area.top + y].first = min(dirty[area.top + y].first, area.left)
      dirty[area.top + y].end = max(dirty[area.top + y].end, area.left + area.width)
    }
  }

  /// Blends the shape onto a picture of the same size and clears the mask.
  mutating func blend(_ color: Color, onto pixels: inout [UInt32]) {
    let solid = Raster.pack(color)
    coverage.withUnsafeMutableBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      pixels.withUnsafeMutableBufferPointer { pixels in
        for y in 0..<height where dirty[y].first < dirty[y].end {
          var index = y * width + dirty[y].first
          let end = y * width + dirty[y].end
          while index < end {
            // Most of a row is free: skip eight pixels at a time.
            if index + 8 <= end, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) == 0 {
              index += 8
              continue
            }
            let covered = bytes[index]
            if covered == 255, color.alpha == 255 {
              pixels[index] = solid
              bytes[index] = 0
            } else if covered > 0 {
              pixels[index] = Raster.blend(pixels[index], color, coverage: covered)
              bytes[index] = 0
            }
            index += 1
          }
          dirty[y] = Span()
        }
      }
    }
  }
}

/// Whole pixels: columns left ..< right, rows top ..< bottom.
struct PixelBounds {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  var rect: Rect {
    Rect(x: Double(left), y: Double(top), width: Double(right - left), height: Double(bottom - top))
  }
}
