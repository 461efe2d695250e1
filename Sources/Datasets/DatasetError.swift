package import Digests

/// Why a data set cannot be had.
package enum DatasetError: Error, Equatable, Sendable {
  case missingFile(path: String)
  case unreadableFile(path: String, Unreadable)
  /// The file is larger than any that is read.
  case fileTooLarge(path: String, bytes: Int, limit: Int)
  case damagedGzip(path: String, GzipDamage)
  /// The file does not begin like an IDX file of images or labels; `start` has its first bytes, at most four.
  case notIDX(path: String, start: [UInt8])
  /// Images where labels belong, or the reverse.
  case wrongKind(path: String, expected: IDXKind)
  case truncatedHeader(path: String, bytes: Int, expected: Int)
  /// The header counts no images or labels.
  case empty(path: String, IDXKind)
  case noPixels(path: String, rows: Int, columns: Int)
  /// The header claims more than is ever read.
  case claimsTooMuch(path: String, limit: Int)
  case truncated(path: String, bytes: Int, expected: Int)
  /// More bytes than the header accounts for; of a gzip file the rest is not even inflated.
  case trailingBytes(path: String, expected: Int)
  case countsDiffer(images: String, imageCount: Int, labels: String, labelCount: Int)
  /// Test images of another size than the training images.
  case sizesDiffer(train: String, trainRows: Int, trainColumns: Int, test: String, rows: Int, columns: Int)
  case mnistMissing(searched: [SearchedDirectory])
  /// A file of MNIST's name with other content.
  case mnistDiffers(path: String, found: Digest, expected: Digest)

  /// Why a file that is there cannot be read.
  package enum Unreadable: Equatable, Sendable {
    case notAFile
    case permissionDenied
    case failed
  }

  /// What is wrong with compressed data.
  package enum GzipDamage: Equatable, Sendable {
    case endsEarly
    case invalid
    case trailingBytes
  }

  /// A directory that was searched for MNIST, and which of its files are not there.
  package struct SearchedDirectory: Equatable, Sendable {
    package let path: String
    package let missing: [String]
  }
}
