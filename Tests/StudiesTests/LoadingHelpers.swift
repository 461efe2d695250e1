import Foundation
import Testing

@testable import Studies

/// The root of the package, where the shipped studies are.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

struct NoSuchFile: Error {}

/// Loads `main.yaml` from texts by file name.
func load(_ files: [String: String], path: String = "main.yaml") -> StudyLoader.Result {
  StudyLoader.load(path: path, name: "main") { name in
    guard let text = files[name] else { throw NoSuchFile() }
    return Array(text.utf8)
  }
}

/// Loads a study whose first two lines are the version and a title.
func load(body: String) -> StudyLoader.Result {
  load(["main.yaml": "kiseki: 1\ntitle: T\n" + body])
}

/// The study of a body that has nothing wrong with it.
func study(_ body: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Study {
  let result = load(body: body)
  #expect(result.findings == [], sourceLocation: sourceLocation)
  return try #require(result.study, sourceLocation: sourceLocation)
}

/// The settings of the only point of a body.
func settings(_ body: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> RunSettings {
  let study = try study(body, sourceLocation: sourceLocation)
  #expect(study.points.count == 1, sourceLocation: sourceLocation)
  return try #require(study.points.first, sourceLocation: sourceLocation).settings
}

/// Findings as `line:column: message`, lines counted in the body.
func findings(_ body: String) -> [String] {
  load(body: body).findings.map { "\($0.line - 2):\($0.column): \($0.message)" }
}
