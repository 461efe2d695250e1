/// Brings the colours of a picture to a palette of at most 256, without dithering and the same on every machine.
enum Quantiser {
  struct Indexed {
    /// Colours 0xAARRGGBB.
    var palette: [UInt32]
    /// One byte a pixel.
    var indices: [UInt8]
  }

  /// Colours of the largest flat areas keep their exact value; the rest are edges and overlaps of lines.
  private static let pinned = 120
  private static let limit = 256
  /// Colours of one box may differ by twice this much in a channel: invisible in the edges of lines.
  private static let tolerance = 32
  /// The same for pictures that are not mostly flat colour, in which a change would be seen.
  private static let strictTolerance = 6

  /// Nil where 256 colours would visibly change the picture.
  static func indexed(_ raster: Raster) -> Indexed? {
    var census = ColorCensus(raster.pixels)
    guard census.isComplete else { return nil }
    let colors = census.colors
    var palette: [UInt32] = []
    func add(_ color: UInt32) {
      census.assign(color, index: UInt8(palette.count))
      palette.append(color)
    }
    guard colors.count > limit else {
      for entry in colors.sorted(by: isFlatter) { add(entry.color) }
      return Indexed(palette: palette, indices: census.indices(of: raster.pixels))
    }
    let flat = colors.filter { $0.flat > 7 }.sorted(by: isFlatter).prefix(pinned)
    for entry in flat { add(entry.color) }
    let kept = Set(palette)
    let exact = flat.reduce(0) { $0 + $1.count }
    let allowed = 2 * (2 * exact >= raster.pixels.count ? tolerance : strictTolerance)
    let rest = colors.filter { !kept.contains($0.color) }
    for box in MedianCut.boxes(rest, count: limit - palette.count) {
      guard box.spread <= allowed else { return nil }
      for entry in box.colors { census.assign(entry.color, index: UInt8(palette.count)) }
      palette.append(box.mean)
    }
    return Indexed(palette: palette, indices: census.indices(of: raster.pixels))
  }

  /// Larger flat areas first; equals in order of value.
  private static func isFlatter(_ a: ColorCensus.Entry, _ b: ColorCensus.Entry) -> Bool {
    a.flat != b.flat ? a.flat > b.flat : a.color < b.color
  }
}

/// Counts the colours of a picture in a hash table with a fixed layout.
struct ColorCensus {
  struct Entry {
    var color: UInt32
    var count: Int
    /// How many of its pixels follow one of the same colour.
    var flat: Int
  }

  /// False where the picture has more colours than any chart.
  private(set) var isComplete = true
  private var keys: [UInt32]
  private var counts: [Int]
  private var flats: [Int]
  private var targets: [UInt8]
  private static let bits = 19
  private static let capacity = 1 << bits
  /// No opaque colour is 0, so 0 marks a free slot.
  private static let free: UInt32 = 0

  init(_ pixels: [UInt32]) {
    keys = [UInt32](repeating: Self.free, count: Self.capacity)
    counts = [Int](repeating: 0, count: Self.capacity)
    flats = [Int](repeating: 0, count: Self.capacity)
    targets = [UInt8](repeating: 0, count: Self.capacity)
    var used = 0
    var last = Self.free
    var slot = 0
    for pixel in pixels {
      let color = pixel | 0xFF00_0000
      var flat = 1
      if color != last {
        slot = self.slot(of: color)
        last = color
        flat = 0
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
      flats[slot] += flat
    }
  }

  var colors: [Entry] {
    keys.indices.filter { keys[$0] != Self.free }.map {
      Entry(color: keys[$0], count: counts[$0], flat: flats[$0])
    }
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
