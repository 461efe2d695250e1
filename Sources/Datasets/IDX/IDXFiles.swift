/// The paths of an IDX data set.
package struct IDXFiles: Hashable, Sendable {
  package var images: String
  package var labels: String
  package var test: Pair?

  /// Images with their labels.
  package struct Pair: Hashable, Sendable {
    package var images: String
    package var labels: String

    package init(images: String, labels: String) {
      self.images = images
      self.labels = labels
    }
  }

  package init(images: String, labels: String, test: Pair? = nil) {
    self.images = images
    self.labels = labels
    self.test = test
  }

  var train: Pair { Pair(images: images, labels: labels) }
}

/// The two kinds of IDX files that are read, with their names in messages.
package enum IDXKind: String, Equatable, Sendable {
  case images
  case labels

  /// The four bytes that such a file starts with, as a big-endian number: the type (unsigned bytes) and the dimensions.
  var magic: UInt32 {
    switch self {
    case .images: 0x0000_0803
    case .labels: 0x0000_0801
    }
  }

  /// Bytes before the first pixel or label.
  var headerSize: Int {
    switch self {
    case .images: 16
    case .labels: 8
    }
  }

  var other: IDXKind {
    switch self {
    case .images: .labels
    case .labels: .images
    }
  }
}
