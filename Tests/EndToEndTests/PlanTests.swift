import Foundation
import Testing

extension EndToEndTests {
  @Suite struct PlanTests {
    private struct Entry: Decodable, Equatable {
      let study: String
      let run: String
      let group: String
      let seed: UInt64
      let record: String
      let stored: Bool
      let settings: [String]
    }

    private func entries(_ outcome: Outcome) throws -> [Entry] {
      try JSONDecoder().decode([Entry].self, from: Data(outcome.out.utf8))
    }

    /// The JSON says what the list says, and more.
    @Test func jsonAgreesWithTheList() async throws {
      let workspace = try Workspace(study: SmallStudy.text)
      let list = try await Tool.run("plan", in: workspace)
      #expect(list.status == 0)
      #expect(list.err == "")
      let json = try await Tool.run("plan", "--json", in: workspace)
      #expect(json.status == 0)
      #expect(json.err == "")
      let runs = try entries(json)
      #expect(
        runs.map(\.run) == [0.1, 0.1, 0.01, 0.01].map { "SGD · learning rate \($0)" })
      #expect(runs.map(\.seed) == [1, 2, 1, 2])
      #expect(Set(runs.map(\.record)).count == 4)
      #expect(runs.allSatisfy { $0.study == "small" && $0.group == "SGD" && !$0.stored })
      #expect(runs.allSatisfy { $0.settings.contains("training.steps: 30") })
      #expect(
        list.out.split(separator: "\n") == ["small: 4 runs"]
          + runs.map { "  \($0.record.prefix(12))  missing  \($0.run), seed \($0.seed)" })
      #expect(workspace.files() == ["studies/small.yaml"])
    }

    /// After a report the runs are stored, at the addresses that were planned.
    @Test func addressesAreThoseOfTheStore() async throws {
      let workspace = try Workspace(study: SmallStudy.text)
      _ = try await Tool.run("report", "--store", "kept", in: workspace)
      let runs = try entries(try await Tool.run("plan", "--json", "--store", "kept", in: workspace))
      #expect(runs.allSatisfy { $0.stored })
      #expect(
        runs.map { "\($0.record.prefix(2))/\($0.record).record" }.sorted()
          == workspace.files(below: "kept/records"))
      let report = try workspace.text("output/small/report.md")
      for run in runs { #expect(report.contains("`\(run.record.prefix(12))`")) }
    }
  }
}
