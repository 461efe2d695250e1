import Testing

@testable import Datasets

/// The table of templates and how it is read.
@Suite struct DigitTemplateTests {
  @Test func readsStrokesCornersAndWeight() throws {
    let template = try #require(DigitTemplate("0010 2000 2000 9999 / 0010 5050*3"))
    #expect(template.weight == 3)
    #expect(template.points.map(\.x) == [0, 0.2, 0.99, 0.5])
    #expect(template.points.map(\.y) == [0.1, 0, 0.99, 0.5])
    #expect(template.strokes == [[0, 1, 1, 2], [0, 3]])
  }

  @Test(arguments: [
    "", "0010 2000", "0010 2000*0", "0010 2000*x", "0010*2", "0010 200*2", "0010 abcd*2", "0010 2000 /*2",
    "0010 -200*2",
  ])
  func refusesWhatIsNoTemplate(text: String) {
    #expect(DigitTemplate(text) == nil)
  }

  /// An unreadable template would silently be left out of its digit.
  @Test func everyTemplateOfTheTableIsReadable() {
    #expect(DigitClass.all.map(\.templates.count) == [3, 3, 3, 3, 3, 3, 3, 4, 3, 3])
    #expect(DigitClass.all.flatMap(\.templates).reduce(0) { $0 + $1.weight } == 104)
  }

  /// The digit 1 has the weights 8, 1 and 1.
  @Test func templatesAreChosenByWeight() {
    let one = DigitClass.all[1]
    let chosen = [0, 0.79, 0.81, 0.89, 0.91, 0.999].map { uniform in
      one.templates.firstIndex(of: one.template(at: uniform))
    }
    #expect(chosen == [0, 0, 1, 1, 2, 2])
  }
}
