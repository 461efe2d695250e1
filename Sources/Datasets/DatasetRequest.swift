package import Digests

/// Which data set is wanted, with everything needed to find it.
package enum DatasetRequest: Hashable, Sendable {
  /// The embedded drawn digits.
  case digits
  /// Real MNIST, in the first of these directories that has it (see `MNISTLocation.directories`).
  case mnist(directories: [String])
  /// IDX files at these paths, which are absolute or relative to the current directory.
  case idx(IDXFiles)

  /// The data set, or the first examples of it.
  ///
  /// - Parameters:
  ///   - trainCount: how many training examples; nil, or more than there are, for all.
  ///   - testCount: how many test examples; nil, or more than there are, for all.
  /// - Returns: the data set. Its digest is that of the whole, whatever the counts.
  /// - Throws: `DatasetError`. Embedded digits cannot fail.
  package func load(trainCount: Int? = nil, testCount: Int? = nil) throws(DatasetError) -> Dataset {
    switch self {
    case .digits:
      DrawnDigits.dataset(trainCount: trainCount, testCount: testCount)
    case .mnist(let directories):
      try MNIST.load(MNISTLocation.find(in: directories)).prefix(trainCount: trainCount, testCount: testCount)
    case .idx(let files):
      try IDXLoader.load(files).prefix(trainCount: trainCount, testCount: testCount)
    }
  }

  /// The digest that the loaded data set will have.
  ///
  /// It costs nothing for the digits and for MNIST, whose content is known (loading MNIST verifies it, and here it need
  /// not even be present). IDX files are read.
  ///
  /// - Returns: the digest of the whole data set.
  /// - Throws: `DatasetError`, for IDX files only.
  package func digest() throws(DatasetError) -> Digest {
    switch self {
    case .digits: DrawnDigits.digest
    case .mnist: MNIST.digest
    case .idx(let files): try IDXLoader.load(files).digest
    }
  }
}
