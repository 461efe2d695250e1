import Digests
import Records
import Reports
package import Studies
import Training

/// A study whose data are there, with the address of every run.
package struct StudyPlan: Sendable {
  package let study: Study
  package let data: LocatedData
  package let runs: [PlannedRun]

  package init(study: Study, data: LocatedData) {
    self.study = study
    self.data = data
    runs = study.runs().map { run in
      PlannedRun(
        run: run, address: RunAddress(of: run, dataDigest: data.facts.digest),
        name: study.points[run.point].name)
    }
  }
}

/// What the store has of a plan.
struct LookedUp {
  let plan: StudyPlan
  var records: [Digest: Record] = [:]

  /// A damaged record is told and counts as missing.
  init(_ plan: StudyPlan, store: RecordStore, observer: ProgressObserver) {
    self.plan = plan
    for (run, found) in zip(plan.runs, plan.runs.mapInParallel { store.lookup($0.address.key) }) {
      switch found {
      case .found(let record): records[run.address.key] = record
      case .missing: break
      case .damaged(let damage, let file):
        observer(
          .notice("\(file): warning: this record is not used, \(damage); \(run.name) is trained again"))
      }
    }
  }

  /// The runs to train; each address once, though two grid points may be the same run.
  var missing: [PlannedRun] {
    var seen: Set<Digest> = []
    return plan.runs.filter { records[$0.address.key] == nil && seen.insert($0.address.key).inserted }
  }

  /// Runs that another study, or another process, has trained since.
  mutating func addRecordsStoredMeanwhile(_ store: RecordStore) {
    for run in missing {
      if case .found(let record) = store.lookup(run.address.key) { records[run.address.key] = record }
    }
  }

  /// The computing that training a run takes.
  func work(of run: PlannedRun) -> Double {
    RunWork(run.run, plan.data.sizes(run.run.settings.data)).ofRun
  }
}
