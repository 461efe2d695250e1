import Testing

@testable import Studies

/// Numbers in words, numbers out of words, and words near others.
@Suite struct TextTests {
  @Test(arguments: [
    (0.05, "0.05"), (1, "1"), (600, "600"), (0.0001, "0.0001"), (0.00001, "1e-5"), (0.000012, "1.2e-5"),
    (0, "0"),
    (-0.5, "-0.5"), (1_234_567, "1234567"), (10_000_000, "1e7"), (12_345_678, "1.2345678e7"),
    (1e300, "1e300"),
    (123.25, "123.25"), (0.1 + 0.2, "0.30000000000000004"),
  ])
  func decimals(value: Double, text: String) {
    #expect(NumberText.decimal(value) == text)
    #expect(Double(text) == value)
  }

  /// The shortest text of single precision gives the number back, over all magnitudes.
  @Test func singlePrecisionRoundTrips() {
    var pattern: UInt32 = 0
    while pattern < Float.infinity.bitPattern {
      let value = Float(bitPattern: pattern)
      #expect(Float(NumberText.decimal(value)) == value)
      pattern += 1_234_577
    }
    #expect(NumberText.decimal(Float(0.1)) == "0.1")
    #expect(NumberText.decimal(Float.nan) == "nan")
    #expect(NumberText.decimal(-Float.infinity) == "-inf")
  }

  @Test(arguments: ["1", "-1", "+1", "1.", ".5", "1.5", "1e5", "1E+5", "-.5e-3", "007"])
  func numbers(text: String) { #expect(ScalarSyntax.isNumber(text)) }

  @Test(arguments: [
    "", ".", "-", "e5", "1e", "1e+", "0x10", "1_000", "1 ", " 1", "nan", ".nan", "inf", "1.2.3", "٣",
  ])
  func notNumbers(text: String) { #expect(!ScalarSyntax.isNumber(text)) }

  @Test(arguments: [
    ("learning_rat", "learning_rate"), ("lerning_rate", "learning_rate"), ("leraning_rate", "learning_rate"),
    ("Batch", "batch"), ("bacth", "batch"), ("step", "steps"),
  ])
  func nearWords(word: String, meant: String) {
    #expect(Spelling.nearest(to: word, among: ["batch", "learning_rate", "steps", "schedule"]) == meant)
  }

  @Test(arguments: ["", "x", "momentum", "rate", String(repeating: "learning_rate", count: 10_000)])
  func farWords(word: String) {
    #expect(Spelling.nearest(to: word, among: ["batch", "learning_rate", "steps", "schedule"]) == nil)
  }

  @Test func distances() {
    #expect(Spelling.distance(Array("kitten"), Array("sitting")) == 3)
    #expect(Spelling.distance(Array("ab"), Array("ba")) == 1)
    #expect(Spelling.distance([], Array("abc")) == 3)
  }
}
