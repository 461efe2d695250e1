import Digests
import Foundation
import Testing

@testable import Datasets

/// Where MNIST is looked for, and that nothing else is taken for it.
@Suite struct MNISTTests {
  @Test func searchesTheVariableFirst() {
    #expect(
      MNISTLocation.directories(environment: ["KISEKI_DATA": "/data"], currentDirectory: "/home/k")
        == ["/data", "/data/mnist", "/home/k/.kiseki/data/mnist", "/home/k/../shared/data/mnist"])
    #expect(
      MNISTLocation.directories(environment: ["KISEKI_DATA": "data/"], currentDirectory: "/k/")
        == ["/k/data/", "/k/data/mnist", "/k/.kiseki/data/mnist", "/k/../shared/data/mnist"])
  }

  @Test(arguments: [[:], ["KISEKI_DATA": ""]])
  func withoutTheVariableTwoPlacesRemain(environment: [String: String]) {
    #expect(
      MNISTLocation.directories(environment: environment, currentDirectory: "/k")
        == ["/k/.kiseki/data/mnist", "/k/../shared/data/mnist"])
  }

  /// The first directory that has all four files, each plain or compressed; a folder of that name is no file.
  @Test func findsTheFirstCompleteDirectory() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for name in MNIST.fileNames.dropLast() { try folder.write([1], to: "part/\(name)") }
    try folder.write([1], to: "part/\(MNIST.fileNames[3])/inner")
    try folder.write([1], to: "full/mnist/\(MNIST.fileNames[0])")
    for name in MNIST.fileNames.dropFirst() { try folder.write([1], to: "full/mnist/\(name).gz") }
    let (part, full) = ("\(folder.path)/part", "\(folder.path)/full")
    let found = try MNISTLocation.find(in: [part, full, "\(full)/mnist"])
    #expect(found.directory == "\(full)/mnist")
    #expect(found.paths.first == "\(full)/mnist/train-images-idx3-ubyte")
    #expect(found.paths.last == "\(full)/mnist/t10k-labels-idx1-ubyte.gz")
    #expect(
      throws: DatasetError.mnistMissing(searched: [
        .init(path: part, missing: ["t10k-labels-idx1-ubyte"]), .init(path: full, missing: MNIST.fileNames),
      ])
    ) {
      try DatasetRequest.mnist(directories: [part, full]).load()
    }
  }

  /// Sound files of the right names whose content is not MNIST's.
  @Test func refusesOtherContent() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let images = IDXBytes.images(count: 1, rows: 1, columns: 1, pixels: [5])
    for name in MNIST.fileNames {
      try folder.write(name.contains("images") ? images : IDXBytes.labels(count: 1, [5]), to: name)
    }
    let expected = try #require(
      Digest(hex: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"))
    #expect(
      throws: DatasetError.mnistDiffers(
        path: "\(folder.path)/train-images-idx3-ubyte", found: Digest.of(images), expected: expected)
    ) {
      try DatasetRequest.mnist(directories: [folder.path]).load()
    }
  }

  private static let directories = MNISTLocation.directories(
    environment: ProcessInfo.processInfo.environment,
    currentDirectory: FileManager.default.currentDirectoryPath)

  /// Where the real files are at hand: they load, and their digest is the pinned one.
  @Test(.enabled(if: (try? MNISTLocation.find(in: directories)) != nil))
  func realFilesHaveThePinnedDigest() throws {
    let mnist = try DatasetRequest.mnist(directories: Self.directories).load()
    #expect(mnist.train.count == 60_000)
    #expect(mnist.test?.count == 10_000)
    #expect(Array(mnist.train.labels.prefix(5)) == [5, 0, 4, 1, 9])
    #expect(
      Dataset.digest(rows: mnist.rows, columns: mnist.columns, train: mnist.train, test: mnist.test)
        == mnist.digest)
    #expect(try DatasetRequest.mnist(directories: []).digest() == mnist.digest)
  }
}
