import Numerics

/// Numbers that describe parameters.
///
/// Sums are in Double, in index order.
enum Measurements {
  /// The L2 norm.
  static func norm(_ values: [Float]) -> Double {
    Reduction.sumOfSquares(values).squareRoot()
  }

  /// ‖w − w₀‖ / ‖w₀‖; NaN where both are 0.
  static func relativeChange(_ values: [Float], from initial: [Float]) -> Float {
    let squares = Reduction.sumOfSquaredDifferences(values, initial)
    return Float(squares.squareRoot() / norm(initial))
  }

  /// The share of a layer's parameters that are NaN or infinite.
  static func nonfiniteShare(_ network: Network, layer: Int) -> Float {
    let matrices = network.parameters(ofLayer: layer).map { network.parameters[$0] }
    let nonfinite = matrices.reduce(0) { $0 + Finiteness.countNonfinite($1.elements) }
    let all = matrices.reduce(0) { $0 + $1.elements.count }
    return Float(nonfinite) / Float(all)
  }

  /// The mean of some columns of a matrix.
  static func meansOfColumns(_ matrix: Matrix, _ columns: [Int]) -> [Float] {
    let last = (columns.max() ?? -1) + 1
    let means = Reduction.meansOfColumns(matrix, first: last)
    return columns.map { Float(means[$0]) }
  }
}
