import Records
import Testing

@testable import Pipeline

@Suite struct StudyFinderTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func path(_ name: String) -> String { "\(scratch.path)/\(name)" }

  private func make(_ names: String...) throws {
    for name in names { try Files.write([], to: path(name)) }
  }

  private func names(_ paths: String...) throws -> [String] {
    try StudyFinder.find(paths.map(path)).map(\.name)
  }

  private func failure(_ paths: String...) -> StudyFinder.Failure? {
    do throws(StudyFinder.Failure) {
      _ = try StudyFinder.find(paths.map(path))
      return nil
    } catch {
      return error
    }
  }

  /// A folder's studies, sub-folders included, by the bytes of their names; nothing hidden, nothing else.
  @Test func studiesOfAFolder() throws {
    try make(
      "studies/b.yaml", "studies/a.yml", "studies/mnist/x.yaml", "studies/B.yaml",
      "studies/study.schema.json",
      "studies/.hidden.yaml", "studies/.git/y.yaml", "studies/notes.md", "studies/deep/er/z.yaml")
    let found = try StudyFinder.find([path("studies")])
    #expect(found.map(\.name) == ["B", "a", "b", "deep/er/z", "mnist/x"])
    #expect(
      found.map(\.path)
        == ["B.yaml", "a.yml", "b.yaml", "deep/er/z.yaml", "mnist/x.yaml"].map { path("studies/\($0)") })
  }

  /// The order is that of the arguments.
  @Test func filesAndFolders() throws {
    try make("studies/b.yaml", "studies/a.yaml", "studies/mnist/x.yaml")
    #expect(try names("studies/mnist", "studies/b.yaml", "studies/a.yaml") == ["mnist/x", "b", "a"])
    #expect(try names("studies/mnist/x.yaml") == ["mnist/x"])
  }

  /// However a path is written, it is one study with one name, and the name never leads out of the output folder.
  @Test(arguments: [
    "studies", "studies/", "studies//", "./studies", "studies/.", "studies/mnist/..", "studies/../studies",
    "studies/../studies/b.yaml", "studies//b.yaml", "studies/mnist/../b.yaml", "studies/./b.yaml",
  ])
  func waysToWriteAPath(text: String) throws {
    try make("studies/b.yaml", "studies/mnist/notes.md")
    #expect(try names(text) == ["b"])
    #expect(try names("studies/b.yaml", text) == ["b"])
    #expect(try StudyFinder.find([path(text)]).map(\.path) == [path("studies/b.yaml")])
  }

  /// Out of "studies" again: a name without it.
  @Test func aPathThatLeavesTheStudiesFolder() throws {
    try make("studies/a.yaml", "other/b.yaml")
    #expect(try names("studies/../other/b.yaml") == ["b"])
    #expect(try names("studies/../other") == ["b"])
  }

  /// Any folder will do: names are below it; "studies" counts wherever it stands, the last one if there are two.
  @Test func otherFolders() throws {
    try make("mine/a.yaml", "mine/sub/b.yaml", "x/studies/y/studies/z/c.yaml", "x/studies/y/d.yaml")
    #expect(try names("mine") == ["a", "sub/b"])
    #expect(try names("mine/sub/b.yaml") == ["b"])
    #expect(try names("x") == ["y/d", "z/c"])
    #expect(try names("x/studies/y/d.yaml") == ["y/d"])
  }

  @Test func unusualNames() throws {
    try make("a.b.yaml", "軌跡.yaml", "no extension", ".yaml", "my study.yaml")
    #expect(
      try names("a.b.yaml", "軌跡.yaml", "no extension", ".yaml", "my study.yaml") == [
        "a.b", "軌跡", "no extension", ".yaml", "my study",
      ])
  }

  @Test func whatIsNotThere() throws {
    try make("studies/a.yaml", "empty/notes.md", "folder.yaml/notes.md")
    #expect(failure("studies", "none.yaml") == .missing(path("none.yaml")))
    #expect(failure("empty") == .noStudies(path("empty")))
    #expect(failure("folder.yaml") == .noStudies(path("folder.yaml")))
    #expect(StudyFinder.Failure.missing("x").description == "x: error: there is no such file or folder")
  }

  @Test func nothingNamedIsNothingThere() throws {
    do {
      _ = try StudyFinder.find([""])
      Testing.Issue.record("an empty path was found")
    } catch {
      #expect(error == .missing(""))
    }
  }

  /// Two files of one name would write into one folder.
  @Test func oneNameForTwoStudies() throws {
    try make("studies/a.yaml", "studies/a.yml", "mine/a.yaml")
    #expect(failure("studies") == .sameName("a", path("studies/a.yaml"), path("studies/a.yml")))
    #expect(
      failure("mine/a.yaml", "studies/a.yml") == .sameName("a", path("mine/a.yaml"), path("studies/a.yml")))
    #expect(try names("studies/a.yaml", "studies/a.yaml") == ["a"])
  }
}
