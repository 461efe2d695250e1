import Foundation

/// What a command left behind.
struct Outcome {
  /// The exit code; minus the signal's number if a signal ended it.
  let status: Int32
  let out: String
  let err: String
}

/// The command that was built with these tests, run as a user runs it.
enum Tool {
  /// Runs the command in a folder to its end, with `environment` beside that of the tests.
  static func run(
    _ arguments: String..., in folder: Workspace, environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await RunningTool(arguments, in: folder, environment: environment).outcome()
  }

  static func start(_ arguments: String..., in folder: Workspace) throws -> RunningTool {
    try RunningTool(arguments, in: folder)
  }

  /// SwiftPM puts the command beside the bundle (macOS) or the executable (Linux) of the tests.
  static func path() throws -> String {
    let places =
      CommandLine.arguments + Bundle.allBundles.map(\.bundlePath) + [Bundle.main.executablePath ?? ""]
    for place in places {
      guard let bundle = place.range(of: ".xctest") else { continue }
      let path = URL(filePath: String(place[..<bundle.upperBound])).deletingLastPathComponent()
        .appending(path: "kiseki").path
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    throw NotBuilt(places: places)
  }

  struct NotBuilt: Error {
    let places: [String]
  }
}

/// A command under way.
final class RunningTool {
  private let process = Process()
  private let endings: AsyncStream<Void>
  /// Files rather than pipes: nobody needs to read while the command writes.
  private let log: Workspace
  /// Held so that it stays as long as the command runs.
  private let folder: Workspace

  // `output` is the file that stdout goes to; nil keeps it for the outcome.
  init(
    _ arguments: [String], in folder: Workspace, environment: [String: String] = [:], output: String? = nil
  ) throws {
    let (endings, ending) = AsyncStream.makeStream(of: Void.self)
    self.endings = endings
    log = try Workspace()
    self.folder = folder
    process.executableURL = URL(filePath: "/bin/sh")
    // The shell changes the folder, since Process may do so by changing that of the tests; and it bounds the seconds
    // of computing, so that a command that hangs does not outlive the tests for long.
    process.arguments =
      ["-c", #"ulimit -t 60; cd "$0" && exec "$@""#, folder.path, try Tool.path()] + arguments
    var variables = ProcessInfo.processInfo.environment
    for name in ["KISEKI_DATA", "COLUMNS"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let kept = try log.handle("out")
    process.standardOutput = try output.map { try FileHandle(forWritingTo: URL(filePath: $0)) } ?? kept
    process.standardError = try log.handle("err")
    process.terminationHandler = { _ in ending.finish() }
    try process.run()
  }

  /// Waits for the end.
  func outcome() async throws -> Outcome {
    for await _ in endings {}
    let code = process.terminationStatus
    return Outcome(
      status: process.terminationReason == .exit ? code : -code, out: try log.text("out"),
      err: try log.text("err"))
  }

  func send(_ signal: Int32) {
    if process.isRunning { kill(process.processIdentifier, signal) }
  }

  /// Waits until stderr holds `text`, or the command has ended.
  func waitForProgress(_ text: String) async throws {
    while process.isRunning, try !log.text("err").contains(text) {
      try await Task.sleep(for: .milliseconds(2))
    }
  }
}
