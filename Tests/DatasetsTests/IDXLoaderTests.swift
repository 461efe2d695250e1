import Digests
import Foundation
import Testing

@testable import Datasets

/// Data sets from IDX files on disk.
@Suite struct IDXLoaderTests {
  private let images = IDXBytes.images(count: 3, rows: 2, columns: 1, pixels: [1, 2, 3, 4, 5, 6])
  private let labels = IDXBytes.labels(count: 3, [0, 4, 2])

  @Test func joinsTrainingAndTestFiles() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let files = IDXFiles(
      images: try folder.write(images, to: "letters-images"),
      labels: try folder.write(IDXBytes.gzip(labels), to: "letters-labels.gz"),
      test: .init(
        images: try folder.write(
          IDXBytes.images(count: 1, rows: 2, columns: 1, pixels: [8, 9]), to: "test-images"),
        labels: try folder.write(IDXBytes.labels(count: 1, [6]), to: "test-labels")))
    let dataset = try DatasetRequest.idx(files).load()
    #expect(dataset.name == "letters-images")
    #expect(dataset.rows == 2)
    #expect(dataset.columns == 1)
    #expect(dataset.features == 2)
    #expect(dataset.classCount == 7)
    #expect(dataset.train == Examples(features: 2, pixels: [1, 2, 3, 4, 5, 6], labels: [0, 4, 2]))
    #expect(dataset.test == Examples(features: 2, pixels: [8, 9], labels: [6]))
    #expect(try DatasetRequest.idx(files).digest() == dataset.digest)
    let part = try DatasetRequest.idx(files).load(trainCount: 2, testCount: 0)
    #expect(part.train.labels == [0, 4])
    #expect(part.test?.count == 0)
    #expect(part.digest == dataset.digest)
    #expect(part.classCount == 7)
  }

  /// The digest's definition, byte by byte.
  @Test func digestIsOfCountsSizesAndContent() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let files = IDXFiles(
      images: try folder.write(images, to: "i.gz"), labels: try folder.write(labels, to: "l"))
    let zeros = [UInt8](repeating: 0, count: 7)
    let header = Array("kiseki data set 1\n".utf8) + zeros + [3] + zeros + [0] + zeros + [2] + zeros + [1]
    let dataset = try DatasetRequest.idx(files).load()
    #expect(dataset.digest == Digest.of(header + [1, 2, 3, 4, 5, 6] + [0, 4, 2]))
    #expect(dataset.name == "i")
    #expect(dataset.test == nil)
  }

  /// One class alone still gives a network with two outputs.
  @Test func thereAreAtLeastTwoClasses() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let files = IDXFiles(
      images: try folder.write(images, to: "i"),
      labels: try folder.write(IDXBytes.labels(count: 3, [0, 0, 0]), to: "l"))
    #expect(try DatasetRequest.idx(files).load().classCount == 2)
  }

  @Test func refusesFilesThatDoNotFitTogether() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let images = try folder.write(images, to: "i")
    let labels = try folder.write(labels, to: "l")
    let two = try folder.write(IDXBytes.labels(count: 2, [0, 1]), to: "two")
    #expect(throws: DatasetError.countsDiffer(images: images, imageCount: 3, labels: two, labelCount: 2)) {
      try DatasetRequest.idx(IDXFiles(images: images, labels: two)).load()
    }
    let wide = try folder.write(
      IDXBytes.images(count: 2, rows: 1, columns: 2, pixels: [1, 2, 3, 4]), to: "w")
    #expect(
      throws: DatasetError.sizesDiffer(
        train: images, trainRows: 2, trainColumns: 1, test: wide, rows: 1, columns: 2)
    ) {
      try DatasetRequest.idx(IDXFiles(images: images, labels: labels, test: .init(images: wide, labels: two)))
        .load()
    }
  }

  @Test func refusesWhatIsNoFile() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let labels = try folder.write(labels, to: "l")
    let loop = folder.path + "/loop"
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: "loop")
    for (path, error) in [
      (folder.path + "/none", DatasetError.missingFile(path: folder.path + "/none")),
      (folder.path, .unreadableFile(path: folder.path, .notAFile)),
      ("/dev/zero", .unreadableFile(path: "/dev/zero", .notAFile)),
      ("", .missingFile(path: "")),
      (labels + "\0", .missingFile(path: labels + "\0")),
      (loop, .unreadableFile(path: loop, .notAFile)),
    ] {
      #expect(throws: error) { try DatasetRequest.idx(IDXFiles(images: path, labels: labels)).load() }
    }
    #expect(throws: DatasetError.fileTooLarge(path: labels, bytes: 11, limit: 10)) {
      try SourceFile.read(labels, limit: 10)
    }
  }
}
