import Foundation
import Testing

@testable import Studies

/// Whatever a file holds, loading it ends in a study or in findings, never in a trap.
@Suite struct FuzzTests {
  /// SplitMix64, so that every run of the test sees the same files.
  private struct Random {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(bound))
    }
  }

  private static let words = [
    "[", "]", "{", "}", ": ", "- ", "\n", "\t", "'", "\"", "&a ", "*a", "#", "|", "> ", "~", ".nan", "-1",
    "1e999", "0",
    "99999999999999999999", "true", "hidden: [1]", "depth: 3", "all", "none", "layer: 9", "units: [1, 99]",
    "seeds: 5",
    "extends: x.yaml", "<<: ", "? ", "\u{0}", "é", "minus: {group: ReLU}", "in_seeds: 3", "columns: epochs",
    "data: catch", "layer: [1, 2]", "over: {layer: 9}", "at: 7", "bins: 3", "as: shape", "is: bell",
    "histogram: weights",
    "that: updates", "learning_rate: {from: 1, to: 9, points: 3}", "{above: 0.01}", "spacing: log",
    "in_runs: 2", "x: learning_rate", "y: init", "response: dead_share",
    "phase_diagram: test_loss", "multiples: train_loss", "contours: [1]", "seeds: lines", "reset: [7]",
    "log: 3", "0.5", "hidden",
  ]

  @Test func mutatedStudiesNeverTrap() throws {
    let source = try Data(contentsOf: packageRoot.appending(path: "studies/learning-failure.yaml"))
    // Without comments, so that mutations fall on what is read.
    let text = String(decoding: source, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .filter { !$0.drop { $0 == " " }.hasPrefix("#") }.joined(separator: "\n")
    check(text)
  }

  @Test(arguments: [ExampleStudies.forward, ExampleStudies.policy, ExampleStudies.grid])
  func mutatedStudiesOfOtherKindsNeverTrap(text: String) { check(text) }

  private func check(_ text: String) {
    var random = Random(state: 20_170_523)
    var sound = 0
    for _ in 0..<2_000 {
      let bytes = mutated(Array(text.utf8), &random)
      let result = StudyLoader.load(path: "a.yaml", name: "a") { path in
        guard path == "a.yaml" else { throw NoSuchFile() }
        return bytes
      }
      let hasErrors = result.findings.contains { $0.severity == .error }
      #expect((result.study == nil) == hasErrors)
      if let study = result.study {
        sound += 1
        let runs = study.runs()
        #expect(runs.count == study.points.count * study.seeds.count)
        if let first = runs.first { #expect(!canonicalDescription(of: first).isEmpty) }
      }
      let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      #expect(result.findings.allSatisfy { 1...lines + 1 ~= $0.line && $0.column >= 1 })
    }
    // Some mutations hurt and some do not; otherwise the test would look at one side only.
    #expect(50..<1_900 ~= sound)
  }

  private func mutated(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.next(below: 3) {
      let position = random.next(below: bytes.count)
      switch random.next(below: 6) {
      case 0: bytes[position] = UInt8(random.next(below: 256))
      case 1: bytes.remove(at: position)
      case 2: bytes.insert(contentsOf: Self.words[random.next(below: Self.words.count)].utf8, at: position)
      case 3: replaceWord(&bytes, at: position, &random)
      case 4: moveLine(&bytes, &random, keep: true)
      default: moveLine(&bytes, &random, keep: false)
      }
    }
    return bytes
  }

  private func replaceWord(_ bytes: inout [UInt8], at position: Int, _ random: inout Random) {
    let isWord = { (byte: UInt8) in byte > 0x2F && byte < 0x80 && byte != UInt8(ascii: ":") }
    let end = bytes[position...].firstIndex { !isWord($0) } ?? bytes.count
    let start = bytes[..<position].lastIndex { !isWord($0) }.map { $0 + 1 } ?? 0
    bytes.replaceSubrange(
      start..<max(start, end), with: Self.words[random.next(below: Self.words.count)].utf8)
  }

  /// Puts a line in another place, or copies it there.
  private func moveLine(_ bytes: inout [UInt8], _ random: inout Random, keep: Bool) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    let from = random.next(below: lines.count)
    let line = keep ? lines[from] : lines.remove(at: from)
    lines.insert(line, at: random.next(below: lines.count + 1))
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}
