package import Digests

/// Finished records on disk, one file each, by their key: `records/ab/abcdef….record` below the store's folder; beside
/// them the checkpoints of unfinished runs.
///
/// A record appears under its name only when it is complete, so an interrupted or concurrent writer does no harm.
package struct RecordStore: Sendable {
  package let folder: String

  package init(folder: String) {
    self.folder = folder
  }

  /// What the store knows of a run.
  package enum Lookup: Sendable {
    case found(Record)
    case missing
    /// There is a file, but it cannot be trusted. `file` is its path.
    case damaged(RecordDamage, file: String)
  }

  package func path(of key: Digest) -> String {
    "\(folder)/records/\(key.hex.prefix(2))/\(key.hex).record"
  }

  package func lookup(_ key: Digest) -> Lookup {
    let file = path(of: key)
    guard let bytes = Files.readIfPresent(file) else { return .missing }
    do throws(RecordDamage) {
      let record = try RecordCoding.decode(bytes)
      guard record.key == key else { return .damaged(.otherKey, file: file) }
      return .found(record)
    } catch {
      return .damaged(error, file: file)
    }
  }

  /// Whether there is a record of a run that can be trusted, without reading what it says.
  package func isWhole(_ key: Digest) -> Bool {
    Files.readIfPresent(path(of: key)).map { RecordCoding.isWhole($0, key: key) } ?? false
  }

  /// Keeps a finished run; its checkpoint, if it left one, is no longer needed.
  ///
  /// - Throws: `FileFailure` if the folder or the file cannot be written.
  package func save(_ record: Record) throws(FileFailure) {
    try Files.write(RecordCoding.encode(record), to: path(of: record.key))
    let checkpoint = checkpointPath(of: record.key)
    guard Files.exists(checkpoint) else { return }
    do throws(FileFailure) {
      try Files.remove(checkpoint)
    } catch {
      // Another process may have finished the same run, and removed it first.
      if Files.exists(checkpoint) { throw error }
    }
  }

  /// What an unfinished run left to go on from; nil if it left nothing.
  package func checkpoint(of key: Digest) -> [UInt8]? {
    Files.readIfPresent(checkpointPath(of: key))
  }

  /// Keeps what an unfinished run can go on from.
  ///
  /// - Throws: `FileFailure` if the folder or the file cannot be written.
  package func save(checkpoint: [UInt8], of key: Digest) throws(FileFailure) {
    try Files.write(checkpoint, to: checkpointPath(of: key))
  }

  private func checkpointPath(of key: Digest) -> String {
    "\(folder)/checkpoints/\(key.hex).checkpoint"
  }
}
