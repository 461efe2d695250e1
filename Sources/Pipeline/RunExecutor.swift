import Datasets
import Foundation
package import Records
package import Studies
package import Training

/// A run with its address in the store.
package struct PlannedRun: Sendable {
  package let run: Run
  package let address: RunAddress
  /// For people: the grid point's name.
  package let name: String

  package init(run: Run, address: RunAddress, name: String) {
    self.run = run
    self.address = address
    self.name = name
  }
}

/// Trains runs in parallel, and stores each as it finishes.
///
/// Which runs are trained together changes nothing but the time.
package struct RunExecutor: Sendable {
  /// How many runs at once; fewer runs share as many cores.
  package let jobs: Int
  package let store: RecordStore
  package let observer: ProgressObserver

  package init(jobs: Int, store: RecordStore, observer: @escaping ProgressObserver) {
    self.jobs = jobs
    self.store = store
    self.observer = observer
  }

  /// Trains and stores runs.
  ///
  /// - Parameters:
  ///   - runs: begun with the longest, so that the end finds all cores at work.
  ///   - data: for each run's data settings.
  /// - Returns: the records of `runs`, in their order.
  /// - Throws: `CancellationError` if the task is cancelled; `FileFailure` if a record cannot be stored. The records
  ///   finished until then are in the store.
  package func train(_ runs: [PlannedRun], data: @Sendable (DataSettings) -> RunData) async throws -> [Record]
  {
    // More threads than cores would wait for each other.
    let share = CoreShare(cores: min(jobs, ProcessInfo.processInfo.activeProcessorCount))
    return try await withThrowingTaskGroup(of: (Int, Record).self) { group in
      var records = [Record?](repeating: nil, count: runs.count)
      var waiting = longestFirst(runs, data).makeIterator()
      for _ in 0..<max(1, jobs) {
        if let index = waiting.next() {
          add(runs[index], index, data(runs[index].run.settings.data), share, to: &group)
        }
      }
      while let (finished, record) = try await group.next() {
        records[finished] = record
        if let index = waiting.next() {
          add(runs[index], index, data(runs[index].run.settings.data), share, to: &group)
        }
      }
      return records.map { $0! }
    }
  }

  private func longestFirst(_ runs: [PlannedRun], _ data: (DataSettings) -> RunData) -> [Int] {
    let work = runs.map { RunWork($0.run, data($0.run.settings.data).sizes).ofRun }
    return runs.indices.sorted { (work[$1], $0) < (work[$0], $1) }
  }

  private func add(
    _ planned: PlannedRun, _ index: Int, _ data: RunData, _ share: CoreShare,
    to group: inout ThrowingTaskGroup<(Int, Record), any Error>
  ) {
    group.addTask {
      let record = try share.withRun { try train(planned, data, share) }
      try store.save(record)
      observer(.trained(run: planned.name, seed: planned.run.seed))
      return (index, record)
    }
  }

  private func train(_ planned: PlannedRun, _ data: RunData, _ share: CoreShare) throws -> Record {
    let workOfStep = RunWork(planned.run, data.sizes).ofStep
    var trainer = Trainer(planned.run, data: data)
    var reported = 0
    resume(&trainer, planned)
    var saved = ContinuousClock.now
    do {
      return try trainer.train(address: planned.address, threads: { share.ofEachRun }) { checkpoint in
        try store.save(checkpoint: checkpoint, of: planned.address.key)
      } progress: { step in
        observer(.advanced(work: Double(step - reported) * workOfStep))
        reported = step
        guard !Task.isCancelled else { return .stop }
        guard ContinuousClock.now - saved > RunExecutor.checkpointInterval else { return .goOn }
        saved = .now
        return .save
      }
    } catch let stopped as Trainer.Stopped {
      if reported > 0 { try store.save(checkpoint: stopped.checkpoint, of: planned.address.key) }
      throw CancellationError()
    }
  }

  /// How much training a run that dies without a word may lose.
  private static let checkpointInterval = Duration.seconds(20)

  /// Goes on from the run's checkpoint, if there is a good one.
  private func resume(_ trainer: inout Trainer, _ planned: PlannedRun) {
    guard let checkpoint = store.checkpoint(of: planned.address.key) else { return }
    do {
      let step = try trainer.resume(from: checkpoint, address: planned.address)
      observer(.resumed(run: planned.name, seed: planned.run.seed, step: step))
    } catch {
      observer(
        .notice(
          "\(planned.name), seed \(planned.run.seed): starts anew, its checkpoint is not used: \(error)"))
    }
  }
}
