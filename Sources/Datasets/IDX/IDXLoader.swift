/// Puts a data set together from its IDX files.
enum IDXLoader {
  /// Reads, checks and joins the files.
  ///
  /// The data set is named after its file of training images.
  static func load(_ files: IDXFiles) throws(DatasetError) -> Dataset {
    let train = try IDXImageSet(files.train)
    let test = try files.test.map { pair throws(DatasetError) in try IDXImageSet(pair) }
    return try dataset(named: name(of: files.images), train: train, test: test)
  }

  /// Joins training and test examples, whose images must have one size.
  static func dataset(
    named name: String, train: IDXImageSet, test: IDXImageSet?
  ) throws(DatasetError) -> Dataset {
    if let test, test.rows != train.rows || test.columns != train.columns {
      throw .sizesDiffer(
        train: train.path, trainRows: train.rows, trainColumns: train.columns, test: test.path,
        rows: test.rows,
        columns: test.columns)
    }
    let labels = [train, test].compactMap { $0?.examples.labels.max() }
    return Dataset(
      name: name,
      digest: Dataset.digest(
        rows: train.rows, columns: train.columns, train: train.examples, test: test?.examples),
      rows: train.rows, columns: train.columns, classCount: max(2, 1 + Int(labels.max() ?? 0)),
      train: train.examples, test: test?.examples)
  }

  /// The last component of a path, without ".gz".
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".gz") ? String(file.dropLast(3)) : file
  }
}

/// Images with their labels, from two IDX files that agree in their counts.
struct IDXImageSet {
  /// Path of the images.
  let path: String
  let rows: Int
  let columns: Int
  let examples: Examples

  init(_ pair: IDXFiles.Pair) throws(DatasetError) {
    try self.init(
      images: IDXFile(pair.images, expecting: .images), labels: IDXFile(pair.labels, expecting: .labels))
  }

  init(images: IDXFile, labels: IDXFile) throws(DatasetError) {
    guard images.header.count == labels.header.count else {
      throw .countsDiffer(
        images: images.path, imageCount: images.header.count, labels: labels.path,
        labelCount: labels.header.count)
    }
    path = images.path
    rows = images.header.rows
    columns = images.header.columns
    examples = Examples(features: rows * columns, pixels: images.elements, labels: labels.elements)
  }
}
