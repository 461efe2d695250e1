/// What a long job tells its watcher.
///
/// Watchers print; results never depend on them.
package enum ProgressEvent: Sendable {
  /// Something the user should know: a study skipped, a record computed anew.
  case notice(String)
  /// Training is about to start.
  case planned(runsToTrain: Int, runsStored: Int, work: Double)
  /// Some of the planned work was done.
  case advanced(work: Double)
  /// A run goes on from the checkpoint that an earlier call left.
  case resumed(run: String, seed: UInt64, step: Int)
  /// A run is finished and stored.
  case trained(run: String, seed: UInt64)
  /// A study's report is complete.
  case reported(study: String)
}

/// Receives progress, from any thread.
package typealias ProgressObserver = @Sendable (ProgressEvent) -> Void
