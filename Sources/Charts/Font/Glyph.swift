/// The pen strokes of one character, on a grid where capitals are 70 high and small letters 50; y grows upwards.
struct Glyph: Sendable {
  /// Polylines of the pen's centre; curves are flattened already.
  let strokes: [[Point]]
  /// Free space to the left and right of the strokes' centres.
  let left: Double
  let right: Double
  /// The pen's width relative to the font's.
  let pen: Double
  /// Leftmost and rightmost x of the strokes.
  let low: Double
  let high: Double

  init(strokes: [[Point]], left: Double, right: Double, pen: Double = 1) {
    self.strokes = strokes
    self.left = left
    self.right = right
    self.pen = pen
    low = strokes.joined().map(\.x).min() ?? 0
    high = strokes.joined().map(\.x).max() ?? 0
  }

  /// The glyph with its strokes scaled, then moved, drawn with a pen of another relative width.
  func moved(scale: Double = 1, dx: Double = 0, dy: Double = 0, pen: Double = 1) -> Glyph {
    Glyph(
      strokes: strokes.map { $0.map { Point($0.x * scale + dx, $0.y * scale + dy) } }, left: left * scale,
      right: right * scale, pen: pen)
  }
}
