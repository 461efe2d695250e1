/// The search for NaN and ±Inf: when a run diverges, its record says where it first did.
package enum Finiteness {
  /// Whether an element is NaN or infinite.
  package static func hasNonfinite(_ values: [Float], threads: Int = 1) -> Bool {
    values.withUnsafeBufferPointer { values in
      let parts = Parts.threads(threads, forOperations: values.count)
      return withUnsafeTemporaryAllocation(of: Bool.self, capacity: parts) { found in
        found.initialize(repeating: false)
        let grain = (values.count + parts - 1) / parts
        Parts.perform(values.count, grain: max(1, grain), threads: parts) { part in
          found[part.lowerBound / grain] = hasNonfinite(UnsafeBufferPointer(rebasing: values[part]))
        }
        return found.contains(true)
      }
    }
  }

  /// Stops at the first block with one.
  static func hasNonfinite(_ values: UnsafeBufferPointer<Float>) -> Bool {
    stride(from: 0, to: values.count, by: block).contains { start in
      countInBlock(UnsafeBufferPointer(rebasing: values[start..<min(start + block, values.count)])) > 0
    }
  }

  /// How many elements are NaN or infinite.
  package static func countNonfinite(_ values: [Float]) -> Int {
    values.withUnsafeBufferPointer { values in
      stride(from: 0, to: values.count, by: block).reduce(0) { sum, start in
        sum + countInBlock(UnsafeBufferPointer(rebasing: values[start..<min(start + block, values.count)]))
      }
    }
  }

  /// Short blocks, so that the lanes count in 32 bits.
  private static let block = 1 << 16

  private static func countInBlock(_ values: UnsafeBufferPointer<Float>) -> Int {
    var count: UInt32 = 0
    for value in values {
      // All exponent bits set, and only then, carries into the sign's place.
      let exponent = value.bitPattern & 0x7F80_0000
      count &+= (exponent &+ 0x0080_0000) >> 31
    }
    return Int(count)
  }
}
