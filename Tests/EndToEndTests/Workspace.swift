import Foundation

/// A folder of a test's own, gone with the value.
final class Workspace: Sendable {
  let path: String

  init(_ name: String = "work") throws {
    path = "\(NSTemporaryDirectory())/kiseki-test-\(UUID().uuidString)/\(name)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent())
  }

  /// With `study` as studies/small.yaml.
  convenience init(study: String) throws {
    try self.init()
    try write(study, to: "studies/small.yaml")
  }

  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  func write(_ bytes: Data, to name: String) throws {
    let url = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
  }

  /// A new file, open for writing.
  func handle(_ name: String) throws -> FileHandle {
    try write("", to: name)
    return try FileHandle(forWritingTo: URL(filePath: "\(path)/\(name)"))
  }

  /// The paths of all files below a folder, sorted.
  func files(below folder: String = ".") -> [String] {
    let place = "\(path)/\(folder)"
    let all = FileManager.default.enumerator(atPath: place)?.compactMap { $0 as? String } ?? []
    return all.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(place)/\(name)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// All files below a folder with their bytes.
  func contents(below folder: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for file in files(below: folder) {
      contents[file] = try Data(contentsOf: URL(filePath: "\(path)/\(folder)/\(file)"))
    }
    return contents
  }

  /// When each file below a folder was last written.
  func dates(below folder: String) throws -> [String: Date] {
    var dates: [String: Date] = [:]
    for file in files(below: folder) {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(folder)/\(file)")
      dates[file] = attributes[.modificationDate] as? Date
    }
    return dates
  }
}

/// The checkout that these tests are of.
enum Project {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }
}
