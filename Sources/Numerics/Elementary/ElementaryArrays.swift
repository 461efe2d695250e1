// The elementary functions over whole arrays, in place. An array of any length gives the bits of the scalar functions.

extension Elementary {
  /// Replaces each element by its exponential.
  package static func exp(inPlace values: inout [Float]) {
    map(&values) { exp($0) }
  }

  /// Replaces each element x by eˣ − 1.
  package static func expm1(inPlace values: inout [Float]) {
    map(&values) { expm1($0) }
  }

  /// Replaces each element by its hyperbolic tangent.
  package static func tanh(inPlace values: inout [Float]) {
    map(&values) { tanh($0) }
  }

  /// Replaces each element x by 1 / (1 + e⁻ˣ).
  package static func sigmoid(inPlace values: inout [Float]) {
    map(&values) { sigmoid($0) }
  }

  /// Replaces each element by its error function.
  package static func erf(inPlace values: inout [Float]) {
    map(&values) { erf($0) }
  }

  /// Applies `function` to sixteen elements at a time; zeros fill the lanes behind the last element.
  @inline(__always)
  private static func map(_ values: inout [Float], _ function: (Lanes) -> Lanes) {
    values.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let whole = bytes.count & ~63
      for offset in stride(from: 0, to: whole, by: 64) {
        let lanes = (base + offset).loadUnaligned(as: Lanes.self)
        (base + offset).storeBytes(of: function(lanes), as: Lanes.self)
      }
      guard whole < bytes.count else { return }
      var rest = Lanes()
      withUnsafeMutableBytes(of: &rest) { lanes in
        lanes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[whole...]))
      }
      rest = function(rest)
      withUnsafeBytes(of: rest) { lanes in
        (base + whole).copyMemory(from: lanes.baseAddress!, byteCount: bytes.count - whole)
      }
    }
  }
}
