import Foundation

/// A Python program that does the same work in another library, and waits to be told.
final class Peer {
  let name: String
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var unread = Data()
  private(set) var times = Times()

  /// Starts the program and waits until it is ready.
  ///
  /// nil where Python or one of its packages is missing; that is told.
  ///
  /// - Parameters:
  ///   - name: of the library.
  ///   - script: in Benchmarks/peers.
  ///   - arguments: of the script.
  init?(_ name: String, _ script: String, _ arguments: [String]) {
    self.name = name
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [Peer.python, "Benchmarks/peers/\(script)"] + arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch {
      Progress.say("skipped: \(name): \(error.localizedDescription)")
      return nil
    }
    guard line() == "ready" else {
      Progress.say(
        "skipped: \(name): '\(Peer.python) \(script)' does not start; it needs Benchmarks/peers/requirements.txt"
      )
      return nil
    }
  }

  private static var python: String { ProcessInfo.processInfo.environment["KISEKI_PYTHON"] ?? "python3" }

  /// Lets it work once.
  func run() {
    input.fileHandleForWriting.write(Data("go\n".utf8))
    if let seconds = line().flatMap(Double.init) { times.append(seconds) }
  }

  /// Ends it.
  ///
  /// - Returns: its peak memory in MB.
  func stop() -> Double? {
    input.fileHandleForWriting.write(Data("stop\n".utf8))
    let kilobytes = line().flatMap(Double.init)
    process.waitUntilExit()
    return kilobytes.map { $0 * 1024 / 1e6 }
  }

  private func line() -> String? {
    while true {
      if let end = unread.firstIndex(of: 10) {
        defer { unread = Data(unread[(end + 1)...]) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      unread += more
    }
  }
}
