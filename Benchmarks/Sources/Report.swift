import Charts
import Datasets
import Foundation
import Records

/// What is measured, table by table.
enum Report {
  static func machine() {
    let info = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    let model = info?.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = model?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    print("\(Workload.cores) cores, \(name ?? "an unknown processor").\n")
  }

  /// Each kernel on one core, beside the most that the core can do.
  static func kernels() {
    let peak = Peak.operationsPerSecond()
    var table = Table(
      title: "Kernels", head: ["one core", "time", "GFLOP/s", "share of the peak"],
      rows: [["registers only, the peak", "", gigaflops(peak), "100 %"]])
    for (m, k, n, zeros) in [
      (100, 784, 64, false), (100, 784, 64, true), (100, 1000, 1000, false), (500, 784, 64, true),
      (1000, 1000, 1000, false), (100, 64, 10, false),
    ] {
      Progress.say("products of \(m)×\(k)×\(n)")
      for kernel in Kernel.products(m, k, n, zeros: zeros) { table.rows.append(row(kernel, peak)) }
    }
    for kernel in Kernel.functions { table.rows.append(row(kernel, peak)) }
    table.print()
  }

  private static func row(_ kernel: Kernel, _ peak: Double) -> [String] {
    let times = Stopwatch.times(for: 0.15, kernel.body)
    guard let operations = kernel.operations else {
      return [kernel.name + ", 100,000 values", text(times.median), "", ""]
    }
    let rate = operations / times.median
    return [kernel.name, text(times.median), gigaflops(rate), String(format: "%.0f %%", 100 * rate / peak)]
  }

  private static func gigaflops(_ operations: Double) -> String { String(format: "%.0f", operations * 1e-9) }

  /// The same work in Kiseki and in other libraries, in turns.
  static func peers() async throws {
    var table = Table(title: "Beside its peers", head: ["work", "by", "median", "Kiseki is faster by"])
    let repetitions = 7
    for countsDeadUnits in [true, false] {
      let runs = try Workload.NineRuns(countsDeadUnits: countsDeadUnits)
      let rest = countsDeadUnits ? [] : ["plain"]
      let what =
        "9 runs of learning-failure, data loaded" + (countsDeadUnits ? "" : ", without dead units on the way")
      let peers = [
        peer("PyTorch, 2 threads", "nine_runs_torch.py", ["2"] + rest),
        peer("PyTorch, 1 thread", "nine_runs_torch.py", ["1"] + rest),
        peer("NumPy", "nine_runs_numpy.py", rest),
      ]
      try await table.add(what, peers.compactMap(\.self), countsDeadUnits ? 3 : 5) {
        try await Stopwatch.seconds { try await runs.train() }
      }
    }
    for threads in [1, 2] {
      let dataset = try DatasetRequest.digits.load(trainCount: 10_000, testCount: 0)
      let peers = [peer("PyTorch", "step_torch.py", ["\(threads)"])].compactMap(\.self)
      let what = "a step of 784-1000×5-10 on \(threads) \(threads == 1 ? "thread" : "threads")"
      try await table.add(what, peers, repetitions) {
        try Workload.steps(Workload.wideNetwork, steps: 15, threads: threads, dataset: dataset).median
      }
    }
    let sheet = Workload.sheet()
    let peers = [peer("matplotlib", "sheets_matplotlib.py", [])].compactMap(\.self)
    try await table.add("3 sheets of 15 panels with 10 lines of 600 points, as PNG", peers, repetitions) {
      // As reports draw them: each core takes a sheet.
      try Stopwatch.seconds {
        let files = Array(0..<3).mapInParallel { _ in Result { try PNGImage.encode(sheet.render()) } }
        for file in files { _ = try file.get() }
      }
    }
    try await table.add("60,000 + 10,000 digits from nothing", [], repetitions) {
      try Stopwatch.seconds { _ = try DatasetRequest.digits.load() }
    }
    Progress.say("a report with nothing changed")
    if let seconds = try Unchanged.seconds() {
      table.rows.append(["`kiseki report` with nothing changed", "Kiseki", text(seconds), ""])
    }
    Progress.say("memory")
    let torch = peer("PyTorch", "nine_runs_torch.py", ["2", "plain"])
    torch?.run()
    let (mine, others) = (Memory.ofAnotherProcess(), torch?.stop() ?? nil)
    if let mine {
      table.rows.append([
        "peak memory of the learning-failure report", "Kiseki", String(format: "%.0f MB", mine), "",
      ])
      if let others {
        table.rows.append([
          "", "PyTorch, the runs alone", String(format: "%.0f MB", others), ratio(others / mine),
        ])
      }
    }
    table.print()
  }

  private static func peer(_ name: String, _ script: String, _ arguments: [String]) -> Peer? {
    Peer(name, script, arguments)
  }
}

extension Table {
  /// Lets Kiseki and its peers take turns, and adds a row for each.
  ///
  /// With a pause before each turn: threads of some libraries go on spinning for a while after their work, which would
  /// take a core from whoever comes next.
  mutating func add(
    _ work: String, _ peers: [Peer], _ repetitions: Int, _ kiseki: () async throws -> Double
  ) async throws {
    Progress.say(work)
    var times = Times()
    _ = try await kiseki()
    for peer in peers { peer.run() }
    for _ in 0..<repetitions {
      try await Task.sleep(for: .milliseconds(300))
      times.append(try await kiseki())
      for peer in peers {
        try await Task.sleep(for: .milliseconds(300))
        peer.run()
      }
    }
    rows.append([work, "Kiseki", text(times.median), ""])
    for peer in peers {
      _ = peer.stop()
      rows.append(["", peer.name, text(peer.times.median), ratio(peer.times.median / times.median)])
    }
  }
}
