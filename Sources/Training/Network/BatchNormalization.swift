import Numerics
import Studies

// Batch normalisation: S. Ioffe, C. Szegedy, "Batch normalization: accelerating deep network training by reducing
// internal covariate shift", 2015.

/// What normalisation does to the values of one unit.
struct UnitNormalization {
  let mean: Float
  let inverseDeviation: Float
  /// nil for both where the layer has none.
  let scale: Float?
  let shift: Float?

  @inline(__always)
  func apply(_ value: Float) -> Float {
    let normalized = (value - mean) * inverseDeviation
    guard let scale, let shift else { return normalized }
    return normalized * scale + shift
  }

  /// Whether the unit's values, which are the column at its place, are positive and finite anywhere when normalised.
  func isActive(_ values: Matrix, column: Int) -> Bool {
    values.elements.withUnsafeBufferPointer { elements in
      stride(from: column, to: elements.count, by: values.columns).contains { position in
        let value = apply(elements[position])
        return value > 0 && value.isFinite
      }
    }
  }
}

extension Network {
  /// What normalisation by some statistics does to one unit.
  func normalization(layer index: Int, by statistics: BatchStatistics, unit: Int) -> UnitNormalization {
    let layer = layers[index]
    let epsilon = layer.batchNorm?.epsilon ?? 0
    return UnitNormalization(
      mean: statistics.mean[unit], inverseDeviation: 1 / (statistics.variance[unit] + epsilon).squareRoot(),
      scale: layer.scale.map { parameters[$0].elements[unit] },
      shift: layer.shift.map { parameters[$0].elements[unit] })
  }

  /// Replaces the layer's pre-activations by their normalised (scaled and shifted) values.
  func normalize(layer index: Int, by statistics: BatchStatistics, trace: inout LayerTrace) {
    let layer = layers[index]
    guard let epsilon = layer.batchNorm?.epsilon, var normalization = trace.normalization.take() else {
      return
    }
    for unit in 0..<layer.units {
      normalization.inverseDeviation[unit] = 1 / (statistics.variance[unit] + epsilon).squareRoot()
    }
    let inverseDeviation = normalization.inverseDeviation
    let scale = layer.scale.map { parameters[$0].elements }
    let shift = layer.shift.map { parameters[$0].elements }
    let mean = statistics.mean
    trace.preactivation.elements.withUnsafeMutableBufferPointer { values in
      normalization.normalized.elements.withUnsafeMutableBufferPointer { normalized in
        for row in stride(from: 0, to: values.count, by: layer.units) {
          for unit in 0..<layer.units {
            normalized[row + unit] = (values[row + unit] - mean[unit]) * inverseDeviation[unit]
          }
          guard let scale, let shift else {
            for unit in 0..<layer.units { values[row + unit] = normalized[row + unit] }
            continue
          }
          for unit in 0..<layer.units {
            values[row + unit] = normalized[row + unit] * scale[unit] + shift[unit]
          }
        }
      }
    }
    trace.normalization = normalization
  }

  /// Turns the gradient with respect to the layer's normalised values into that with respect to the values before.
  ///
  /// With x̂ the normalised values of one unit, d the gradient of γ·x̂ + β and N examples:
  /// dβ = Σd, dγ = Σ(d·x̂), dz = γ / (N·√(variance + ε)) · (N·d − dβ − x̂·dγ).
  func backwardThroughNormalization(
    layer index: Int, _ normalization: NormalizationTrace, gradients: inout Gradients
  ) {
    let layer = layers[index]
    guard var sums = gradients.normalizations[index].take() else { return }
    sums.take(gradients.layers[index], normalization.normalized)
    for unit in 0..<layer.units {
      let scale = layer.scale.map { parameters[$0].elements[unit] } ?? 1
      sums.factors[unit] =
        scale * normalization.inverseDeviation[unit] / Float(normalization.normalized.rows)
    }
    sums.apply(to: &gradients.layers[index], normalization.normalized)
    // The buffers change places: those of the step before are filled next time.
    if let scale = layer.scale { swap(&gradients.parameters[scale].elements, &sums.scale) }
    if let shift = layer.shift { swap(&gradients.parameters[shift].elements, &sums.shift) }
    gradients.normalizations[index] = sums
  }
}
