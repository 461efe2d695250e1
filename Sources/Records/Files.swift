import Foundation

/// Reading and writing whole files, the only way the project touches the disk.
package enum Files {
  /// The file's bytes.
  ///
  /// - Throws: `FileFailure.cannotRead` with the system's reason.
  package static func read(_ path: String) throws(FileFailure) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .cannotRead(path: path, reason: reason(of: error))
    }
  }

  /// The file's bytes; nil if there is none or it cannot be read.
  package static func readIfPresent(_ path: String) -> [UInt8]? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try? read(path)
  }

  /// Writes a file and the folders above it.
  ///
  /// The file is complete or, if anything fails, as it was before.
  ///
  /// - Throws: `FileFailure.cannotWrite` with the system's reason.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let url = URL(filePath: path)
    let folder = url.deletingLastPathComponent().path
    // A file in the folder's place would be reported as "File exists", which misleads.
    if exists(folder), !isFolder(folder) { throw .cannotWrite(path: path, reason: "Not a directory") }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw .cannotWrite(path: path, reason: reason(of: error))
    }
  }

  /// Writes a file unless it already has just these bytes.
  ///
  /// - Returns: whether it wrote.
  /// - Throws: `FileFailure.cannotWrite` with the system's reason.
  @discardableResult
  package static func writeIfChanged(_ bytes: [UInt8], to path: String) throws(FileFailure) -> Bool {
    guard readIfPresent(path) != bytes else { return false }
    try write(bytes, to: path)
    return true
  }

  /// - Throws: `FileFailure.cannotWrite` with the system's reason.
  package static func remove(_ path: String) throws(FileFailure) {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw .cannotWrite(path: path, reason: reason(of: error))
    }
  }

  package static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// The names in a folder, sorted by their UTF-8; empty if there is no such folder.
  package static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The system's word on a failure, without Foundation's wrapping.
  private static func reason(of error: any Error) -> String {
    let underlying = (error as? CocoaError)?.userInfo[NSUnderlyingErrorKey]
    if let code = (underlying as? POSIXError)?.code { return String(cString: strerror(code.rawValue)) }
    return error.localizedDescription
  }
}

/// A file that could not be read or written.
package enum FileFailure: Error, Equatable, Sendable, CustomStringConvertible {
  case cannotRead(path: String, reason: String)
  case cannotWrite(path: String, reason: String)

  package var description: String {
    switch self {
    case .cannotRead(let path, let reason): "\(path): cannot be read: \(reason)"
    case .cannotWrite(let path, let reason): "\(path): cannot be written: \(reason)"
    }
  }
}
