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

/// A data set by name or by its files, or a source of inputs that needs none.
package enum DataSource: Hashable, Sendable {
  /// The embedded drawn digits: 60,000 + 10,000 images of 28×28, always there.
  case digits
  /// Real MNIST, looked for in the data directories.
  case mnist
  /// Files in IDX format, plain or gzip. Paths are as written in the study, relative to its folder.
  case idx(IDXPaths)
  /// Normal random numbers, without labels: a forward study.
  case gaussian(GaussianSettings)
  /// The game of catching a falling ball: a policy study.
  case catchGame(CatchSettings)
}

/// Examples of independent normal numbers with mean 0 and standard deviation 1.
package struct GaussianSettings: Hashable, Sendable {
  /// Numbers an example.
  package var inputs: Int
  package var examples: Int

  package init(inputs: Int, examples: Int) {
    self.inputs = inputs
    self.examples = examples
  }
}

/// Catch: a ball falls from the top row of a grid, a paddle on the bottom row moves left, stays or moves right.
///
/// An episode has height − 1 steps and ends with the reward +1 or −1.
package struct CatchSettings: Hashable, Sendable {
  /// Left, stay and right.
  package static let actions = 3

  package var width: Int
  package var height: Int

  package init(width: Int = 6, height: Int = 10) {
    self.width = width
    self.height = height
  }
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
