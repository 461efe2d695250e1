import Digests
import Foundation
package import Records
package import Studies
import Training

/// The runs of some studies, as `kiseki plan` lists them.
package struct PlanListing {
  private let plans: [(study: Study, data: String?, runs: [Entry])]

  /// One run of the listing; its fields are those of the JSON.
  private struct Entry: Encodable {
    let study: String
    let run: String
    let group: String
    let seed: UInt64
    /// The record's address; absent where the data set is.
    let record: String?
    let stored: Bool
    /// Everything that determines the record's bits.
    let settings: [String]
  }

  /// - Throws: `DatasetError` if a data set is there but damaged.
  package init(studies: [Study], store: RecordStore, catalog: DataCatalog) throws {
    plans = try studies.map { study in
      switch try catalog.locate(study.dataSource) {
      case .absent(let howToGet):
        return (study, howToGet, study.runs().map { PlanListing.entry(study, $0, nil, store) })
      case .found(let data):
        let plan = StudyPlan(study: study, data: data)
        return (study, nil, plan.runs.map { PlanListing.entry(study, $0.run, $0.address, store) })
      }
    }
  }

  private static func entry(_ study: Study, _ run: Run, _ address: RunAddress?, _ store: RecordStore) -> Entry
  {
    let point = study.points[run.point]
    let description = address?.description ?? canonicalDescription(of: run)
    return Entry(
      study: study.name, run: point.name, group: point.group, seed: run.seed, record: address?.key.hex,
      stored: address.map { Files.exists(store.path(of: $0.key)) } ?? false,
      settings: description.split(separator: "\n").map(String.init))
  }

  package var text: String {
    plans.map { plan in
      let missing = plan.data.map { " (\($0))" } ?? ""
      let lines = plan.runs.map { run in
        "  \(run.record?.prefix(12) ?? "no data     ")  \(run.stored ? "stored " : "missing")  \(run.run), seed \(run.seed)"
      }
      let count = plan.runs.count == 1 ? "1 run" : "\(plan.runs.count) runs"
      return (["\(plan.study.name): \(count)\(missing)"] + lines).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// All runs as one JSON array, keys sorted.
  ///
  /// - Throws: never for these types.
  package var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(plans.flatMap(\.runs)), as: UTF8.self)
    }
  }
}
