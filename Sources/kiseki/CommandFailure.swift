import ArgumentParser
import Datasets
import Pipeline
import Records
import Reviews

/// How failures of the library end the command: in words on stderr, and an exit code of sysexits(3).
enum CommandFailure {
  /// A claim or a verification failed.
  static let failed = ExitCode(1)
  static let badInput = ExitCode(65)
  static let cannotWrite = ExitCode(73)
  static let inputOutput = ExitCode(74)
  /// What shells report of a command that Ctrl-C ended.
  static let interrupted = ExitCode(130)

  /// Runs `body`; prints what it throws and throws the exit code for it.
  static func translated<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch { throw exitCode(explaining: error) }
  }

  /// Runs `body`; prints what it throws and throws the exit code for it.
  static func translated<Result>(_ body: () async throws -> Result) async throws -> Result {
    do { return try await body() } catch { throw exitCode(explaining: error) }
  }

  private static func exitCode(explaining error: any Error) -> any Error {
    switch error {
    case is ExitCode: return error
    case is CancellationError:
      StandardError.print("interrupted; finished runs are stored, and the same command goes on from there")
      return interrupted
    default: break
    }
    StandardError.print("\(error)")
    return switch error {
    case let failure as FileFailure: exitCode(of: failure)
    case is StudyMistakes, is StudyFinder.Failure: badInput
    case is NewStudy.AlreadyThere: cannotWrite
    case is DatasetError, is ReportTree.Unknown: badInput
    default: inputOutput
    }
  }

  private static func exitCode(of failure: FileFailure) -> ExitCode {
    switch failure {
    case .cannotRead: inputOutput
    case .cannotWrite: cannotWrite
    }
  }
}
