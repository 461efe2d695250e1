/// The search for NaN and ±Inf: when a run diverges, its record says where it first did.
package enum Finiteness {
  /// Whether an element is NaN or infinite.
  package static func hasNonfinite(_ values: [Float]) -> Bool {
    countNonfinite(values) > 0
  }

  /// How many elements are NaN or infinite.
  package static func countNonfinite(_ values: [Float]) -> Int {
    values.withUnsafeBufferPointer { values in
      var count = 0
      // Short blocks, so that the lanes count in 32 bits.
      for start in stride(from: 0, to: values.count, by: 1 << 16) {
        var blockCount: UInt32 = 0
        for index in start..<min(start + 1 << 16, values.count) {
          // All exponent bits set, and only then, carries into the sign's place.
          let exponent = values[index].bitPattern & 0x7F80_0000
          blockCount &+= (exponent &+ 0x0080_0000) >> 31
        }
        count += Int(blockCount)
      }
      return count
    }
  }
}
