import Foundation

/// Runs git, and takes what it prints.
struct Git {
  /// Where it runs.
  let folder: String

  /// git could not do what was asked.
  package struct Failure: Error, Equatable, CustomStringConvertible {
    package let description: String
  }

  /// - Parameters:
  ///   - arguments: such as `["ls-tree", "HEAD"]`.
  ///   - input: what it reads from its standard input.
  /// - Returns: its standard output.
  /// - Throws: `Failure` with git's own words.
  func run(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // `-C`, since Foundation may change the folder of this whole process for a moment.
    process.arguments = ["git", "-C", folder.isEmpty ? "." : folder] + arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    // A file in place of a pipe: git need not take all of it before it writes.
    let request = try RequestFile(input)
    defer { request.remove() }
    process.standardInput = request.handle
    do { try process.run() } catch {
      throw Failure(description: "git cannot be started: \(error.localizedDescription)")
    }
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    let message = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let words = String(decoding: message, as: UTF8.self).split(separator: "\n").joined(separator: "; ")
      throw Failure(description: words.isEmpty ? "git \(arguments[0]) failed" : words)
    }
    return Array(bytes)
  }
}

/// A temporary file that a process reads.
private struct RequestFile {
  let handle: FileHandle
  private let url: URL

  init(_ bytes: [UInt8]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "kiseki-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    handle = try FileHandle(forReadingFrom: url)
  }

  func remove() {
    try? handle.close()
    try? FileManager.default.removeItem(at: url)
  }
}
