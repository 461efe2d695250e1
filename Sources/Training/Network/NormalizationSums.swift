import Numerics

/// What the gradients of one layer with batch norm add up to; an element for each unit.
struct NormalizationSums: Sendable {
  /// dγ = Σ(d·x̂).
  var scale: [Float]
  /// dβ = Σd.
  var shift: [Float]
  /// γ / (N·√(variance + ε)).
  var factors: [Float]

  init(units: Int) {
    scale = [Float](repeating: 0, count: units)
    shift = scale
    factors = scale
  }

  /// Sums up the gradients of all examples, in their order.
  mutating func take(_ gradient: Matrix, _ normalized: Matrix) {
    let units = shift.count
    scale.withUnsafeMutableBufferPointer { scale in
      shift.withUnsafeMutableBufferPointer { shift in
        scale.update(repeating: 0)
        shift.update(repeating: 0)
        gradient.elements.withUnsafeBufferPointer { gradient in
          normalized.elements.withUnsafeBufferPointer { normalized in
            for row in stride(from: 0, to: gradient.count, by: units) {
              for unit in 0..<units {
                shift[unit] += gradient[row + unit]
                scale[unit] += gradient[row + unit] * normalized[row + unit]
              }
            }
          }
        }
      }
    }
  }

  /// Turns gradients with respect to normalised values into those with respect to the values before.
  func apply(to gradient: inout Matrix, _ normalized: Matrix) {
    let count = Float(gradient.rows)
    let (scale, shift, factors) = (scale, shift, factors)
    gradient.elements.withUnsafeMutableBufferPointer { gradient in
      normalized.elements.withUnsafeBufferPointer { normalized in
        for row in stride(from: 0, to: gradient.count, by: shift.count) {
          for unit in shift.indices {
            let centred = count * gradient[row + unit] - shift[unit]
            gradient[row + unit] = factors[unit] * (centred - normalized[row + unit] * scale[unit])
          }
        }
      }
    }
  }
}
