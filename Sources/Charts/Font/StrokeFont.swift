/// The typeface of every picture: drawn with one round pen, so that text needs no font library and is the
/// same on every machine.
///
/// The shapes are this project's own.
package enum StrokeFont {
  /// Characters of `text` that the font draws as a box, each once, in order of appearance.
  package static func missingCharacters(in text: String) -> [Character] {
    var missing: [Character] = []
    for character in text where character != " " && glyphs[character] == nil && !missing.contains(character) {
      missing.append(character)
    }
    return missing
  }

  /// How far a line of text advances, in pixels.
  package static func width(of text: String, style: TextStyle) -> Double {
    let metrics = Metrics(style)
    var width = 0.0
    var previous: Character?
    for character in text {
      width += metrics.advance(of: character) + metrics.kern(previous, character)
      previous = character
    }
    return width
  }

  /// Grid units of a line's nominal height.
  private static let unitsPerSize = 107.0
  private static let spaceAdvance = 28.0

  private static let glyphs = GlyphTable.parse()
  private static let box = GlyphTable.missing

  static func glyph(_ character: Character) -> Glyph {
    glyphs[character] ?? box
  }

  /// The pen strokes of a run in pixels, in groups of one pen width each.
  static func paths(of run: TextRun) -> [(paths: [[Point]], width: Double)] {
    let metrics = Metrics(run.style)
    let length = width(of: run.text, style: run.style)
    var cursor: Double =
      switch run.anchor {
      case .start: 0
      case .middle: -length / 2
      case .end: -length
      }
    // A baseline on a pixel's edge and letters that start between pixels: crisp rows, even spacing.
    let origin = run.turned ? run.origin : Point(run.origin.x, run.origin.y.rounded())
    var normal: [[Point]] = []
    var groups: [(paths: [[Point]], width: Double)] = []
    var previous: Character?
    for character in run.text {
      cursor += metrics.kern(previous, character)
      previous = character
      if character != " " {
        let glyph = glyph(character)
        let placed = metrics.place(glyph, at: cursor, origin: origin, turned: run.turned)
        if glyph.pen == 1 {
          normal += placed
        } else {
          groups.append((placed, metrics.pen * glyph.pen))
        }
      }
      cursor += metrics.advance(of: character)
    }
    groups.append((normal, metrics.pen))
    return groups
  }

  /// The font at one size and weight.
  private struct Metrics {
    let unit: Double
    let pen: Double
    let stretch: Double
    let bearing: Double
    /// Heights of small letters and capitals between their pen centres, on whole pixels with the pen.
    let xHeight: Double
    let capHeight: Double

    init(_ style: TextStyle) {
      unit = style.size / unitsPerSize
      let bold = style.weight == .bold
      pen = unit * (bold ? 12.6 : 8.4)
      stretch = bold ? 1.04 : 1
      bearing = bold ? 1.6 : 0
      xHeight = max(1, (50 * unit + pen).rounded() - pen)
      capHeight = max(xHeight + 1, (70 * unit + pen).rounded() - pen)
    }

    func advance(of character: Character) -> Double {
      guard character != " " else { return spaceAdvance * unit }
      let glyph = StrokeFont.glyph(character)
      return unit * (glyph.left + glyph.right + (glyph.high - glyph.low) * stretch + 2 * bearing)
    }

    func kern(_ previous: Character?, _ next: Character) -> Double {
      guard let previous else { return 0 }
      return unit * Kerning.between(previous, next)
    }

    /// Strokes in pixels; the baseline is the lower edge of the pen.
    func place(_ glyph: Glyph, at cursor: Double, origin: Point, turned: Bool) -> [[Point]] {
      let lead = cursor + unit * (glyph.left + bearing)
      let low = glyph.low
      return glyph.strokes.map { stroke in
        stroke.map { point in
          let along = lead + (point.x - low) * stretch * unit
          let up = height(point.y) + pen / 2
          return turned ? Point(origin.x - up, origin.y - along) : Point(origin.x + along, origin.y - up)
        }
      }
    }

    private func height(_ y: Double) -> Double {
      if y <= 0 { return y * unit }
      if y <= 50 { return y / 50 * xHeight }
      return xHeight + (y - 50) / 20 * (capHeight - xHeight)
    }
  }
}
