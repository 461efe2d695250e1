import Digests

/// The real MNIST: four files whose content is known.
enum MNIST {
  /// The files' names, without ".gz": training images and labels, test images and labels.
  static let fileNames = [
    "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte",
  ]

  /// SHA-256 of the uncompressed files, in the order of their names.
  private static let fileDigests = [
    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
  ].compactMap { Digest(hex: $0) }

  /// The digest of the whole data set, which follows from those of its files.
  static let digest = pinnedDigest("f815a2ba11061b4ed0ec7c3505f3c4157c181b7363bd31afdf3375cc2376049f")

  /// Reads the four files and verifies their content.
  static func load(_ location: MNISTLocation) throws(DatasetError) -> Dataset {
    let train = try IDXImageSet(
      images: verified(location.paths[0], .images, fileDigests[0]),
      labels: verified(location.paths[1], .labels, fileDigests[1]))
    let test = try IDXImageSet(
      images: verified(location.paths[2], .images, fileDigests[2]),
      labels: verified(location.paths[3], .labels, fileDigests[3]))
    return Dataset(
      name: "mnist", digest: digest, rows: train.rows, columns: train.columns, classCount: 10,
      train: train.examples, test: test.examples)
  }

  private static func verified(
    _ path: String, _ kind: IDXKind, _ expected: Digest
  ) throws(DatasetError) -> IDXFile {
    let file = try IDXFile(path, expecting: kind)
    let found = file.digest
    guard found == expected else { throw .mnistDiffers(path: path, found: found, expected: expected) }
    return file
  }
}
