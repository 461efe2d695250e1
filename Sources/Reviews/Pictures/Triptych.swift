import Charts

/// A sheet before, after, and what differs, side by side.
struct Triptych {
  let raster: Raster

  /// The picture; nil if neither side can be read.
  ///
  /// - Parameters:
  ///   - base: the older picture's file; nil if there is none.
  ///   - head: the newer one's.
  ///   - names: of the two sides.
  init?(base: [UInt8]?, head: [UInt8]?, names: (base: String, head: String)) {
    let before = base.flatMap { try? PNGImage.decode($0).raster }
    let after = head.flatMap { try? PNGImage.decode($0).raster }
    guard let size = after ?? before else { return nil }
    let difference = base.flatMap { base in head.flatMap { PictureDifference(base, $0) } }
    let parts: [(raster: Raster?, title: String)] = [
      (before, "base: \(names.base)" + (before == nil ? " has no such sheet" : "")),
      (after, "head: \(names.head)" + (after == nil ? " has no such sheet" : "")),
      (difference?.overlay, Triptych.title(difference, before, after)),
    ]
    raster = Triptych.joined(
      parts, width: max(size.width, before?.width ?? 0), height: max(size.height, before?.height ?? 0))
  }

  private static func title(_ difference: PictureDifference?, _ base: Raster?, _ head: Raster?) -> String {
    if difference != nil { return "difference: gone in orange, new in blue" }
    return base == nil || head == nil ? "" : "difference: none, the sizes differ"
  }

  private static let headerHeight = 70
  private static let gap = 24

  private static func joined(_ parts: [(raster: Raster?, title: String)], width: Int, height: Int) -> Raster {
    let whole = (width: parts.count * width + (parts.count - 1) * gap, height: height + headerHeight)
    var canvas = RasterCanvas(width: whole.width, height: whole.height)
    for (index, part) in parts.enumerated() {
      let left = Double(index * (width + gap))
      let style = TextStyle(size: 30, weight: .bold, color: Theme.ink)
      canvas.text(TextRun(part.title, at: Point(left + 20, 46), style: style))
      if index > 0 {
        let line = Rect(x: left - Double(gap) / 2 - 1, y: 0, width: 2, height: Double(whole.height))
        canvas.fill(line, color: Theme.grey)
      }
    }
    var result = canvas.raster
    for (index, part) in parts.enumerated() {
      guard let raster = part.raster else { continue }
      result.paste(raster, x: index * (width + gap), y: headerHeight)
    }
    return result
  }
}

extension Raster {
  /// Copies a picture into this one; what has no room is cut off.
  fileprivate mutating func paste(_ other: Raster, x: Int, y: Int) {
    let columns = min(other.width, width - x)
    for row in 0..<min(other.height, height - y) {
      let (from, to) = (row * other.width, (y + row) * width + x)
      pixels.replaceSubrange(to..<to + columns, with: other.pixels[from..<from + columns])
    }
  }
}
