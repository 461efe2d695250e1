import Testing

@testable import Charts

@Suite struct FontTests {
  /// What the font promises: ASCII, signs, Greek, super- and subscripts, Latin-1 letters.
  static let promised: String = {
    let ascii = (0x21...0x7E).map { Character(Unicode.Scalar(UInt8($0))) }
    let latin = (0xC0...0xFF).map { Character(Unicode.Scalar(UInt8($0))) }
    return String(ascii + latin) + "−×±≤≥≈·°√∞→…–—‘’“”‖∂✓✗ßσμαβγδελπθΣΔηρτφωΩ²³¹⁰⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉"
  }()

  @Test func everyPromisedCharacterHasAGlyph() {
    #expect(StrokeFont.missingCharacters(in: Self.promised) == [])
  }

  /// No row of the tables is lost to a typing error.
  @Test func everyRowOfTheTablesParses() {
    let tables = [GlyphShapes.letters, GlyphShapes.signs, GlyphShapes.greek]
    for row in tables.flatMap(GlyphTable.rows) {
      #expect(GlyphTable.glyph(row) != nil, "\(row.character)")
    }
    let all = GlyphTable.parse()
    for row in [GlyphShapes.derived, GlyphShapes.accented].flatMap(GlyphTable.rows) {
      #expect(all[row.character] != nil, "\(row.character)")
    }
  }

  /// Missing characters are told once each, in order; spaces are not missing.
  @Test func missingCharacters() {
    #expect(StrokeFont.missingCharacters(in: "軌跡 of 軌 a") == ["軌", "跡"])
  }

  /// An unknown character takes room and is drawn.
  @Test func unknownCharactersAreVisible() {
    let style = TextStyle(size: 24, color: Theme.ink)
    #expect(StrokeFont.width(of: "軌", style: style) > 8)
    let paths = StrokeFont.paths(of: TextRun("軌", at: Point(0, 0), style: style))
    #expect(paths.contains { !$0.paths.isEmpty })
  }

  @Test func boldIsWider() {
    let regular = TextStyle(size: 24, color: Theme.ink)
    let bold = TextStyle(size: 24, weight: .bold, color: Theme.ink)
    #expect(StrokeFont.width(of: "accuracy", style: bold) > StrokeFont.width(of: "accuracy", style: regular))
  }

  /// Strokes with their pen stay inside the run's box, upright and turned, for every glyph.
  @Test(arguments: [false, true])
  func glyphsStayInTheirBox(_ turned: Bool) {
    let style = TextStyle(size: 40, weight: .bold, color: Theme.ink)
    for character in Self.promised {
      let run = TextRun("n\(character)n", at: Point(200, 200), style: style, turned: turned)
      for (paths, width) in StrokeFont.paths(of: run) {
        let box = run.box.inset(width / 2 - 2, width / 2 - 2)
        #expect(paths.joined().allSatisfy(box.contains), "\(character)")
      }
    }
  }

  @Test func wrapping() {
    let style = TextStyle(size: 20, color: Theme.ink)
    let width = StrokeFont.width(of: "one two three", style: style)
    #expect(
      TextFitting.wrapped("one two three four", style: style, width: width) == ["one two three", "four"])
    #expect(TextFitting.wrapped("a\nb", style: style, width: width) == ["a", "b"])
    let cut = TextFitting.elided("one two three four", style: style, width: width)
    #expect(cut.hasSuffix("…"))
    #expect(StrokeFont.width(of: cut, style: style) <= width)
  }
}
