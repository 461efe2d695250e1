/// What a tree has of a study's data.
enum FoundData {
  case none
  case found(StudyData)
  case damaged(String)

  var data: StudyData? { if case .found(let data) = self { data } else { nil } }
  var damage: String? { if case .damaged(let text) = self { text } else { nil } }
}

extension ReportTree {
  func claims(of study: String) -> [ClaimData] {
    ClaimData.all(inReport: String(decoding: read("\(study)/report.md") ?? [], as: UTF8.self))
  }

  func data(of study: String) -> FoundData {
    let folder = "\(study)/\(StudyData.folder)"
    guard let text = read("\(folder)/\(StudyData.textFile)"),
      let series = read("\(folder)/\(StudyData.seriesFile)")
    else { return .none }
    do throws(DataDamage) {
      return .found(try StudyData(text: text, series: series))
    } catch {
      return .damaged("\(folder): \(error)")
    }
  }
}
