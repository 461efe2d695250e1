import Digests
import Foundation
import Studies
import Testing

@testable import Records

@Suite struct RecordStoreTests {
  private let scratch: Scratch
  private let store: RecordStore

  init() throws {
    scratch = try Scratch()
    store = RecordStore(folder: scratch.path + "/a new folder")
  }

  @Test func findsWhatWasSaved() throws {
    #expect(found(Examples.full.key) == nil)
    try store.save(Examples.full)
    try store.save(Examples.bare)
    #expect(found(Examples.full.key) == Examples.full)
    #expect(found(Examples.bare.key) == Examples.bare)
    let hex = Examples.full.key.hex
    #expect(store.path(of: Examples.full.key) == "\(store.folder)/records/\(hex.prefix(2))/\(hex).record")
  }

  /// No file of a writer that is under way, or was interrupted, is left beside the records.
  @Test func savesNothingElse() throws {
    try store.save(Examples.full)
    let hex = Examples.full.key.hex
    #expect(scratch.files == ["a new folder/records/\(hex.prefix(2))/\(hex).record"])
  }

  @Test func whatWasNeverSavedIsMissing() {
    guard case .missing = store.lookup(Digest.of("nothing")) else {
      Issue.record("a record that was never saved was found")
      return
    }
  }

  @Test func aDamagedFileIsToldWithItsPath() throws {
    let file = store.path(of: Examples.full.key)
    try Files.write(Array("KISEKIRC and then something else, long enough for a digest".utf8), to: file)
    #expect(damage(Examples.full.key) == .init(damage: .otherFormat(0x646E_6120), file: file))
    try Files.write([], to: file)
    #expect(damage(Examples.full.key) == .init(damage: .notARecord, file: file))
  }

  /// A finished run has no use for what an unfinished one left.
  @Test func aCheckpointIsKeptUntilTheRunIsFinished() throws {
    #expect(store.checkpoint(of: Examples.full.key) == nil)
    try store.save(checkpoint: [1, 2], of: Examples.full.key)
    try store.save(checkpoint: [3], of: Examples.bare.key)
    #expect(store.checkpoint(of: Examples.full.key) == [1, 2])
    try store.save(Examples.full)
    #expect(store.checkpoint(of: Examples.full.key) == nil)
    #expect(store.checkpoint(of: Examples.bare.key) == [3])
  }

  /// A sound record under another's name does not pass for it.
  @Test func aRecordUnderAnothersNameIsDamage() throws {
    let file = store.path(of: Examples.bare.key)
    try Files.write(RecordCoding.encode(Examples.full), to: file)
    #expect(damage(Examples.bare.key) == .init(damage: .otherKey, file: file))
  }

  /// Two processes that train the same run write the same file; whoever looks meanwhile sees all of it or nothing.
  @Test func manyWritersOfOneRecordDoNoHarm() async throws {
    try await withThrowingTaskGroup(of: Void.self) { [store] group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<10 {
            try store.save(checkpoint: [1], of: Examples.full.key)
            try store.save(Examples.full)
            guard case .found(let record) = store.lookup(Examples.full.key) else {
              Issue.record("a record that is being written again cannot be read")
              return
            }
            #expect(record == Examples.full)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(scratch.files.filter { $0.hasSuffix(".record") }.count == 1)
  }

  @Test func savingWhereNothingCanBeWrittenFails() throws {
    try Files.write([1], to: scratch.path + "/file")
    #expect(throws: FileFailure.self) {
      try RecordStore(folder: scratch.path + "/file/store").save(Examples.full)
    }
  }

  private func found(_ key: Digest) -> Record? {
    if case .found(let record) = store.lookup(key) { record } else { nil }
  }

  private struct Damage: Equatable {
    var damage: RecordDamage
    var file: String
  }

  private func damage(_ key: Digest) -> Damage? {
    if case .damaged(let damage, let file) = store.lookup(key) {
      Damage(damage: damage, file: file)
    } else {
      nil
    }
  }
}
