import Foundation
import Records
import Testing

@testable import Pipeline

@Suite struct PlanListingTests {
  private let bench: Bench

  init() throws {
    bench = try Bench()
    try bench.write(Bench.tiny())
    try bench.write(Bench.tiny(rates: "[0.1]", data: "mnist"), to: "studies/mnist/tiny.yaml")
  }

  private func listing() throws -> PlanListing {
    let studies = try StudyCheck(StudyFinder.find([bench.scratch.path + "/studies"])).validStudies { _ in }
    return try PlanListing(studies: studies, store: bench.store, catalog: DataCatalog(mnistFolders: []))
  }

  /// A line a run: its address, whether it is stored, its name; without data there is no address.
  @Test func listsEveryRun() async throws {
    let before = try listing().text.split(separator: "\n").map(String.init)
    #expect(before.count == 5)
    #expect(before[0].hasPrefix("mnist/tiny: 1 run (MNIST is not there"))
    #expect(before[1] == "  no data       missing  run, seed 1")
    #expect(before[2] == "tiny: 2 runs")
    let address = try Regex("  [0-9a-f]{12}  missing  learning rate 0.1, seed 1")
    #expect(try address.wholeMatch(in: before[3]) != nil)

    try await bench.report()
    let after = try listing().text.split(separator: "\n").map(String.init)
    #expect(after[3...] == ArraySlice(before[3...].map { $0.replacing("missing", with: "stored ") }))
  }

  /// The JSON says the same, and every fact that an address is the digest of.
  @Test func jsonHasAllThatDeterminesARun() throws {
    struct Entry: Decodable {
      let study: String
      let run: String
      let group: String
      let seed: Int
      let record: String?
      let stored: Bool
      let settings: [String]
    }
    let entries = try JSONDecoder().decode([Entry].self, from: Data(try listing().json.utf8))
    #expect(entries.map(\.study) == ["mnist/tiny", "tiny", "tiny"])
    #expect(entries.map(\.run).suffix(2) == ["learning rate 0.1", "learning rate 0.01"])
    #expect(entries.allSatisfy { $0.seed == 1 && !$0.stored })
    #expect(entries.map { $0.record == nil } == [true, false, false])
    #expect(entries[2].settings.contains("training.learning_rate: 0.01"))
    #expect(entries[2].settings.contains { $0.hasPrefix("engine: ") })
  }
}
