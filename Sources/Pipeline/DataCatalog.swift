package import Datasets
import Digests
import Foundation
import Records
package import Reports
package import Studies
package import Training

/// Finds and loads the data sets that studies name.
package struct DataCatalog: Sendable {
  private let mnistFolders: [String]

  /// - Parameter mnistFolders: where MNIST is looked for, in this order.
  package init(mnistFolders: [String]) {
    self.mnistFolders = mnistFolders
  }

  /// With the places that this process's environment and current folder give.
  package static var ofThisProcess: DataCatalog {
    DataCatalog(
      mnistFolders: MNISTLocation.directories(
        environment: ProcessInfo.processInfo.environment,
        currentDirectory: FileManager.default.currentDirectoryPath))
  }

  /// Whether a data set is on this machine.
  package enum Location: Sendable {
    case found(LocatedData)
    /// It is not; says in one line how to get it.
    case absent(howToGet: String)
  }

  /// Finds the data set that a study names, without loading more than its digest needs.
  ///
  /// - Throws: `DatasetError` if its files are there but cannot be used.
  package func locate(_ source: DataSource) throws(DatasetError) -> Location {
    guard let request = request(for: source) else { return .found(LocatedData(generatedBy: source)) }
    do throws(DatasetError) {
      if case .mnist(let folders) = request { _ = try MNISTLocation.find(in: folders) }
      return .found(try LocatedData(request, name: source.reportName))
    } catch {
      switch error {
      case .mnistMissing, .missingFile: return .absent(howToGet: "\(error)")
      default: throw error
      }
    }
  }

  /// nil for inputs that a run makes itself.
  private func request(for source: DataSource) -> DatasetRequest? {
    switch source {
    case .gaussian, .catchGame: return nil
    case .digits: return .digits
    case .mnist: return .mnist(directories: mnistFolders)
    case .idx(let paths):
      let test = paths.testImages.flatMap { images in
        paths.testLabels.map { IDXFiles.Pair(images: paths.resolved(images), labels: paths.resolved($0)) }
      }
      return .idx(
        IDXFiles(images: paths.resolved(paths.images), labels: paths.resolved(paths.labels), test: test))
    }
  }
}

/// A data set that is on this machine.
package struct LocatedData: Sendable {
  /// nil for inputs that a run makes itself.
  private let request: DatasetRequest?
  /// IDX files, which must be read for their digest; the known data sets are loaded only when a run needs them.
  private let loaded: Dataset?
  package let facts: DataFacts

  fileprivate init(_ request: DatasetRequest, name: String) throws(DatasetError) {
    self.request = request
    if case .idx = request {
      let dataset = try request.load()
      loaded = dataset
      facts = DataFacts(name: name, digest: dataset.digest)
    } else {
      loaded = nil
      facts = DataFacts(name: name, digest: try request.digest())
    }
  }

  /// Inputs that a run makes itself: their identity is that of the recipe.
  fileprivate init(generatedBy source: DataSource) {
    request = nil
    loaded = nil
    facts = DataFacts(name: source.reportName, digest: source.recipeDigest)
  }

  /// The sizes that runs with these settings will have.
  ///
  /// The known data sets, which need not be loaded for this, are all of MNIST's size.
  func sizes(_ settings: DataSettings) -> RunSizes {
    guard request != nil else { return RunData(nil, settings).sizes }
    let (train, test) = (loaded?.train.count ?? 60_000, loaded.map { $0.test?.count ?? 0 } ?? 10_000)
    return RunSizes(
      inputs: loaded?.features ?? 784, outputs: loaded?.classCount ?? 10,
      trainExamples: min(train, settings.trainCount ?? train),
      testExamples: min(test, settings.testCount ?? test))
  }

  /// The data for each of some data settings, which all name this data set.
  ///
  /// - Throws: `DatasetError` if its files cannot be used.
  package func load(for settings: [DataSettings]) throws(DatasetError) -> [DataSettings: RunData] {
    let dataset = try dataset(for: settings)
    var data: [DataSettings: RunData] = [:]
    for settings in settings where data[settings] == nil { data[settings] = RunData(dataset, settings) }
    return data
  }

  private func dataset(for settings: [DataSettings]) throws(DatasetError) -> Dataset? {
    if let loaded { return loaded }
    return try request?.load(
      trainCount: LocatedData.largest(settings.map(\.trainCount)),
      testCount: LocatedData.largest(settings.map(\.testCount)))
  }

  /// The largest of some counts, where nil stands for all.
  private static func largest(_ counts: [Int?]) -> Int? {
    counts.contains(nil) ? nil : counts.compactMap(\.self).max()
  }
}

extension DataSource {
  /// What reports call it; never a path of this machine.
  fileprivate var reportName: String {
    switch self {
    case .digits: "digits"
    case .mnist: "mnist"
    case .idx(let paths): paths.images
    case .gaussian: "gaussian"
    case .catchGame: "catch"
    }
  }

  /// The identity of inputs that a run makes itself.
  fileprivate var recipeDigest: Digest {
    switch self {
    case .catchGame(let settings): CatchGame(width: settings.width, height: settings.height)!.digest
    case .gaussian, .digits, .mnist, .idx: GaussianInputs.digest
    }
  }
}

extension IDXPaths {
  /// A path as the study writes it, from where the command runs.
  fileprivate func resolved(_ path: String) -> String {
    path.hasPrefix("/") || folder.isEmpty ? path : "\(folder)/\(path)"
  }
}
