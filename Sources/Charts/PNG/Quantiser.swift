/// Brings the colours of a picture to a palette of at most 256, without dithering and the same on every machine.
enum Quantiser {
  struct Indexed {
    /// Colours 0xAARRGGBB.
    var palette: [UInt32]
    /// One byte a pixel.
    var indices: [UInt8]
  }

  /// Colours that cover most of the picture keep their exact value.
  private static let pinned = 64
  private static let limit = 256
  /// The largest change of a channel that passes as invisible in the edges of lines.
  private static let tolerance = 20

  /// Nil where 256 colours would visibly change the picture.
  static func indexed(_ raster: Raster) -> Indexed? {
    var census = ColorCensus(raster.pixels)
    guard census.isComplete else { return nil }
    // Most frequent first; equal counts in order of value.
    let colors = census.colors.sorted { $0.count != $1.count ? $0.count > $1.count : $0.color < $1.color }
    var palette: [UInt32] = []
    if colors.count <= limit {
      palette = colors.map(\.color)
      for (index, entry) in colors.enumerated() { census.assign(entry.color, index: UInt8(index)) }
    } else {
      palette = colors.prefix(pinned).map(\.color)
      for (index, entry) in colors.prefix(pinned).enumerated() {
        census.assign(entry.color, index: UInt8(index))
      }
      for box in MedianCut.boxes(Array(colors.dropFirst(pinned)), count: limit - pinned) {
        guard box.spread <= 2 * tolerance else { return nil }
        for entry in box.colors { census.assign(entry.color, index: UInt8(palette.count)) }
        palette.append(box.mean)
      }
    }
    return Indexed(palette: palette, indices: census.indices(of: raster.pixels))
  }
}

/// Counts the colours of a picture in a hash table with a fixed layout.
struct ColorCensus {
  struct Entry {
    var color: UInt32
    var count: Int
  }

  /// False where the picture has more colours than any chart.
  private(set) var isComplete = true
  private var keys: [UInt32]
  private var counts: [Int]
  private var targets: [UInt8]
  private static let bits = 17
  private static let capacity = 1 << bits
  /// No opaque colour is 0, so 0 marks a free slot.
  private static let free: UInt32 = 0

  init(_ pixels: [UInt32]) {
    keys = [UInt32](repeating: Self.free, count: Self.capacity)
    counts = [Int](repeating: 0, count: Self.capacity)
    targets = [UInt8](repeating: 0, count: Self.capacity)
    var used = 0
    var last = Self.free
    var slot = 0
    for pixel in pixels {
      let color = pixel | 0xFF00_0000
      if color != last {
        slot = self.slot(of: color)
        last = color
        if keys[slot] == Self.free {
          keys[slot] = color
          used += 1
          if used > Self.capacity / 2 {
            isComplete = false
            return
          }
        }
      }
      counts[slot] += 1
    }
  }

  var colors: [Entry] {
    keys.indices.filter { keys[$0] != Self.free }.map { Entry(color: keys[$0], count: counts[$0]) }
  }

  mutating func assign(_ color: UInt32, index: UInt8) {
    targets[slot(of: color)] = index
  }

  func indices(of pixels: [UInt32]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: pixels.count) { buffer, initialized in
      var last = Self.free
      var target: UInt8 = 0
      for (index, pixel) in pixels.enumerated() {
        let color = pixel | 0xFF00_0000
        if color != last {
          target = targets[slot(of: color)]
          last = color
        }
        buffer[index] = target
      }
      initialized = pixels.count
    }
  }

  private func slot(of color: UInt32) -> Int {
    var slot = Int((color &* 0x9E37_79B1) >> (32 - UInt32(Self.bits)))
    while keys[slot] != color && keys[slot] != Self.free { slot = (slot + 1) & (Self.capacity - 1) }
    return slot
  }
}
