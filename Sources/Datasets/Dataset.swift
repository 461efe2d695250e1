package import Digests

/// Examples to train on and, where there are any, to test on.
package struct Dataset: Equatable, Sendable {
  /// What reports call it, such as "digits"; never a path.
  package let name: String
  /// Identity of the whole data set, also where only its first examples are loaded.
  package let digest: Digest
  /// Height of the images in pixels.
  package let rows: Int
  /// Width of the images in pixels.
  package let columns: Int
  /// Labels are 0 ..< classCount, which is at least 2.
  package let classCount: Int
  package let train: Examples
  package let test: Examples?

  /// Pixels of one image: the inputs of a network.
  package var features: Int { rows * columns }

  /// The data set with its first examples only; nil, or more than there are, for all.
  package func prefix(trainCount: Int?, testCount: Int?) -> Dataset {
    Dataset(
      name: name, digest: digest, rows: rows, columns: columns, classCount: classCount,
      train: train.prefix(trainCount), test: test?.prefix(testCount))
  }

  /// The digest of a data set's content.
  ///
  /// It is the SHA-256 of a canonical header, the training pixels, the training labels, the test pixels and the test
  /// labels. The header is the text "kiseki data set 1" and a line feed, then four numbers of eight bytes, most
  /// significant first: the counts of training and test examples, the rows and the columns. A data set without tests
  /// has 0 of them.
  static func digest(rows: Int, columns: Int, train: Examples, test: Examples?) -> Digest {
    var hash = SHA256()
    hash.update("kiseki data set 1\n".utf8)
    for number in [train.count, test?.count ?? 0, rows, columns] {
      hash.update((0..<8).map { UInt8(truncatingIfNeeded: UInt64(number) >> UInt64(56 - 8 * $0)) })
    }
    for examples in [train, test].compactMap({ $0 }) {
      hash.update(examples.pixels)
      hash.update(examples.labels)
    }
    return hash.finalize()
  }
}
