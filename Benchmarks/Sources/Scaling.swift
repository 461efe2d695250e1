import Datasets
import Foundation
import Studies
import Training

extension Report {
  /// How cost grows with what a study asks for.
  static func scaling() throws {
    let dataset = try DatasetRequest.digits.load(trainCount: 10_000, testCount: 100)
    let threads = Workload.cores > 1 ? [1, Workload.cores] : [1]
    var table = Table(
      title: "How cost grows: a step", head: ["784-w-…-10, ReLU, batch 100"] + threads.map(title))
    for width in [64, 128, 256, 512, 1024, 2048] {
      try table.add("width \(width), 2 layers", Workload.network(width: width), threads, dataset)
    }
    for depth in [1, 2, 5, 10, 20] {
      try table.add("depth \(depth), width 256", Workload.network(width: 256, depth: depth), threads, dataset)
    }
    for batch in [10, 100, 1000] {
      try table.add(
        "batch \(batch), width 256, 2 layers", Workload.network(width: 256, batch: batch), threads, dataset)
    }
    table.print()
    try runs(dataset)
  }

  /// Whole runs: their number, and their steps.
  private static func runs(_ dataset: Dataset) throws {
    var table = Table(
      title: "How cost grows: whole runs", head: ["784-16-10, batch 20, one core", "time", "a step"])
    var settings = Workload.network(width: 16, depth: 1, batch: 20)
    settings.data.trainCount = 1000
    settings.data.testCount = 100
    for (count, steps) in [(1, 100), (1, 1000), (1, 10_000), (10, 100), (100, 100), (1000, 100)] {
      settings.training.length = .steps(steps)
      let data = RunData(dataset.prefix(trainCount: 1000, testCount: 100), settings.data)
      Progress.say("\(count) runs of \(steps) steps")
      let seconds = try Stopwatch.seconds {
        for seed in 0..<count {
          let run = Run(
            index: 0, point: 0, seed: UInt64(seed), settings: settings,
            recordings: [.init(quantity: .trainLoss)])
          var trainer = Trainer(run, data: data)
          _ = try trainer.train(address: RunAddress(of: run, dataDigest: dataset.digest)) { _ in .goOn }
        }
      }
      table.rows.append(
        ["\(count) × \(steps) steps", text(seconds), text(seconds / Double(count * steps))])
    }
    table.print()
  }

  private static func title(_ threads: Int) -> String { threads == 1 ? "1 core" : "\(threads) cores" }
}

extension Table {
  fileprivate mutating func add(
    _ name: String, _ settings: RunSettings, _ threads: [Int], _ dataset: Dataset
  ) throws {
    Progress.say(name)
    rows.append(
      [name]
        + (try threads.map {
          text(try Workload.steps(settings, steps: 15, threads: $0, dataset: dataset).median)
        }))
  }
}
