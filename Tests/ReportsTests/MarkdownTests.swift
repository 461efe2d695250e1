import Testing

@testable import Reports

@Suite struct MarkdownTests {
  /// Nothing in a cell ends it: bars are escaped unless the text did so, line breaks become spaces.
  @Test(arguments: [
    ("a|b", "a\\|b"), ("a\\|b", "a\\|b"), ("a\\\\|b", "a\\\\\\|b"), ("|", "\\|"), ("a\nb\r\nc", "a b c"),
    ("|\u{301}", "\\|\u{301}"), ("軌跡 *x*", "軌跡 *x*"), ("", ""),
  ])
  func cells(text: String, cell: String) {
    var table = MarkdownTable([("t", .left), ("n", .right), ("c", .centre)])
    table.append([text, "1", ""])
    let lines = table.text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0] == "| t | n | c |")
    #expect(lines[1] == "| --- | --: | :-: |")
    #expect(Array(lines[2].unicodeScalars) == Array("| \(cell) | 1 |  |".unicodeScalars))
  }

  @Test(arguments: [
    ("learning-failure", "learning-failure"), ("mnist/x", "mnist/x"), ("my study", "my%20study"),
    ("a(b)", "a%28b%29"), ("50%", "50%25"), ("a#b?", "a%23b%3F"), ("軌跡", "軌跡"), ("a\tb", "a%09b"),
  ])
  func links(path: String, destination: String) {
    #expect(MarkdownLink.destination(path) == destination)
  }

  @Test(arguments: [
    ("BN + ReLU", "bn-relu"), ("ReLU", "relu"), ("  a--b  ", "a-b"), ("0.05", "0-05"), ("軌跡", ""),
    ("Größe 1", "gr-e-1"), ("../x", "x"),
  ])
  func slugs(text: String, slug: String) {
    #expect(Slug.text(text) == slug)
  }

  /// Two pictures never share a file.
  @Test(arguments: [
    (["A", "B"], ["a", "b"]), (["A", "a", "a!"], ["a", "a-2", "a-3"]), (["軌跡", "x", "跡"], ["1", "x", "3"]),
    (["a-3", "a", "a!"], ["a-3", "a", "a-4"]), (["2", "軌"], ["2", "3"]),
  ])
  func distinctSlugs(texts: [String], slugs: [String]) {
    #expect(Slug.distinct(texts) == slugs)
  }
}
