import Foundation
import Studies

// `data/runs.jsonl`: one JSON object a line, so that a diff shows the lines that changed. The first line is the study, with
// the settings that all runs have in common; then come its runs with the settings of their own.
//
// Numbers are in their shortest decimal form; what JSON has no number for is "nan", "inf" or "-inf".

extension StudyData {
  package static let textFile = "runs.jsonl"
  static let format = 1

  var text: String {
    let common = commonSettings
    let head: JSONValue = [
      "kiseki_data": .number(Double(StudyData.format)), "study": .string(study),
      "data": .string(dataName), "data_sha256": .string(dataDigest), "runs": .number(Double(runs.count)),
      "settings": StudyData.object(common),
    ]
    let lines = [head] + runs.map { $0.json(without: common) }
    return lines.map { $0.line + "\n" }.joined()
  }

  private var commonSettings: [SettingData] {
    guard let first = runs.first else { return [] }
    return first.settings.filter { setting in runs.allSatisfy { $0.settings.contains(setting) } }
  }

  fileprivate static func object(_ settings: [SettingData]) -> JSONValue {
    .object(settings.map { .init(key: $0.name, value: .string($0.value)) })
  }
}

extension RunData {
  fileprivate func json(without common: [SettingData]) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(key: "run", value: .string(name)), .init(key: "group", value: .string(group)),
      // As text: JSON readers take numbers for doubles.
      .init(key: "seed", value: .string("\(seed)")),
      .init(key: "record", value: .string(address)), .init(key: "content", value: .string(content)),
      .init(key: "settings", value: StudyData.object(settings.filter { !common.contains($0) })),
      .init(key: "steps", value: .number(Double(steps))),
    ]
    if let nonfinite {
      members.append(
        .init(
          key: "nonfinite",
          value: ["step": .number(Double(nonfinite.step)), "parameter": .string(nonfinite.parameter)]))
    }
    members.append(
      .init(
        key: "metrics",
        value: .object(metrics.map { .init(key: $0.name, value: JSONNumber.json($0.value)) })))
    return .object(members)
  }
}

/// A line of the file, as it is read.
private struct DataLine: Decodable {
  struct Nonfinite: Decodable {
    let step: Int
    let parameter: String
  }

  let kiseki_data: Int?
  let study: String?
  let data: String?
  let data_sha256: String?
  let runs: Int?
  let settings: [String: String]?
  let run: String?
  let group: String?
  let seed: String?
  let record: String?
  let content: String?
  let steps: Int?
  let nonfinite: Nonfinite?
  let metrics: [String: JSONNumber]?
}

/// A number, or the word for what JSON has no number for.
private struct JSONNumber: Decodable {
  let value: Double

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      value = number
      return
    }
    switch try container.decode(String.self) {
    case "nan": value = .nan
    case "inf": value = .infinity
    case "-inf": value = -.infinity
    default: throw DecodingError.dataCorruptedError(in: container, debugDescription: "no number")
    }
  }

  static func json(_ value: Double) -> JSONValue {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value > 0 ? "inf" : "-inf" }
    return .number(value)
  }
}

extension StudyData {
  /// What the text holds; runs without checks, trajectories and sketches, which are in the other file.
  init(text: some Collection<UInt8>) throws(DataDamage) {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let first = lines.first, let head = DataLine(first), let format = head.kiseki_data else {
      throw .notData
    }
    guard format == StudyData.format else { throw .otherFormat(format) }
    guard let study = head.study, let data = head.data, let digest = head.data_sha256,
      let settings = head.settings
    else { throw .malformed(line: 1) }
    self.init(study: study, dataName: data, dataDigest: digest, runs: [])
    for (index, bytes) in lines.enumerated().dropFirst() where !bytes.isEmpty {
      guard let line = DataLine(bytes), let run = RunData(line, common: settings) else {
        throw .malformed(line: index + 1)
      }
      runs.append(run)
    }
    guard runs.count == head.runs else { throw .malformed(line: 1) }
  }
}

extension DataLine {
  fileprivate init?(_ bytes: some Collection<UInt8>) {
    guard let line = try? JSONDecoder().decode(DataLine.self, from: Data(bytes)) else { return nil }
    self = line
  }
}

extension RunData {
  fileprivate init?(_ line: DataLine, common: [String: String]) {
    guard let name = line.run, let group = line.group, let seed = line.seed.flatMap({ UInt64($0) }),
      let address = line.record, let content = line.content, let own = line.settings, let steps = line.steps,
      let metrics = line.metrics
    else { return nil }
    let settings = own.merging(common) { own, _ in own }
    self.init(
      name: name, group: group, seed: seed, address: address, content: content,
      settings: settings.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { SettingData(name: $0.key, value: $0.value) },
      steps: steps,
      nonfinite: line.nonfinite.map { NonfiniteData(step: $0.step, parameter: $0.parameter) },
      metrics: metrics.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { MetricData(name: $0.key, value: $0.value.value) },
      checks: [], trajectories: [], sketches: [])
  }
}
