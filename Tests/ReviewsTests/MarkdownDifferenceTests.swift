import Testing

@testable import Reviews

@Suite struct MarkdownDifferenceTests {
  @Test func saysWhatChangedOnly() {
    let base = Example.data([Example.run(), Example.run("same", rate: "0.3")])
    let head = Example.data([
      Example.run(content: "ab", values: [1, 2, 5, 4], metric: 0.4), Example.run("same", rate: "0.3"),
    ])
    let claims = (
      [Example.claim(), Example.claim("Other")],
      [Example.claim(holds: false, measured: "0.4"), Example.claim("Other")]
    )
    let text = MarkdownDifference(Example.difference(base, head, claims: claims)).text
    #expect(text.contains("1 report changed · 1 run changed · **1 claim fell**"))
    #expect(text.contains("| ✔ → ✘ | It learns. | test accuracy > 0.5 | 0.9 → 0.4 |"))
    #expect(
      text.contains(
        "| ReLU · learning rate 0.1 | step 2 (train_loss) | train_loss at step 2: 3 → 5 | test_accuracy 0.9000 → 0.4000 (-0.500) |"
      ))
    #expect(!text.contains("Other"))
    #expect(!text.contains("same"))
    // Every folded part is closed.
    #expect(text.split(separator: "<details>").count == text.split(separator: "</details>").count)
  }

  /// However much changed, the comment fits.
  @Test(arguments: [1, 100, 3000])
  func fitsIntoAComment(count: Int) {
    let runs = { (content: String, value: Float) in
      (0..<count).map { Example.run("run \($0)", content: content, values: [1, value]) }
    }
    let claims = { (holds: Bool) in
      (0..<count).map { Example.claim("A claim of some length, number \($0)", holds: holds) }
    }
    let difference = Example.difference(
      Example.data(runs("a", 1)), Example.data(runs("b", 2)), claims: (claims(true), claims(false)))
    let text = MarkdownDifference(difference).text
    #expect(text.utf8.count < MarkdownDifference.limit)
    #expect(text.contains("\(count == 3000 ? "3,000" : "\(count)") \(count == 1 ? "run" : "runs") changed"))
  }
}
