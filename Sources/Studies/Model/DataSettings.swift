/// Where the examples come from and how they enter the network.
package struct DataSettings: Hashable, Sendable {
  package var source: DataSource = .digits
  package var scaling: Scaling = .unit
  /// The first n training examples; nil for all.
  package var trainCount: Int?
  /// The first n test examples; nil for all.
  package var testCount: Int?

  package init() {}
}

/// A data set by name or by its files.
package enum DataSource: Hashable, Sendable {
  /// The embedded drawn digits: 60,000 + 10,000 images of 28×28, always there.
  case digits
  /// Real MNIST, looked for in the data directories.
  case mnist
  /// Files in IDX format, plain or gzip. Paths are as written in the study, relative to its folder.
  case idx(IDXPaths)
}

/// The files of an IDX data set.
///
/// Without test files a run has no test accuracy.
package struct IDXPaths: Hashable, Sendable {
  package var images: String
  package var labels: String
  package var testImages: String?
  package var testLabels: String?
  /// The folder of the study that names them.
  ///
  /// Not part of a run's identity.
  package var folder: String

  package init(
    images: String, labels: String, testImages: String? = nil, testLabels: String? = nil, folder: String
  ) {
    self.images = images
    self.labels = labels
    self.testImages = testImages
    self.testLabels = testLabels
    self.folder = folder
  }
}

/// How a pixel p of 0…255 becomes an input.
package enum Scaling: String, CaseIterable, Hashable, Sendable {
  /// p / 255, in [0, 1].
  case unit
  /// (p / 255 − 0.5) / 0.5, in [−1, 1].
  case symmetric
  /// (p / 255 − mean) / sd, with the mean and sd of all training pixels.
  case standard
  /// p as it is.
  case raw
}
