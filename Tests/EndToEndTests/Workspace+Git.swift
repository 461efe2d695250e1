import Foundation
import Testing

extension Workspace {
  /// Runs git here and takes what it prints.
  @discardableResult
  func git(_ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let identity = ["-c", "user.name=A", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false"]
    process.arguments = ["git", "-C", path] + identity + arguments
    process.standardOutput = output
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(arguments)")
    return String(decoding: text, as: UTF8.self)
  }

  /// Makes the folder a repository, if it is none, and commits everything in it but the store.
  func commitAll() throws {
    try git(["init", "--quiet"])
    try write(".kiseki\n", to: ".gitignore")
    try git(["add", "--all"])
    try git(["commit", "--quiet", "--allow-empty", "--message", "State"])
  }
}
