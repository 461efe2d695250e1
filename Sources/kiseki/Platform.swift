import Dispatch
import Foundation
import Records

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// What differs between operating systems: the only file that calls the C library.
enum Platform {
  static var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }

  static var standardErrorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The width of the terminal on stderr in characters; nil where there is none.
  static var terminalWidth: Int? {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Runs `body` in a task that Ctrl-C (SIGINT) or SIGTERM cancels; a second signal ends the process at once.
  static func cancellingOnInterrupt<Result: Sendable>(
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let task = Task { try await body() }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        task.cancel()
        signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    return try await task.value
  }
}

/// Results.
///
/// Unlike with `print`, failures are told: a full disk must not leave half a file and a good exit code.
enum StandardOutput {
  static func print(_ text: String) throws(FileFailure) {
    try write(text + "\n")
  }

  static func write(_ text: String) throws(FileFailure) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw .cannotWrite(path: "standard output", reason: error.localizedDescription)
    }
  }
}

/// Lines for people, beside the results on stdout.
enum StandardError {
  static func print(_ text: String) {
    write(text + "\n")
  }

  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
