package import Records

/// Why files are not the data of a report.
package enum DataDamage: Error, Equatable, Sendable, CustomStringConvertible {
  case notData
  case otherFormat(Int)
  /// A line of the text, counted from 1.
  case malformed(line: Int)
  case series(RecordDamage)
  /// The two files are of different reports.
  case doNotFit

  package var description: String {
    switch self {
    case .notData: "it is not the data of a report"
    case .otherFormat(let format): "it has format \(format), not \(StudyData.format)"
    case .malformed(let line): "line \(line) cannot be read"
    case .series(let damage): "\(damage)"
    case .doNotFit: "\(StudyData.textFile) and \(StudyData.seriesFile) are of different reports"
    }
  }
}
