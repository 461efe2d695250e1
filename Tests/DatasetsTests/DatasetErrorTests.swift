import Digests
import Testing

@testable import Datasets

/// The words of every error.
@Suite struct DatasetErrorTests {
  static let wordings: [(DatasetError, String)] = [
    (.missingFile(path: "a/b"), "a/b: there is no such file"),
    (.unreadableFile(path: "b", .notAFile), "b: is not a file"),
    (.unreadableFile(path: "b", .permissionDenied), "b: must not be read (permission denied)"),
    (.unreadableFile(path: "b", .failed), "b: cannot be read"),
    (
      .fileTooLarge(path: "b", bytes: 1_073_741_825, limit: 1_073_741_824),
      "b: has 1,073,741,825 bytes; at most 1,073,741,824 are read"
    ),
    (.damagedGzip(path: "b.gz", .endsEarly), "b.gz: its gzip data ends early"),
    (.damagedGzip(path: "b.gz", .invalid), "b.gz: its gzip data is damaged"),
    (.damagedGzip(path: "b.gz", .trailingBytes), "b.gz: something else follows its gzip data"),
    (
      .notIDX(path: "b", start: [0x50, 0x4b, 3, 4]),
      "b: not an IDX file: starts with 50 4b 03 04, expected 00 00 08 03 (images) or 00 00 08 01 (labels)"
    ),
    (
      .notIDX(path: "b", start: []),
      "b: not an IDX file: is empty, expected 00 00 08 03 (images) or 00 00 08 01 (labels)"
    ),
    (.wrongKind(path: "b", expected: .images), "b: holds labels, expected images"),
    (.wrongKind(path: "b", expected: .labels), "b: holds images, expected labels"),
    (
      .truncatedHeader(path: "b", bytes: 11, expected: 16), "b: ends within its header, after 11 of 16 bytes"
    ),
    (.empty(path: "b", .labels), "b: holds no labels"),
    (.noPixels(path: "b", rows: 0, columns: 28), "b: its images are 0 × 28, without a pixel"),
    (
      .claimsTooMuch(path: "b", limit: 1_073_741_824),
      "b: its header claims more than 1,073,741,824 bytes, the most that are read"
    ),
    (
      .truncated(path: "b", bytes: 999, expected: 47_040_016),
      "b: has 999 bytes, but its header accounts for 47,040,016"
    ),
    (
      .trailingBytes(path: "b", expected: 1000),
      "b: has more than the 1,000 bytes that its header accounts for"
    ),
    (
      .countsDiffer(images: "i", imageCount: 59_999, labels: "l", labelCount: 1),
      "i: holds 59,999 images, but l holds 1 label"
    ),
    (
      .sizesDiffer(train: "i", trainRows: 28, trainColumns: 28, test: "t", rows: 8, columns: 9),
      "t: holds images of 8 × 9, but i holds images of 28 × 28"
    ),
    (
      .mnistMissing(searched: [
        .init(path: "/a", missing: MNIST.fileNames), .init(path: "/b", missing: ["t10k-labels-idx1-ubyte"]),
      ]),
      "MNIST is not there; get it with `make mnist`. Searched: /a, /b (without t10k-labels-idx1-ubyte)"
    ),
    (
      .mnistDiffers(path: "b", found: Digest.of(""), expected: Digest.of("abc")),
      "b: is not MNIST's file: its content has SHA-256 "
        + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, expected "
        + "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad; remove it and run `make mnist`"
    ),
  ]

  @Test(arguments: wordings)
  func wording(error: DatasetError, words: String) {
    #expect(error.description == words)
  }
}
