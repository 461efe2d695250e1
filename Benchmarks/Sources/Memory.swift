import Foundation
import Pipeline
import Records
import Training

/// The peak memory of a whole report, of a process that does nothing else.
enum Memory {
  /// Makes the report of `learning-failure` from nothing in this process, and prints its peak memory in MB.
  static func report() async throws {
    let folder = NSTemporaryDirectory() + "kiseki-bench-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let job = ReportJob(
      studies: try StudyFinder.find(["studies/learning-failure.yaml"]),
      output: OutputWriter(folder: folder + "/output"), store: RecordStore(folder: folder + "/store"),
      catalog: .ofThisProcess, jobs: Workload.cores, observer: { _ in })
    _ = try await job.run()
    guard let peak = peak else {
      throw Workload.Missing(what: "/proc/self/status, where Linux tells the peak memory")
    }
    print(peak)
  }

  /// In MB; nil where the system does not tell.
  private static var peak: Double? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").compactMap { Double($0) }.first.map { $0 * 1024 / 1e6 }
  }

  /// What another process of this program prints.
  static func ofAnotherProcess() -> Double? {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = ["memory"]
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Double(String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
