/// Splits colours into boxes of similar ones (after Heckbert, 1982).
enum MedianCut {
  struct Box {
    var colors: [ColorCensus.Entry]
    /// The channel with the largest range, and that range.
    var shift: UInt32
    var spread: Int

    init(_ colors: [ColorCensus.Entry]) {
      self.colors = colors
      shift = 0
      spread = 0
      for candidate in [UInt32(16), 8, 0] {
        let values = colors.map { Int($0.color >> candidate & 0xFF) }
        let range = (values.max() ?? 0) - (values.min() ?? 0)
        if range > spread {
          spread = range
          shift = candidate
        }
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
      let values = box.colors.map { Int($0.color >> box.shift & 0xFF) }
      let middle = ((values.min() ?? 0) + (values.max() ?? 0) + 1) / 2
      boxes[widest] = Box(box.colors.filter { Int($0.color >> box.shift & 0xFF) < middle })
      boxes.append(Box(box.colors.filter { Int($0.color >> box.shift & 0xFF) >= middle }))
    }
    return boxes
  }
}
