import Datasets
import Records
import Reports
import Studies
import Testing
import Training

@testable import Pipeline

@Suite struct DataCatalogTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func located(_ source: DataSource, mnist: [String] = []) throws -> LocatedData? {
    if case .found(let data) = try DataCatalog(mnistFolders: mnist).locate(source) { data } else { nil }
  }

  private func howToGet(_ source: DataSource, mnist: [String] = []) throws -> String? {
    if case .absent(let text) = try DataCatalog(mnistFolders: mnist).locate(source) { text } else { nil }
  }

  /// The embedded digits need no loading to be known.
  @Test func digitsAreAlwaysThere() throws {
    let data = try #require(try located(.digits))
    #expect(data.facts == .init(name: "digits", digest: try DatasetRequest.digits.digest()))
    var settings = DataSettings()
    #expect(
      data.sizes(settings) == RunSizes(inputs: 784, outputs: 10, trainExamples: 60_000, testExamples: 10_000))
    settings.trainCount = 500
    settings.testCount = 20_000
    #expect(
      data.sizes(settings) == RunSizes(inputs: 784, outputs: 10, trainExamples: 500, testExamples: 10_000))
  }

  /// Loaded data are as large as the largest settings need, and cut for each.
  @Test func dataAreCutForEverySetting() throws {
    let data = try #require(try located(.digits))
    let settings = [300, 200].map { count in
      var settings = DataSettings()
      settings.trainCount = count
      settings.testCount = count / 10
      return settings
    }
    let loaded = try data.load(for: settings + settings)
    #expect(loaded.count == 2)
    for settings in settings { #expect(loaded[settings]?.sizes == data.sizes(settings)) }
  }

  /// Without MNIST, it is said where it was looked for and how to get it; a part of it is as good as none.
  @Test func mnistMayBeAbsent() throws {
    try Files.write([1], to: scratch.path + "/mnist/train-images-idx3-ubyte")
    let text = try #require(try howToGet(.mnist, mnist: [scratch.path + "/none", scratch.path + "/mnist"]))
    #expect(text.contains("make mnist"))
    #expect(text.contains(scratch.path + "/none"))
    #expect(text.contains("t10k-labels-idx1-ubyte"))
    #expect(!text.contains("\n"))
  }

  /// IDX files lie beside the study that names them; what a report calls them is what the study does.
  @Test func idxFilesAreRelativeToTheirStudy() throws {
    try writeIDX(count: 4)
    let paths = IDXPaths(images: "data/images", labels: "data/labels", folder: scratch.path)
    let data = try #require(try located(.idx(paths)))
    #expect(data.facts.name == "data/images")
    #expect(data.sizes(DataSettings()) == RunSizes(inputs: 4, outputs: 2, trainExamples: 4, testExamples: 0))
    let absolute = IDXPaths(
      images: scratch.path + "/data/images", labels: scratch.path + "/data/labels", folder: "/none")
    #expect(try located(.idx(absolute))?.facts.digest == data.facts.digest)
  }

  @Test func idxFilesMayBeAbsent() throws {
    let paths = IDXPaths(images: "images", labels: "labels", folder: scratch.path)
    #expect(try howToGet(.idx(paths)) == "\(scratch.path)/images: there is no such file")
  }

  /// What is there but damaged is an error, not a reason to go on without it.
  @Test func damagedFilesAreAnError() throws {
    try writeIDX(count: 4)
    try Files.write([0, 0, 8, 1, 0, 0, 0, 9, 1], to: scratch.path + "/data/labels")
    let paths = IDXPaths(images: "data/images", labels: "data/labels", folder: scratch.path)
    #expect(throws: DatasetError.truncated(path: scratch.path + "/data/labels", bytes: 9, expected: 17)) {
      try located(.idx(paths))
    }
  }

  private func writeIDX(count: UInt8) throws {
    let pixels = (0..<4 * count).map { $0 }
    try Files.write(
      [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 2, 0, 0, 0, 2] + pixels, to: scratch.path + "/data/images")
    try Files.write(
      [0, 0, 8, 1, 0, 0, 0, count] + (0..<count).map { $0 % 2 }, to: scratch.path + "/data/labels")
  }
}
