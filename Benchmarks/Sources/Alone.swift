import Datasets

/// Kiseki's side alone, for changes that are to make it faster: a line a round, the least time and the median.
extension Report {
  /// A step of the wide network, on one thread and on two in turns.
  static func wideStep() throws {
    let dataset = try DatasetRequest.digits.load(trainCount: 10_000, testCount: 0)
    for threads in [1, 2, 1, 2] {
      let times = try Workload.steps(Workload.wideNetwork, steps: 40, threads: threads, dataset: dataset)
      print(threads, text(times.least), text(times.median))
    }
  }

  /// The nine runs of learning-failure, with dead units on the way and without.
  static func nineRuns() async throws {
    for countsDeadUnits in [true, false, true, false] {
      let runs = try Workload.NineRuns(countsDeadUnits: countsDeadUnits)
      var times = Times()
      for _ in 0..<7 { times.append(try await Stopwatch.seconds { try await runs.train() }) }
      print(countsDeadUnits ? "with dead units" : "without", text(times.least), text(times.median))
    }
  }
}
