import Foundation
import Numerics
import Studies
import Testing
import Training

/// Every rule against its formula in Double, over several steps of one parameter.
@Suite struct OptimizerTests {
  static let gradients: [Float] = [0.5, -1.25, 0.75, 0.1, 2, -0.3]
  static let rules: [Optimizer] = [
    .sgd, .momentum(0.9), .nesterov(0.9), .adagrad(epsilon: 1e-10), .rmsprop(decay: 0.99, epsilon: 1e-8),
    .adam(beta1: 0.9, beta2: 0.999, epsilon: 1e-8), .adamw(beta1: 0.9, beta2: 0.999, epsilon: 1e-8),
  ]

  @Test("updates follow the rule", arguments: rules, [Float(0), 0.1])
  func follows(_ rule: Optimizer, weightDecay: Float) {
    var parameters = [Matrix(rows: 1, columns: 1, elements: [1])]
    var optimizer = OptimizerState(rule, weightDecay: weightDecay, parameters: parameters)
    var reference = Reference(rule: rule, weightDecay: Double(weightDecay))
    for gradient in OptimizerTests.gradients {
      var gradients = [Matrix(rows: 1, columns: 1, elements: [gradient])]
      optimizer.update(&parameters, gradients: &gradients, learningRate: 0.1)
      reference.update(Double(gradient), rate: Double(Float(0.1)))
      // About ten roundings a step, over six steps.
      #expect(abs(Double(parameters[0].elements[0]) - reference.parameter) < 100 * Double(Float.ulpOfOne))
    }
  }

  /// PyTorch's documented formulas.
  struct Reference {
    let rule: Optimizer
    let weightDecay: Double
    var parameter = 1.0
    var first = 0.0
    var second = 0.0
    var step = 0

    mutating func update(_ gradient: Double, rate: Double) {
      step += 1
      var gradient = gradient
      if case .adamw = rule {
        parameter -= rate * weightDecay * parameter
      } else {
        gradient += weightDecay * parameter
      }
      switch rule {
      case .sgd:
        parameter -= rate * gradient
      case .momentum(let mu):
        first = Double(mu) * first + gradient
        parameter -= rate * first
      case .nesterov(let mu):
        first = Double(mu) * first + gradient
        parameter -= rate * (gradient + Double(mu) * first)
      case .adagrad(let epsilon):
        first += gradient * gradient
        parameter -= rate * gradient / (first.squareRoot() + Double(epsilon))
      case .rmsprop(let decay, let epsilon):
        first = Double(decay) * first + (1 - Double(decay)) * gradient * gradient
        parameter -= rate * gradient / (first.squareRoot() + Double(epsilon))
      case .adam(let beta1, let beta2, let epsilon), .adamw(let beta1, let beta2, let epsilon):
        first = Double(beta1) * first + (1 - Double(beta1)) * gradient
        second = Double(beta2) * second + (1 - Double(beta2)) * gradient * gradient
        let mean = first / (1 - pow(Double(beta1), Double(step)))
        let square = second / (1 - pow(Double(beta2), Double(step)))
        parameter -= rate * mean / (square.squareRoot() + Double(epsilon))
      }
    }
  }

  @Test("clipping by value cuts components and keeps NaN")
  func clippingByValue() {
    var gradients = [Matrix(rows: 1, columns: 4, elements: [-3, 0.25, 3, .nan])]
    GradientClipping.value(0.5).apply(to: &gradients)
    #expect(Array(gradients[0].elements.prefix(3)) == [-0.5, 0.25, 0.5])
    #expect(gradients[0].elements[3].isNaN)
  }

  @Test("clipping by norm scales all gradients together, and leaves small ones alone")
  func clippingByNorm() {
    var large = [Matrix(rows: 1, columns: 1, elements: [3]), Matrix(rows: 1, columns: 1, elements: [4])]
    GradientClipping.norm(1).apply(to: &large)
    // 1 / (5 + 1e−6), as PyTorch has it.
    #expect(large.map { $0.elements[0] } == [3 * Float(1 / 5.000001), 4 * Float(1 / 5.000001)])
    var small = [Matrix(rows: 1, columns: 2, elements: [0.3, 0.4])]
    GradientClipping.norm(1).apply(to: &small)
    #expect(small[0].elements == [0.3, 0.4])
  }
}
