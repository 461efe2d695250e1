import CVectors
package import Numerics

extension Examples {
  /// Makes a mini-batch: row i of `inputs` becomes the pixels of example `indices[i]`, through the table.
  ///
  /// It is called in every training step, so it works on raw pointers; the indices are checked first.
  ///
  /// - Parameters:
  ///   - indices: examples, each in 0 ..< count; as many as `inputs` has rows.
  ///   - table: from `PixelScaling.table(training:)`.
  ///   - inputs: batch × features.
  package func gather(_ indices: ArraySlice<Int32>, through table: InputTable, into inputs: inout Matrix) {
    precondition(
      inputs.rows == indices.count && inputs.columns == features, "a mini-batch is batch × features")
    precondition(indices.allSatisfy { 0 <= $0 && Int($0) < count }, "a mini-batch takes examples that exist")
    let isQuotient = table.isQuotient
    pixels.withUnsafeBufferPointer { pixels in
      table.values.withUnsafeBufferPointer { table in
        inputs.elements.withUnsafeMutableBufferPointer { inputs in
          guard var target = inputs.baseAddress, let pixels = pixels.baseAddress,
            let table = table.baseAddress
          else { return }
          for position in indices.indices {
            let image = pixels + Int(indices[position]) * features
            let ahead = position + Examples.imagesAhead
            if ahead < indices.endIndex {
              Examples.prefetch(pixels + Int(indices[ahead]) * features, features)
            }
            if isQuotient {
              Examples.divide(image, features, into: target)
            } else {
              for place in 0..<features { target[place] = table[Int(image[place])] }
            }
            target += features
          }
        }
      }
    }
  }

  /// The labels of a mini-batch.
  ///
  /// - Parameters:
  ///   - indices: examples, each in 0 ..< count.
  ///   - labels: as many places as there are indices.
  package func gatherLabels(_ indices: ArraySlice<Int32>, into labels: inout [UInt8]) {
    precondition(labels.count == indices.count, "a mini-batch has a label for each example")
    for (place, index) in indices.enumerated() { labels[place] = self.labels[Int(index)] }
  }

  /// How long before its turn an image is asked for: one takes longer to come than another takes to be worked on.
  private static let imagesAhead = 4

  /// Asks for an image, which lies anywhere in memory, while others before it are being worked on.
  private static func prefetch(_ image: UnsafePointer<UInt8>, _ count: Int) {
    for place in stride(from: 0, to: count, by: 64) { prefetch_line(image + place) }
  }

  /// p / 255 of an image, in a loop that the compiler turns into vectors.
  private static func divide(
    _ image: UnsafePointer<UInt8>, _ count: Int, into target: UnsafeMutablePointer<Float>
  ) {
    for place in 0..<count { target[place] = Float(image[place]) / 255 }
  }
}
