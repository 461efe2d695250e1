import Records
import Synchronization

@testable import Pipeline

/// A place for a test to report studies in: studies, output and store below one temporary folder.
struct Bench {
  let scratch: Scratch
  var mnistFolders: [String] = []

  init() throws { scratch = try Scratch() }

  var output: String { scratch.path + "/output" }
  var store: RecordStore { RecordStore(folder: scratch.path + "/store") }

  /// Two runs of a moment: 500 training examples, 20 steps, eight units.
  static func tiny(
    title: String = "Tiny", question: String = "Why?", rates: String = "[0.1, 0.01]", data: String = "digits",
    steps: Int = 20, sheet: String = "curves", say: String = "It learns."
  ) -> String {
    """
    kiseki: 1
    title: \(title)
    question: \(question)
    seed: 1
    data: {source: \(data), train: 500, test: 200}
    network: {hidden: [8]}
    training: {batch: 50, steps: \(steps)}
    groups:
      - learning_rate: \(rates)
    sheets:
      - {name: \(sheet), rows: [{line: train_loss}]}
    claims:
      - {say: \(say), of: {learning_rate: 0.1}, that: final_train_loss, below: 3}

    """
  }

  func write(_ text: String, to name: String = "studies/tiny.yaml") throws {
    try Files.write(Array(text.utf8), to: "\(scratch.path)/\(name)")
  }

  func read(_ name: String) -> String? {
    Files.readIfPresent("\(scratch.path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reports all studies of the folder.
  @discardableResult
  func report(jobs: Int = 2, watching: (@Sendable (ProgressEvent) -> Void)? = nil) async throws -> Watch {
    let watch = Watch()
    let job = ReportJob(
      studies: try StudyFinder.find([scratch.path + "/studies"]), output: OutputWriter(folder: output),
      store: store,
      catalog: DataCatalog(mnistFolders: mnistFolders), jobs: jobs,
      observer: { event in
        watch.receive(event)
        watching?(event)
      })
    _ = try await job.run()
    return watch
  }

  /// Every file below a folder with its bytes, by path.
  func contents(of folder: String) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for file in scratch.files where file.hasPrefix(folder + "/") {
      contents[file] = Files.readIfPresent("\(scratch.path)/\(file)")
    }
    return contents
  }
}

/// Keeps what a job tells of its progress.
final class Watch: Sendable {
  private let events = Mutex<[ProgressEvent]>([])

  func receive(_ event: ProgressEvent) { events.withLock { $0.append(event) } }

  private func all<Value>(_ value: (ProgressEvent) -> Value?) -> [Value] {
    events.withLock { $0 }.compactMap(value)
  }

  var notices: [String] { all { if case .notice(let text) = $0 { text } else { nil } } }
  /// Runs that were trained, sorted: the order in which they finish is not determined.
  var trained: [String] {
    all { if case .trained(let run, let seed) = $0 { "\(run), seed \(seed)" } else { nil } }.sorted()
  }
  var reported: [String] { all { if case .reported(let study) = $0 { study } else { nil } } }
  /// What was announced: runs to train, and runs in the store.
  var planned: [[Int]] {
    all { if case .planned(let train, let stored, _) = $0 { [train, stored] } else { nil } }
  }
  var plannedWork: Double { all { if case .planned(_, _, let work) = $0 { work } else { nil } }.reduce(0, +) }
  var work: Double { all { if case .advanced(let work) = $0 { work } else { nil } }.reduce(0, +) }
}

/// Cancels a task from within what it does.
final class Canceller: Sendable {
  private let task = Mutex<Task<Void, any Error>?>(nil)

  /// Runs `body` in a task that `cancel` cancels.
  func run(_ body: @escaping @Sendable () async throws -> Void) async throws {
    let task = Task(operation: body)
    self.task.withLock { $0 = task }
    try await task.value
  }

  /// Has cancelled the task when it returns.
  func cancel() {
    while true {
      if let task = task.withLock({ $0 }) { return task.cancel() }
    }
  }
}
