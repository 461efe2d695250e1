import Foundation

/// Measures Kiseki: its kernels against what the processor can do, its work against that of its peers, and how cost grows.
///
/// Results go to stdout as Markdown, as they stand in docs/performance.md; what is going on goes to stderr.
@main
enum Benchmarks {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case nil:
      Report.machine()
      Report.kernels()
      try await Report.peers()
      try Report.scaling()
    case "kernels": Report.kernels()
    case "peers": try await Report.peers()
    case "scaling": try Report.scaling()
    case "step": try Report.wideStep()
    case "runs": try await Report.nineRuns()
    case "memory": try await Memory.report()
    case "count":
      guard arguments.count == 3, let repetitions = Int(arguments.last ?? ""),
        let kernel = CountedKernel(rawValue: arguments.dropFirst().first ?? "")
      else { fail("usage: bench count KERNEL REPETITIONS") }
      kernel.run(repetitions)
    case "train":
      guard arguments.count == 3, let steps = Int(arguments.last ?? ""), steps > 0,
        let training = CountedTraining(rawValue: arguments.dropFirst().first ?? "")
      else {
        fail("usage: bench train \(CountedTraining.allCases.map(\.rawValue).joined(separator: "|")) STEPS")
      }
      try training.run(steps)
    default:
      fail(
        """
        usage: bench [kernels | peers | scaling | step | runs | memory | count KERNEL REPETITIONS |
                      train TRAINING STEPS]
        """
      )
    }
  }

  private static func fail(_ message: String) -> Never {
    Progress.say(message)
    exit(64)
  }
}

/// What is going on, for people.
enum Progress {
  static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
