import Foundation

/// The whole command where nothing has changed: `kiseki report` in a checkout whose reports are made.
enum Unchanged {
  /// Seconds of the command; nil where it is not built, or fails.
  static func seconds() throws -> Double? {
    let path = ".build/release/kiseki"
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    // What is missing is trained the first time, and not timed.
    guard try run(path) == 0 else { return nil }
    var times = Times()
    for _ in 0..<9 { times.append(try Stopwatch.seconds { _ = try run(path) }) }
    return times.median
  }

  private static func run(_ path: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["report", "--quiet"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
