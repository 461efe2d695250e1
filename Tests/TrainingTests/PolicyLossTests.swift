import Foundation
import Numerics
import Testing

@testable import Training

/// The policy's loss and gradient against a Double reference and its finite differences.
@Suite struct PolicyLossTests {
  static let output = Matrix(rows: 4, columns: 3, elements: [0.2, -1, 0.5, 2, 1.5, -0.3, 0, 0, 0, -4, 3, 1])
  static let actions = [2, 0, 1, 0]
  static let advantages: [Float] = [1.25, -0.5, 0.75, -2]

  /// mean over states and actions of −Y·log softmax·A, with the system's functions.
  private func reference(_ output: [Double]) -> Double {
    let rows = (0..<4).map { row -> Double in
      let z = Array(output[3 * row..<3 * row + 3])
      let logProbability = z[Self.actions[row]] - log(z.reduce(0) { $0 + exp($1) })
      return -logProbability * Double(Self.advantages[row])
    }
    return rows.reduce(0, +) / 12
  }

  @Test("the loss and its gradient follow the formula")
  func gradient() {
    var gradient = Matrix(rows: 4, columns: 3)
    let scalars = PolicyLoss.evaluate(
      Self.output, actions: Self.actions, advantages: Self.advantages, gradient: &gradient)
    let values = Self.output.elements.map(Double.init)
    // A dozen roundings of values of order 1.
    #expect(abs(Double(scalars.loss!) - reference(values)) < 20 * Double(Float.ulpOfOne))
    let step = 1e-5
    for index in values.indices {
      var (above, below) = (values, values)
      above[index] += step
      below[index] -= step
      let slope = (reference(above) - reference(below)) / (2 * step)
      // Central differences err by about step², the Float32 gradient by a few roundings.
      #expect(abs(Double(gradient.elements[index]) - slope) < 1e-7)
    }
  }

  @Test("an action whose probability underflows gives a large finite loss, not NaN")
  func underflow() {
    let output = Matrix(rows: 1, columns: 3, elements: [200, 0, -200])
    var gradient = Matrix(rows: 1, columns: 3)
    let scalars = PolicyLoss.evaluate(output, actions: [2], advantages: [1], gradient: &gradient)
    #expect(scalars.loss == Float(400) / 3)
    #expect(gradient.elements == [1 / 3, 0, -1 / 3])
  }

  @Test("outputs that are not finite make the loss NaN")
  func nonfinite() {
    let output = Matrix(rows: 1, columns: 3, elements: [.nan, 0, 0])
    var gradient = Matrix(rows: 1, columns: 3)
    let scalars = PolicyLoss.evaluate(output, actions: [1], advantages: [1], gradient: &gradient)
    #expect(scalars.loss!.isNaN)
  }
}
