import Charts
import Datasets
import Foundation
import Numerics
import Pipeline
import Records
import Reports
import Studies
import Training

/// Pieces of Kiseki's work as people know them, each timed without what comes before it.
enum Workload {
  static let cores = ProcessInfo.processInfo.activeProcessorCount

  /// The runs of a shipped study with its data, ready to train.
  struct NineRuns {
    private let runs: [PlannedRun]
    private let data: [DataSettings: RunData]

    /// - Parameter countsDeadUnits: whether they are recorded along the way, as the study has it.
    /// - Throws: `Missing`, or what loading the data throws.
    init(countsDeadUnits: Bool) throws {
      let loaded = StudyLoader.load(path: "studies/learning-failure.yaml", name: "learning-failure") {
        try Files.read($0)
      }
      guard let study = loaded.study,
        case .found(let located) = try DataCatalog.ofThisProcess.locate(study.dataSource)
      else { throw Missing(what: "studies/learning-failure.yaml, which is read from the current folder") }
      runs = StudyPlan(study: study, data: located).runs.map { planned in
        guard !countsDeadUnits else { return planned }
        let run = planned.run
        let plain = Run(
          index: run.index, point: run.point, seed: run.seed, settings: run.settings,
          recordings: run.recordings.filter { $0.quantity != .deadShare })
        return PlannedRun(
          run: plain, address: RunAddress(of: plain, dataDigest: located.facts.digest), name: planned.name)
      }
      data = try located.load(for: runs.map(\.run.settings.data))
    }

    func train(jobs: Int = Workload.cores) async throws {
      let folder = NSTemporaryDirectory() + "kiseki-bench-\(ProcessInfo.processInfo.processIdentifier)"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let data = data
      let executor = RunExecutor(jobs: jobs, store: RecordStore(folder: folder)) { _ in }
      _ = try await executor.train(runs) { data[$0]! }
    }
  }

  /// Seconds of the steps of one run, without recordings.
  ///
  /// - Parameters:
  ///   - settings: network and training.
  ///   - steps: how many are timed, after two others.
  ///   - threads: at most.
  ///   - dataset: the examples.
  /// - Returns: a time a step.
  /// - Throws: what training throws.
  static func steps(_ settings: RunSettings, steps: Int, threads: Int, dataset: Dataset) throws -> Times {
    var settings = settings
    settings.training.length = .steps(steps + 3)
    var starts: [ContinuousClock.Instant] = []
    // The number of threads is asked for at the beginning of every step.
    try train(settings, dataset) {
      starts.append(.now)
      return threads
    }
    var times = Times()
    for step in 2..<steps + 2 { times.append((starts[step + 1] - starts[step]).seconds) }
    return times
  }

  /// Trains one run without recordings.
  ///
  /// - Parameters:
  ///   - settings: network and training.
  ///   - dataset: the examples; nil for a game.
  ///   - threads: asked at every step.
  /// - Throws: what training throws.
  static func train(_ settings: RunSettings, _ dataset: Dataset?, threads: () -> Int) throws {
    let run = Run(index: 0, point: 0, seed: 1, settings: settings, recordings: [])
    var trainer = Trainer(run, data: RunData(dataset, settings.data))
    let address = RunAddress(of: run, dataDigest: dataset?.digest ?? CatchGame.standard.digest)
    _ = try trainer.train(address: address, threads: threads) { _ in .goOn }
  }

  /// 784-1000×5-10 sigmoid units, mini-batches of 100, momentum.
  static var wideNetwork: RunSettings {
    var settings = RunSettings()
    settings.data.scaling = .symmetric
    settings.network.hidden = [1000, 1000, 1000, 1000, 1000]
    settings.network.activations = settings.network.hidden.map { _ in .sigmoid }
    settings.network.weightInit = .pytorch
    settings.training.batch = 100
    settings.training.learningRate = 0.01
    settings.training.optimizer = .momentum(0.9)
    return settings
  }

  /// A network of `depth` layers of `width` ReLU units with plain gradient descent.
  static func network(width: Int, depth: Int = 2, batch: Int = 100) -> RunSettings {
    var settings = RunSettings()
    settings.network.hidden = Array(repeating: width, count: depth)
    settings.network.activations = settings.network.hidden.map { _ in .relu }
    settings.training.batch = batch
    settings.training.learningRate = 0.001
    return settings
  }

  /// A sheet of five rows of three panels with ten lines of 600 points each.
  static func sheet() -> Sheet {
    let steps = (0..<600).map(Double.init)
    let panels = (0..<5).map { row in
      (0..<3).map { column -> Panel? in
        let marks = (0..<10).map { line -> Mark in
          var stream = RandomStream(
            seed: 1, name: "benchmark", index: UInt32(line), subindex: UInt32(3 * row + column))
          var value = 0.0
          let walk = steps.map { _ in
            value += Double(stream.normal())
            return value
          }
          let style = Mark.Line.style(count: 10)
          return .line(
            .init(
              x: steps, y: walk, color: Palette.category(line), width: style.width, opacity: style.opacity))
        }
        return Panel(x: .steps(), y: Axis(), marks: marks)
      }
    }
    return Sheet(
      title: "A sheet", columns: (1...3).map { .init(title: "column \($0)") },
      rowLabels: (1...5).map { "row \($0)" }, panels: panels)
  }

  struct Missing: Error, CustomStringConvertible {
    let what: String
    var description: String { "missing: \(what)" }
  }
}
