import Testing

@testable import Studies

/// File names of pictures.
@Suite struct SlugTests {
  @Test(arguments: [
    ("BN + ReLU", "bn-relu"), ("learning rate 0.05", "learning-rate-0-05"), ("学習", ""), ("1e-5", "1e-5"),
    ("", ""),
    ("-0.5", "minus-0-5"), ("bias init −2", "bias-init-minus-2"), ("[-1, 2]", "minus-1-2"), ("a-1", "a-1"),
    ("a -", "a"),
    ("Ä", ""),
  ])
  func slug(text: String, slug: String) {
    #expect(Slug.text(text) == slug)
  }

  @Test func distinct() {
    #expect(Slug.distinct(["A", "学習", "a", "b"]) == ["a", "2", "a-3", "b"])
    #expect(Slug.distinct(["a-3", "a", "a!"]) == ["a-3", "a", "a-4"])
    #expect(Slug.distinct(["2", "学習", "習"]) == ["2", "3", "4"])
  }

  /// Values that differ by their sign have a picture each.
  @Test func pictures() throws {
    let study = try study(
      "groups: [{bias_init: [-0.5, 0.5]}]\nsheets: [{name: a, each: bias_init, rows: [{line: train_loss}]}]")
    #expect(study.sheets[0].fileNames(for: ["-0.5", "0.5"]) == ["a-minus-0-5", "a-0-5"])
    var whole = study.sheets[0]
    whole.each = nil
    #expect(whole.fileNames(for: []) == ["a"])
  }
}
