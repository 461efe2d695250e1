/// Splits colours into boxes of similar ones (after Heckbert, 1982).
enum MedianCut {
  struct Box {
    var colors: [ColorCensus.Entry]
    /// The channel with the largest range, and that range.
    var shift: UInt32
    var spread: Int
    /// Of that range.
    var middle: UInt32

    init(_ colors: [ColorCensus.Entry]) {
      self.colors = colors
      var low = (UInt32.max, UInt32.max, UInt32.max)
      var high = (UInt32.min, UInt32.min, UInt32.min)
      for entry in colors {
        let (red, green, blue) = (entry.color >> 16 & 0xFF, entry.color >> 8 & 0xFF, entry.color & 0xFF)
        low = (min(low.0, red), min(low.1, green), min(low.2, blue))
        high = (max(high.0, red), max(high.1, green), max(high.2, blue))
      }
      shift = 0
      spread = 0
      middle = 0
      guard !colors.isEmpty else { return }
      for (candidate, low, high) in [(UInt32(16), low.0, high.0), (8, low.1, high.1), (0, low.2, high.2)]
      where Int(high - low) > spread {
        spread = Int(high - low)
        shift = candidate
        middle = (low + high + 1) / 2
      }
    }

    /// The mean colour, weighted by the square root of the counts: rare colours keep a voice.
    var mean: UInt32 {
      var sums = [0.0, 0.0, 0.0]
      var weight = 0.0
      for entry in colors {
        let w = Double(entry.count).squareRoot()
        weight += w
        for channel in 0..<3 { sums[channel] += w * Double(entry.color >> UInt32(8 * channel) & 0xFF) }
      }
      let mean = sums.map { UInt32($0 / max(weight, 1) + 0.5) }
      return 0xFF00_0000 | mean[2] << 16 | mean[1] << 8 | mean[0]
    }
  }

  /// At most `count` boxes; always the box with the largest spread is split, in the middle of its range.
  static func boxes(_ colors: [ColorCensus.Entry], count: Int) -> [Box] {
    guard !colors.isEmpty else { return [] }
    var boxes = [Box(colors)]
    while boxes.count < count {
      guard let widest = boxes.indices.max(by: { boxes[$0].spread < boxes[$1].spread }),
        boxes[widest].spread > 0
      else { break }
      let box = boxes[widest]
      var parts: (low: [ColorCensus.Entry], high: [ColorCensus.Entry]) = ([], [])
      for entry in box.colors {
        if entry.color >> box.shift & 0xFF < box.middle {
          parts.low.append(entry)
        } else {
          parts.high.append(entry)
        }
      }
      boxes[widest] = Box(parts.low)
      boxes.append(Box(parts.high))
    }
    return boxes
  }
}
