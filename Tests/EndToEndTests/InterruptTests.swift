import Foundation
import Testing

extension EndToEndTests {
  /// Commands that are stopped, and go on to the same bytes.
  ///
  /// A command may finish before the signal reaches it where the machine is busy: then a longer study is tried.
  @Suite struct InterruptTests {
    /// A signal, and how a command ends that gets it.
    struct Stop: Sendable {
      let signal: Int32
      let status: Int32
    }

    /// Between runs: those that were finished are not trained again.
    @Test(arguments: [
      Stop(signal: SIGINT, status: 130), Stop(signal: SIGTERM, status: 130),
      Stop(signal: SIGKILL, status: -SIGKILL),
    ])
    func finishedRunsAreKept(stop: Stop) async throws {
      for steps in [1000, 4000, 16_000] {
        let stopped = try Workspace(study: SmallStudy.long(seeds: 5, steps: steps))
        let outcome = try await interrupted("trained 2 of 5", stop.signal, in: stopped)
        guard outcome.status != 0 else { continue }
        #expect(outcome.status == stop.status)
        #expect(outcome.out == "")
        #expect(stopped.files(below: "output") == [])
        // A command that is killed while it writes leaves a temporary file, too.
        let finished = stopped.files(below: ".kiseki/records").count { $0.hasSuffix(".record") }
        #expect((2..<5).contains(finished))

        let second = try await Tool.run("report", in: stopped)
        #expect(second.status == 0)
        #expect(second.err.hasPrefix("training \(counted(5 - finished)), \(finished) already in the store\n"))
        try await expectSameAsUninterrupted(stopped)
        return
      }
      Issue.record("the command was never stopped in time")
    }

    /// Inside a run: it goes on from its checkpoint.
    @Test func stoppedRunGoesOn() async throws {
      for steps in [5000, 20_000, 80_000] {
        let stopped = try Workspace(study: SmallStudy.long(seeds: 1, steps: steps))
        let outcome = try await interrupted("training 1 run", SIGINT, in: stopped)
        guard outcome.status != 0, stopped.files(below: ".kiseki/checkpoints").count == 1 else { continue }
        #expect(outcome.status == 130)
        #expect(
          outcome.err.hasSuffix(
            "\ninterrupted; finished runs are stored, and the same command goes on from there\n"))
        #expect(stopped.files(below: ".kiseki/records") == [])

        let second = try await Tool.run("report", in: stopped)
        #expect(second.status == 0)
        let step = try #require(second.err.firstMatch(of: /going on from step ([0-9]+):/)).1
        let resumed = try #require(Int(step))
        #expect((1..<steps).contains(resumed))
        try await expectSameAsUninterrupted(stopped)
        return
      }
      Issue.record("the command was never stopped in time")
    }

    /// A damaged checkpoint or record is told, not used, and replaced.
    @Test func damageIsRepaired() async throws {
      let workspace = try Workspace(study: SmallStudy.text)
      _ = try await Tool.run("report", in: workspace)
      let whole = try workspace.contents(below: ".")
      let record = try #require(workspace.files(below: ".kiseki/records").first)
      let bytes = try #require(whole[".kiseki/records/\(record)"])
      try workspace.write(bytes.dropLast(9), to: ".kiseki/records/\(record)")
      let outcome = try await Tool.run("report", "--quiet", in: workspace)
      #expect(outcome.status == 0)
      #expect(outcome.err.hasPrefix(".kiseki/records/\(record): warning: this record is not used, "))
      #expect(try workspace.contents(below: ".") == whole)
    }

    /// How a command ended that was signalled soon after its progress held `text`; at most one run at a time.
    private func interrupted(_ text: String, _ signal: Int32, in folder: Workspace) async throws -> Outcome {
      let command = try Tool.start("report", "--jobs", "1", in: folder)
      try await command.waitForProgress(text)
      try await Task.sleep(for: .milliseconds(20))
      command.send(signal)
      return try await command.outcome()
    }

    private func expectSameAsUninterrupted(_ stopped: Workspace) async throws {
      let straight = try Workspace(study: try stopped.text("studies/small.yaml"))
      _ = try await Tool.run("report", in: straight)
      #expect(try stopped.contents(below: "output") == straight.contents(below: "output"))
      // A command that is killed while it writes leaves a temporary file, which is nobody's record.
      let records = try stopped.contents(below: ".kiseki/records").filter { $0.key.hasSuffix(".record") }
      #expect(try records == straight.contents(below: ".kiseki/records"))
    }

    private func counted(_ runs: Int) -> String { runs == 1 ? "1 run" : "\(runs) runs" }
  }
}
