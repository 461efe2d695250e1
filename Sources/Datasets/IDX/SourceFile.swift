import Foundation

/// Whole files as bytes.
enum SourceFile {
  /// The bytes of a regular file (links are followed) of at most `limit` bytes.
  static func read(_ path: String, limit: Int) throws(DatasetError) -> [UInt8] {
    // An empty path would stand for the current directory, and the file system reads no further than a NUL.
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .missingFile(path: path) }
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: url.path) else {
      throw .missingFile(path: path)
    }
    // Reading a pipe or a device might never end.
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw .unreadableFile(path: path, .notAFile)
    }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    guard size <= limit else { throw .fileTooLarge(path: path, bytes: size, limit: limit) }
    do {
      return [UInt8](try Data(contentsOf: url))
    } catch CocoaError.fileReadNoPermission {
      throw .unreadableFile(path: path, .permissionDenied)
    } catch {
      throw .unreadableFile(path: path, .failed)
    }
  }

  /// Whether there is a regular file (or a link to one) at a path.
  static func exists(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && !isDirectory.boolValue
  }
}
