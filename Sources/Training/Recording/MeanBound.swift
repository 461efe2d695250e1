import Numerics

/// Where the mean of a unit's pre-activations over all examples can lie, as batch norm computes it: in Float32, after
/// pre-activations in Float32, with all their roundings.
///
/// With n inputs, N examples and u = 2⁻²⁴, the mean m̂ that is computed differs from the mean m = w·x̄ + b without rounding by at
/// most γ·ā, where ā is the mean over the examples of Σ|xᵢwᵢ| + |b| and γ = k·u / (1 − k·u) with k = n + N + 4: n + 1
/// roundings in each pre-activation, N in their sum, one in the division, and some to spare for those of this bound in
/// Double. (N. Higham, "Accuracy and stability of numerical algorithms", 2nd edition 2002, lemma 3.1.) What underflow can
/// add is far below `leastMargin`.
struct MeanBound {
  /// m, and the most by which m̂ differs from it.
  let mean: Double
  let error: Double
  /// No pre-activation is larger.
  let largest: Double

  /// Whether an example with this pre-activation is positive and finite when normalised.
  ///
  /// It is if z > m̂: the factor 1 / √(variance + ε) is neither 0 nor ∞ within these limits, and no product underflows.
  func provesActive(_ value: Float, epsilon: Float) -> Bool {
    largest < 1e15 && epsilon > 1e-20 && epsilon < 1e15
      && Double(value) - mean > error + MeanBound.leastMargin
  }

  private static let leastMargin = 1e-10

  /// - Parameters:
  ///   - weights: inputs × units.
  ///   - biases: one a unit; nil for none.
  ///   - examples: of the inputs.
  /// - Returns: a bound a unit; without value where anything is not finite.
  static func ofUnits(_ weights: Matrix, _ biases: [Float]?, _ examples: PackedRows) -> [MeanBound] {
    let count = Double(examples.rows)
    var (means, magnitudes, norms) = (
      biases.map { $0.map(Double.init) } ?? [Double](repeating: 0, count: weights.columns), [Double](),
      [Double]()
    )
    magnitudes = means.map(\.magnitude)
    norms = [Double](repeating: 0, count: weights.columns)
    let biasMagnitudes = magnitudes
    for input in 0..<weights.rows {
      let (mean, magnitude) = (examples.sums[input] / count, examples.magnitudeSums[input] / count)
      for unit in 0..<weights.columns {
        let weight = Double(weights[input, unit])
        means[unit] += weight * mean
        magnitudes[unit] += weight.magnitude * magnitude
        norms[unit] += weight.magnitude
      }
    }
    let roundings = Double(weights.rows + examples.rows + 4) * 0x1p-24
    let gamma = roundings < 0.5 ? roundings / (1 - roundings) : .infinity
    return means.indices.map { unit in
      MeanBound(
        mean: means[unit], error: 1.001 * gamma * magnitudes[unit],
        largest: 1.001 * (norms[unit] * Double(examples.largestMagnitude) + biasMagnitudes[unit]))
    }
  }
}
