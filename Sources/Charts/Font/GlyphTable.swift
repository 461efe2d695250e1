/// Builds the font's glyphs from the tables of strokes.
enum GlyphTable {
  /// What stands for a character without a glyph: a box, crossed, so that nobody takes it for a letter.
  static let missing = Glyph(
    strokes: [
      [Point(0, 0), Point(0, 70), Point(38, 70), Point(38, 0), Point(0, 0)], [Point(0, 0), Point(38, 70)],
    ], left: 11, right: 11)

  static func parse() -> [Character: Glyph] {
    var glyphs: [Character: Glyph] = [:]
    for row in rows(GlyphShapes.letters) + rows(GlyphShapes.signs) + rows(GlyphShapes.greek) {
      if let glyph = glyph(row) { glyphs[row.character] = glyph }
    }
    for row in rows(GlyphShapes.derived) {
      if let glyph = derived(row, from: glyphs) { glyphs[row.character] = glyph }
    }
    for row in rows(GlyphShapes.accented) {
      if let glyph = accented(row, from: glyphs) { glyphs[row.character] = glyph }
    }
    return glyphs
  }

  /// One line of a table: the character, then words.
  struct Row {
    var character: Character
    var words: [Substring]
  }

  static func rows(_ table: String) -> [Row] {
    table.split(separator: "\n").compactMap { line in
      guard let character = line.first else { return nil }
      return Row(character: character, words: line.dropFirst().split(separator: " "))
    }
  }

  /// `x sr M 0 0 …`: the sides, then the strokes.
  static func glyph(_ row: Row) -> Glyph? {
    guard let sides = row.words.first, let left = sides.first.flatMap(side),
      let right = sides.last.flatMap(side), sides.count == 2,
      let strokes = GlyphParser.strokes(row.words.dropFirst()), !strokes.isEmpty
    else { return nil }
    let glyph = Glyph(strokes: strokes, left: left, right: right)
    guard sides == "tt" else { return glyph }
    // Digits (but for the narrow 1) and operators share one advance.
    let free = digitAdvance - (glyph.high - glyph.low)
    return Glyph(strokes: strokes, left: free / 2, right: free / 2)
  }

  private static let digitAdvance = 61.0

  /// Free space beside a stem, a round, a diagonal, or an open side.
  private static func side(_ letter: Character) -> Double? {
    switch letter {
    case "s": 12.5
    case "r": 9.5
    case "d": 6.5
    case "o": 5
    case "p": 11
    case "t": 9
    case "n": -2
    default: nil
    }
  }

  /// `² = 2 sup`: a smaller copy above or below.
  private static func derived(_ row: Row, from glyphs: [Character: Glyph]) -> Glyph? {
    guard row.words.count == 3, let base = row.words[1].first.flatMap({ glyphs[$0] }) else { return nil }
    switch row.words[2] {
    case "sup": return base.moved(scale: 0.62, dy: 34, pen: 0.84)
    case "sub": return base.moved(scale: 0.62, dy: -14, pen: 0.84)
    case "same": return base
    default: return nil
    }
  }

  /// `Á = A acute`: a letter with a mark over (or through, or under) its middle.
  private static func accented(_ row: Row, from glyphs: [Character: Glyph]) -> Glyph? {
    guard row.words.count == 3, let letter = row.words[1].first, let base = glyphs[letter],
      let mark = GlyphShapes.marks.first(where: { $0.name == row.words[2] }),
      let strokes = GlyphParser.strokes(mark.strokes.split(separator: " "))
    else { return nil }
    let rise: Double = mark.rises && letter.isUppercase ? 20 : 0
    let placed = Glyph(strokes: strokes, left: 0, right: 0).moved(dx: (base.low + base.high) / 2, dy: rise)
    // The mark may be wider than its letter (ï): sides are the letter's, the strokes overhang.
    let left = base.left - max(0, base.low - placed.low)
    let right = base.right - max(0, placed.high - base.high)
    return Glyph(strokes: base.strokes + placed.strokes, left: left, right: right)
  }
}
