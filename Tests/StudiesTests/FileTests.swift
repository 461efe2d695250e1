import Testing

@testable import Studies

/// Files that are no study, or no YAML at all: one finding, and never a crash.
@Suite struct FileTests {
  private func only(_ text: String) -> [String] { only(Array(text.utf8)) }

  private func only(_ bytes: [UInt8]) -> [String] {
    StudyLoader.load(path: "a.yaml", name: "a") { _ in bytes }.findings.map {
      "\($0.line):\($0.column): \($0.message)"
    }
  }

  @Test func filesThatAreNoStudy() {
    let empty = "1:1: the file is empty; a study starts with 'kiseki: 1' and a 'title'"
    #expect(only("") == [empty])
    #expect(only("# nothing\n") == [empty])
    #expect(only("---\n") == [empty])
    #expect(only("~") == [empty])
    #expect(only("[1]") == ["1:1: a study must be a mapping of keys to values"])
    #expect(only("hello") == ["1:1: a study must be a mapping of keys to values"])
    #expect(only("title: T") == ["1:1: a study needs 'kiseki'"])
    #expect(only("title: T\nkiseki: 2") == ["2:9: this version of Kiseki reads format 1 only: 'kiseki: 1'"])
    #expect(only("kiseki: 1") == ["1:1: a study needs 'title'"])
  }

  @Test func textThatIsNoYAML() {
    #expect(
      only("kiseki: 1\ntitle: [a") == [
        "3:1: not YAML: did not find expected ',' or ']' while parsing a flow sequence that begins in line 2"
      ])
    #expect(only("kiseki: 1\n\ttitle: a") == ["2:1: a tab cannot indent YAML; use spaces"])
    #expect(
      only("kiseki: 1\ntitle: a\n---\nb: 1") == ["3:1: a second YAML document starts here; a study is one"])
    #expect(only("kiseki: 1\ntitle: a\ntitle: b") == ["2:1: key 'title' stands here more than once"])
    #expect(only("kiseki: 1\n? [a]\n: b") == ["2:3: a key must be a word"])
    #expect(
      only("kiseki: 1\ntitle: a\n<<: {seed: 1}") == [
        "3:1: '<<' is not supported; use 'extends', or repeat the keys"
      ])
    #expect(only("kiseki: 1\ntitle: *b") == ["2:8: not YAML: found undefined alias"])
    #expect(only("kiseki: 1\ntitle: a\u{1}") == ["2:9: not YAML: control characters are not allowed"])
  }

  @Test func bytesThatAreNoText() {
    #expect(only([0x61, 0x0A, 0xFF, 0xFE]) == ["2:1: the file is not UTF-8 text"])
    #expect(only(Array("é\né".utf8) + [0xC3]) == ["2:2: the file is not UTF-8 text"])
    #expect(
      only([UInt8](repeating: 0x20, count: 1_000_001)) == ["1:1: the file is larger than 1000000 bytes"])
  }

  /// A byte order mark and Windows line ends are text like any other.
  @Test func bytesThatAreText() {
    #expect(only("\u{FEFF}kiseki: 1\r\ntitle: T\r\n") == [])
  }

  @Test func nesting() {
    let deep = only("kiseki: 1\ntitle: " + String(repeating: "[", count: 100_000))
    #expect(deep.count == 1)
    #expect(deep.first?.hasSuffix("more than 32 levels of nesting") == true)
    let braces = only("kiseki: 1\ntitle: " + String(repeating: "{a: ", count: 20_000))
    #expect(braces.count == 1)
    let dashes = only("kiseki: 1\ntitle:\n  " + String(repeating: "- ", count: 20_000) + "a")
    #expect(dashes.count == 1)
    let closed = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    #expect(only("kiseki: 1\ntitle: \(closed)") == ["2:39: more than 32 levels of nesting"])
  }

  /// Aliases work, and cannot be made to stand for more than a study may hold.
  @Test func aliases() throws {
    let study = try study("notes: &text Fine\nquestion: *text")
    #expect(study.question == "Fine")
    #expect(study.notes == "Fine")
    var bomb = "kiseki: 1\na0: &a0 [\(String(repeating: "x, ", count: 100))x]\n"
    for level in 1...9 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n" }
    #expect(only(bomb).map { $0.drop { $0 != " " } } == [" the file stands for more than 100000 values"])
    for level in 10...12 {
      bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n"
    }
    #expect(only(bomb) == ["1:1: more than 30 aliases"])
  }

  /// Stars and ampersands of Markdown are not aliases.
  @Test func emphasisIsNotAnAlias() throws {
    let stars = (0..<50).map { "*word\($0)* & more" }.joined(separator: ", ")
    #expect(try study("notes: |\n  \(stars)").notes == stars)
  }
}
