/// Labelled images: pixels of 0…255 in rows, one image after the other.
package struct Examples: Equatable, Sendable {
  package let count: Int
  /// Pixels of one image.
  package let features: Int
  /// `count × features` pixels, row-major: image i starts at `i * features`.
  package let pixels: [UInt8]
  /// `count` labels.
  package let labels: [UInt8]

  /// - Parameters:
  ///   - features: pixels of one image, at least 1.
  ///   - pixels: `features` for each label.
  ///   - labels: one an image.
  package init(features: Int, pixels: [UInt8], labels: [UInt8]) {
    precondition(
      features > 0 && pixels.count == labels.count * features, "examples need a label for every image")
    self.count = labels.count
    self.features = features
    self.pixels = pixels
    self.labels = labels
  }

  /// The first `maxCount` examples; all of them where there are fewer, or for nil.
  package func prefix(_ maxCount: Int?) -> Examples {
    guard let maxCount, maxCount < count else { return self }
    let kept = max(maxCount, 0)
    return Examples(
      features: features, pixels: Array(pixels.prefix(kept * features)), labels: Array(labels.prefix(kept)))
  }
}
