import Records
import Studies
import Testing

@testable import Pipeline

@Suite struct NewStudyTests {
  @Test(arguments: ["a", "my-study", "my_study", "A1", "mnist/x", "a/b/c", "1"])
  func validNames(name: String) {
    #expect(NewStudy.isValid(name: name))
  }

  /// Nothing that leaves the folder, hides, looks like an option or needs quotes in a shell.
  @Test(arguments: [
    "", "/", "a/", "/a", "a//b", "..", "../a", "a/../b", ".a", "-a", "a/-b", "a b", "a.yaml", "軌跡", "a\\b",
    "a\n",
  ])
  func invalidNames(name: String) {
    #expect(!NewStudy.isValid(name: name))
  }

  /// What it writes has no mistakes, wherever it lies; what is there is never overwritten.
  @Test func writesASoundStudyOnce() throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/studies"
    for name in ["first", "sub/folder/second"] {
      let path = try NewStudy.create(name: name, in: folder)
      #expect(path == "\(folder)/\(name).yaml")
      let studies = try StudyCheck(StudyFinder.find([path])).validStudies { event in
        Testing.Issue.record("\(event)")
      }
      #expect(studies.map(\.name) == [name])
      try Files.write([1], to: path)
      #expect(throws: NewStudy.AlreadyThere.self) { try NewStudy.create(name: name, in: folder) }
      #expect(try Files.read(path) == [1])
    }
  }
}
