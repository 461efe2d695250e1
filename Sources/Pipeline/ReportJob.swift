import Charts
import Datasets
import Digests
package import Records
import Reports
import Reviews
import Studies
import Training

/// From study files to finished reports: what `kiseki report` does.
package struct ReportJob: Sendable {
  package let studies: [StudyFile]
  package let output: OutputWriter
  package let store: RecordStore
  package let catalog: DataCatalog
  package let jobs: Int
  /// Whether a report that is made from the same things as the last one need not be made again.
  package let reusesReports: Bool
  package let observer: ProgressObserver

  package init(
    studies: [StudyFile], output: OutputWriter, store: RecordStore, catalog: DataCatalog, jobs: Int,
    reusesReports: Bool = true, observer: @escaping ProgressObserver
  ) {
    self.studies = studies
    self.output = output
    self.store = store
    self.catalog = catalog
    self.jobs = jobs
    self.reusesReports = reusesReports
    self.observer = observer
  }

  /// Runs the whole pipeline.
  ///
  /// 1. check: decode every study; if any has a mistake, nothing is run.
  /// 2. plan: the runs of each study and their addresses; studies without data are skipped.
  /// 3. look up: which runs the store has.
  /// 4. train: the missing ones, in parallel, each stored as it finishes.
  /// 5. report: per study, from records alone: claims, tables, sheets; written where they changed.
  /// 6. gallery: the index of all reports in the output folder.
  ///
  /// - Returns: the reports of the studies that were not skipped.
  /// - Throws: `StudyMistakes`, `FileFailure`, `DatasetError`, or `CancellationError` when the task is cancelled.
  package func run() async throws -> [FinishedReport] {
    let cache = reusesReports ? ReportCache(store: store) : nil
    let plans = try StudyCheck(studies).validSources(observer: observer).compactMap { study, source in
      try plan(study).map { PlannedReport(plan: $0, source: source) }
    }
    let kept = plans.mapInParallel { cache?.report(of: $0.plan, source: $0.source) }
    var pending = zip(plans, kept).map { planned, kept in
      kept == nil ? LookedUp(planned.plan, store: store, observer: observer) : nil
    }
    announce(pending.compactMap(\.self), stored: zip(plans, kept).filter { $1 != nil }.map(\.0))
    var reports: [FinishedReport] = []
    for (index, planned) in plans.enumerated() {
      try Task.checkCancellation()
      if let report = kept[index] {
        reports.append(report)
      } else {
        let report = try await make(&pending[index]!)
        try cache?.keep(report, of: planned.plan, source: planned.source)
        reports.append(report)
      }
      try output.write(reports[index])
      observer(.reported(study: planned.plan.study.name))
    }
    if try !output.writeGallery() {
      observer(
        .notice("\(output.folder)/README.md: warning: this is no list of reports; it was left as it is"))
    }
    return reports
  }

  private struct PlannedReport: Sendable {
    let plan: StudyPlan
    /// Of the study's files.
    let source: Digest
  }

  private func make(_ pending: inout LookedUp) async throws -> FinishedReport {
    pending.addRecordsStoredMeanwhile(store)
    let records = try await train(&pending)
    let plan = pending.plan
    return try FinishedReport(StudyResults(study: plan.study, data: plan.data.facts, records: records))
  }

  private func plan(_ study: Study) throws -> StudyPlan? {
    switch try catalog.locate(study.dataSource) {
    case .absent(let howToGet):
      observer(.notice("\(study.name): skipped: \(howToGet)"))
      return nil
    case .found(let data):
      return StudyPlan(study: study, data: data)
    }
  }

  private func announce(_ pending: [LookedUp], stored finished: [PlannedReport]) {
    // Studies may share runs: each is trained once.
    var seen: Set<Digest> = []
    var work = 0.0
    for study in pending {
      for run in study.missing where seen.insert(run.address.key).inserted { work += study.work(of: run) }
    }
    let stored = pending.reduce(finished.reduce(0) { $0 + $1.plan.runs.count }) { sum, study in
      sum + study.plan.runs.count { study.records[$0.address.key] != nil }
    }
    observer(.planned(runsToTrain: seen.count, runsStored: stored, work: work))
  }

  /// The study's records, in the order of its runs, after training those that are missing.
  private func train(_ pending: inout LookedUp) async throws -> [Record] {
    let missing = pending.missing
    if !missing.isEmpty {
      let data = try pending.plan.data.load(for: missing.map(\.run.settings.data))
      let executor = RunExecutor(jobs: jobs, store: store, observer: observer)
      for record in try await executor.train(missing, data: { data[$0]! }) {
        pending.records[record.key] = record
      }
    }
    return pending.plan.runs.map { pending.records[$0.address.key]! }
  }
}
