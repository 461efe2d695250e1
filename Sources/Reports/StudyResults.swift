package import Digests
package import Records
package import Studies

/// A study with the records of all its runs: what every table, claim and sheet is made from.
package struct StudyResults: Sendable {
  package let study: Study
  package let data: DataFacts
  /// One record for each point and seed: points in order, seeds within a point.
  private let records: [Record]

  /// - Parameters:
  ///   - study: the study.
  ///   - data: what the runs were trained on.
  ///   - records: in the order of `study.runs()`.
  package init(study: Study, data: DataFacts, records: [Record]) {
    precondition(records.count == study.points.count * study.seeds.count, "every run has a record")
    self.study = study
    self.data = data
    self.records = records
  }

  /// The records of a point, one a seed, in the study's order of seeds.
  package func records(ofPoint point: Int) -> ArraySlice<Record> {
    let seeds = study.seeds.count
    return records[point * seeds..<(point + 1) * seeds]
  }

  func network(ofPoint point: Int) -> NetworkSettings { study.points[point].settings.network }
}

/// What a report says of a data set.
package struct DataFacts: Hashable, Sendable {
  package let name: String
  package let digest: Digest

  package init(name: String, digest: Digest) {
    self.name = name
    self.digest = digest
  }
}
