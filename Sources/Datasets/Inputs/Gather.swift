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
    pixels.withUnsafeBufferPointer { pixels in
      table.values.withUnsafeBufferPointer { table in
        inputs.elements.withUnsafeMutableBufferPointer { inputs in
          guard var target = inputs.baseAddress, let pixels = pixels.baseAddress,
            let table = table.baseAddress
          else { return }
          for index in indices {
            let image = pixels + Int(index) * features
            Examples.scale(image, features, table, into: target)
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

  /// Puts an image through the table, eight pixels at a time where they are all background.
  @inline(__always)
  private static func scale(
    _ image: UnsafePointer<UInt8>, _ count: Int, _ table: UnsafePointer<Float>,
    into target: UnsafeMutablePointer<Float>
  ) {
    let background = SIMD8<Float>(repeating: table[0])
    let whole = count & ~7
    for start in stride(from: 0, to: whole, by: 8) {
      let pixels = UnsafeRawPointer(image + start).loadUnaligned(as: UInt64.self)
      if pixels == 0 {
        UnsafeMutableRawPointer(target + start).storeBytes(of: background, as: SIMD8<Float>.self)
      } else {
        for place in start..<start + 8 { target[place] = table[Int(image[place])] }
      }
    }
    for place in whole..<count { target[place] = table[Int(image[place])] }
  }
}
