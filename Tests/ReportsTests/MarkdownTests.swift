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
}
