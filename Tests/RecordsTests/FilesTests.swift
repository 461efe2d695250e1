import Foundation
import Testing

@testable import Records

@Suite struct FilesTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func path(_ name: String) -> String { "\(scratch.path)/\(name)" }

  @Test func readsWhatItWrote() throws {
    let bytes = (0...255).map { UInt8($0) }
    try Files.write(bytes, to: path("new/folders/bytes"))
    #expect(try Files.read(path("new/folders/bytes")) == bytes)
    try Files.write([], to: path("new/folders/bytes"))
    #expect(try Files.read(path("new/folders/bytes")).isEmpty)
    #expect(scratch.files == ["new/folders/bytes"])
  }

  /// Names are paths, not addresses: nothing in them is escaped.
  @Test(arguments: ["a b", "a%20b", "軌跡", "#1?", "~", "a\\b"])
  func anyNameWillDo(name: String) throws {
    try Files.write([1], to: path(name))
    #expect(scratch.files == [name])
    #expect(try Files.read(path(name)) == [1])
    try Files.remove(path(name))
    #expect(scratch.files.isEmpty)
  }

  /// Others may read a report as they may any new file.
  @Test func newFilesHaveTheRightsOfNewFiles() throws {
    try Files.write([1], to: path("written"))
    #expect(FileManager.default.createFile(atPath: path("plain"), contents: Data([1])))
    func rights(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
    }
    #expect(try rights("written") == rights("plain"))
  }

  /// Below a plain file nothing can be written, not even by root.
  @Test func aFailedWriteChangesNothing() throws {
    try Files.write([1, 2, 3], to: path("file"))
    let failure = FileFailure.cannotWrite(path: path("file/x"), reason: "Not a directory")
    #expect(throws: failure) { try Files.write([4], to: path("file/x")) }
    #expect(throws: failure) { try Files.writeIfChanged([4], to: path("file/x")) }
    #expect(throws: FileFailure.cannotWrite(path: path("file/x/y/z"), reason: "Not a directory")) {
      try Files.write([4], to: path("file/x/y/z"))
    }
    #expect(try Files.read(path("file")) == [1, 2, 3])
    #expect(scratch.files == ["file"])
  }

  /// A folder is not replaced by a file of its name.
  @Test func aFolderIsNotOverwritten() throws {
    try Files.write([1], to: path("folder/file"))
    #expect(throws: FileFailure.cannotWrite(path: path("folder"), reason: "Is a directory")) {
      try Files.write([4], to: path("folder"))
    }
    #expect(scratch.files == ["folder/file"])
  }

  @Test func aFileThatCannotBeReadSaysWhy() throws {
    #expect(throws: FileFailure.cannotRead(path: path("none"), reason: "No such file or directory")) {
      try Files.read(path("none"))
    }
    #expect(throws: FileFailure.cannotRead(path: scratch.path, reason: "Is a directory")) {
      try Files.read(scratch.path)
    }
    #expect(Files.readIfPresent(path("none")) == nil)
    #expect(Files.readIfPresent(scratch.path) == nil)
    #expect("\(FileFailure.cannotRead(path: "a", reason: "b"))" == "a: cannot be read: b")
    #expect("\(FileFailure.cannotWrite(path: "a", reason: "b"))" == "a: cannot be written: b")
  }

  /// What is right already is not touched, so that its time of change stays.
  @Test func equalContentIsNotWrittenAgain() throws {
    #expect(try Files.writeIfChanged([1, 2], to: path("file")))
    let old = Date(timeIntervalSince1970: 1_000_000)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path("file"))
    #expect(try Files.writeIfChanged([1, 2], to: path("file")) == false)
    #expect(try modified("file") == old)
    #expect(try Files.writeIfChanged([1, 3], to: path("file")))
    #expect(try modified("file") != old)
    #expect(try Files.read(path("file")) == [1, 3])
  }

  @Test func removingWhatIsNotThereFails() {
    #expect(throws: FileFailure.cannotWrite(path: path("none"), reason: "No such file or directory")) {
      try Files.remove(path("none"))
    }
  }

  /// By their bytes, in every locale.
  @Test func namesAreSortedByTheirBytes() throws {
    for name in ["b", "a", "B", "ä", "a b", "10", "9"] { try Files.write([], to: path(name)) }
    #expect(Files.names(in: scratch.path) == ["10", "9", "B", "a", "a b", "b", "ä"])
    #expect(Files.names(in: path("none")).isEmpty)
  }

  @Test func tellsFoldersFromFiles() throws {
    try Files.write([], to: path("folder/file"))
    #expect(Files.isFolder(path("folder")))
    #expect(!Files.isFolder(path("folder/file")))
    #expect(!Files.isFolder(path("none")))
    #expect(Files.exists(path("folder/file")))
    #expect(!Files.exists(path("none")))
  }

  private func modified(_ name: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: path(name))[.modificationDate] as? Date
  }
}
