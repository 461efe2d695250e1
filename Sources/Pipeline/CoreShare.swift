import Synchronization

/// Shares out the processor's cores among the runs that train at the time.
///
/// Cores go to runs first; where there are fewer runs than cores, a run gets several. How many may change from one of its
/// steps to the next, since no bit depends on it.
final class CoreShare: Sendable {
  private let cores: Int
  private let runs = Atomic<Int>(0)

  /// - Parameter cores: all there are to share.
  init(cores: Int) {
    self.cores = cores
  }

  /// Counts a run for the time of `body`.
  func withRun<Result>(_ body: () throws -> Result) rethrows -> Result {
    runs.add(1, ordering: .relaxed)
    defer { runs.subtract(1, ordering: .relaxed) }
    return try body()
  }

  /// How many cores each run may use now.
  var ofEachRun: Int { max(1, cores / max(1, runs.load(ordering: .relaxed))) }
}
