import Records
import Reports
import Reviews
import Studies

/// A study's report as it is written: the files of its folder, and what its claims came to.
package struct FinishedReport: Equatable, Sendable {
  /// A claim's statement, and whether it holds.
  package struct Claim: Equatable, Sendable {
    package let say: String
    package let holds: Bool
  }

  /// A file below the report's folder.
  package struct File: Equatable, Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// The study's name.
  package let name: String
  package let claims: [Claim]
  package let files: [File]

  /// Makes the whole report: claims, tables and sheets, and the data beside it.
  ///
  /// - Throws: if a sheet cannot be written as PNG.
  init(_ results: StudyResults) throws {
    let report = try StudyReport(results)
    name = report.name
    claims = report.claims.map { Claim(say: $0.claim.say, holds: $0.holds) }
    files =
      report.sheets.map { File(name: $0.fileName, bytes: $0.png) }
      + [
        File(name: "summary.csv", bytes: Array(report.summary.utf8)),
        File(name: "report.md", bytes: Array(report.markdown.utf8)),
      ] + StudyData(results).files.map { File(name: "\(StudyData.folder)/\($0.name)", bytes: $0.bytes) }
  }
}

extension FinishedReport {
  func append(to writer: inout ByteWriter) {
    writer.append(name)
    writer.append(UInt32(claims.count))
    for claim in claims {
      writer.append(claim.say)
      writer.append(UInt8(claim.holds ? 1 : 0))
    }
    writer.append(UInt32(files.count))
    for file in files {
      writer.append(file.name)
      writer.append(UInt32(file.bytes.count))
      writer.append(raw: file.bytes)
    }
  }

  /// - Throws: `RecordDamage` for bytes that `append` does not write.
  init(from reader: inout ByteReader) throws(RecordDamage) {
    name = try reader.text()
    var claims: [Claim] = []
    for _ in 0..<(try reader.integer(UInt32.self)) {
      claims.append(Claim(say: try reader.text(), holds: try reader.integer(UInt8.self) == 1))
    }
    self.claims = claims
    var files: [File] = []
    for _ in 0..<(try reader.integer(UInt32.self)) {
      let name = try reader.text()
      files.append(File(name: name, bytes: Array(try reader.raw(Int(try reader.integer(UInt32.self))))))
    }
    self.files = files
  }
}
