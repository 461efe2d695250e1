/// A directory that has the four files of MNIST, plain or compressed.
package struct MNISTLocation: Equatable, Sendable {
  package let directory: String
  /// Training images and labels, test images and labels.
  package let paths: [String]

  /// The directories to search, in this order: the one that the variable `KISEKI_DATA` names, its sub-directory
  /// `mnist`, `.kiseki/data/mnist` and `../shared/data/mnist`.
  ///
  /// - Parameters:
  ///   - environment: the process's variables.
  ///   - currentDirectory: what relative paths are relative to.
  /// - Returns: two to four paths.
  package static func directories(environment: [String: String], currentDirectory: String) -> [String] {
    var directories: [String] = []
    if let data = environment["KISEKI_DATA"], !data.isEmpty {
      directories = [data, joined(data, "mnist")]
    }
    directories += [".kiseki/data/mnist", "../shared/data/mnist"]
    return directories.map { $0.hasPrefix("/") ? $0 : joined(currentDirectory, $0) }
  }

  /// The first of the directories that has all four files.
  ///
  /// Whether they are MNIST's is found out by loading them.
  ///
  /// - Parameter directories: where to look.
  /// - Returns: the directory and the paths of the files in it.
  /// - Throws: `DatasetError.mnistMissing`, with what each directory lacks.
  package static func find(in directories: [String]) throws(DatasetError) -> MNISTLocation {
    var searched: [DatasetError.SearchedDirectory] = []
    for directory in directories {
      let paths = MNIST.fileNames.map { file(named: $0, in: directory) }
      let missing = zip(MNIST.fileNames, paths).filter { $0.1 == nil }.map(\.0)
      guard !missing.isEmpty else {
        return MNISTLocation(directory: directory, paths: paths.compactMap { $0 })
      }
      searched.append(.init(path: directory, missing: missing))
    }
    throw .mnistMissing(searched: searched)
  }

  /// `find(in:)` over `directories(environment:currentDirectory:)`.
  ///
  /// - Parameters:
  ///   - environment: the process's variables.
  ///   - currentDirectory: what relative paths are relative to.
  /// - Returns: the directory and the paths of the files in it.
  /// - Throws: `DatasetError.mnistMissing`.
  package static func find(
    environment: [String: String], currentDirectory: String
  ) throws(DatasetError) -> MNISTLocation {
    try find(in: directories(environment: environment, currentDirectory: currentDirectory))
  }

  private static func file(named name: String, in directory: String) -> String? {
    let plain = joined(directory, name)
    return [plain, plain + ".gz"].first { SourceFile.exists($0) }
  }

  private static func joined(_ directory: String, _ path: String) -> String {
    directory.hasSuffix("/") ? directory + path : directory + "/" + path
  }
}
