import Testing

@testable import Reviews

@Suite struct StudyDataTests {
  private func read(_ files: [(name: String, bytes: [UInt8])]) throws -> StudyData {
    try StudyData(text: files[0].bytes, series: files[1].bytes)
  }

  @Test func comesBackFromItsFiles() throws {
    var second = Example.run("BN", group: "BN", seed: .max, metric: .nan)
    second.nonfinite = NonfiniteData(step: 3, parameter: "weights of layer 2")
    second.metrics.append(MetricData(name: "test_loss", value: -.infinity))
    let data = Example.data([Example.run(), second])
    let files = data.files
    #expect(files.map(\.name) == ["runs.jsonl", "series.bin"])
    #expect(try read(files) == data)
  }

  /// One line a run, so that git's diff shows which changed.
  @Test func textHasALineForEach() {
    let text = Example.data([Example.run(), Example.run("b", rate: "0.2")]).text
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3)
    // What runs have in common stands in the first line only.
    #expect(lines[0].contains(#""network.init":"he""#))
    #expect(lines[1].contains(#""settings":{"training.learning_rate":"0.1"}"#))
    #expect(lines[2].contains(#""settings":{"training.learning_rate":"0.2"}"#))
  }

  /// Every second step is left out until a megabyte is enough; the last step stays, and so does every checksum.
  @Test func longTrajectoriesAreThinned() throws {
    let values = (0..<400_000).map { Float($0) }
    let noise = values.map { Float(bitPattern: $0.bitPattern &* 2_654_435_761 & 0x3FFF_FFFF) }
    let data = Example.data([Example.run(values: noise, steps: 400_000)])
    let files = data.files
    // Checksums alone take 0.8 MB.
    #expect(files.reduce(0) { $0 + $1.bytes.count } < 1_000_000)
    let back = try read(files)
    #expect(back.thinning > 0)
    #expect(back.runs[0].trajectories[0].steps.last == 399_999)
    #expect(back.runs[0].trajectories[0].steps.count < 100_000)
    #expect(back.runs[0].checks == data.runs[0].checks)
  }

  /// Any flipped bit is found, and nothing traps.
  @Test func damageIsFound() {
    let files = Example.data().files
    for file in files.indices {
      for bit in 0..<8 * files[file].bytes.count {
        var damaged = files
        damaged[file].bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        #expect(throws: DataDamage.self) { try read(damaged) }
      }
    }
  }

  @Test(arguments: ["", "\n", "{}", "{\"kiseki_data\":2}", "[1]", "{\"kiseki_data\":1,\"study\":1}", "\u{0}"])
  func otherTextIsRefused(text: String) {
    #expect(throws: DataDamage.self) { try StudyData(text: Array(text.utf8), series: []) }
  }

  @Test func filesOfTwoReportsDoNotFit() {
    let (a, b) = (Example.data().files, Example.data([Example.run(metric: 0.8)]).files)
    #expect(throws: DataDamage.doNotFit) { try StudyData(text: a[0].bytes, series: b[1].bytes) }
  }

  @Test func claimsAreReadFromTheReport() {
    let claims = [Example.claim("A | b, `c|d` \\"), Example.claim(holds: false)]
    let read = ClaimData.all(inReport: Example.report(claims))
    #expect(read.map(\.holds) == [true, false])
    #expect(read.map(\.measured) == ["0.9", "0.9"])
    #expect(read[0].say == #"A \| b, `c\|d` \"#)
    #expect(ClaimData.all(inReport: "# No claims\n\n| ✔ | a | b | c |\n") == [])
  }
}
