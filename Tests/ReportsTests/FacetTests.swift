import Studies
import Testing

@testable import Reports

@Suite struct FacetTests {
  private let points = ExampleResults.drawn().points

  /// Each value once, in the order of the points.
  @Test func valuesInTheOrderOfThePoints() {
    #expect(Facet.group.values(of: points) == ["A", "B"])
    #expect(Facet.setting("learning_rate").values(of: points) == ["1", "0.1"])
    #expect(Facet.run.values(of: points) == points.map(\.name))
    #expect(Facet.setting("no_such").values(of: points) == [""])
  }

  /// A setting's value alone would be a bare number.
  @Test func headings() {
    #expect(Facet.group.heading("A") == "A")
    #expect(Facet.run.heading("A") == "A")
    #expect(Facet.setting("learning_rate").heading("0.1") == "learning rate 0.1")
  }
}
