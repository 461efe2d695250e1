package import Numerics
package import Studies

/// An optimiser at work: its rule and what it remembers of each parameter.
///
/// Formulas as in PyTorch 2.
package struct OptimizerState: Sendable {
  private let rule: Optimizer
  private let weightDecay: Float
  /// First and second memories, in the order and shape of the parameters; empty where the rule needs none.
  private(set) var first: [Matrix] = []
  private(set) var second: [Matrix] = []
  /// β₁ᵗ and β₂ᵗ of adam after t updates, by repeated multiplication in Double.
  private(set) var power1 = 1.0
  private(set) var power2 = 1.0

  package init(_ rule: Optimizer, weightDecay: Float, parameters: [Matrix]) {
    self.rule = rule
    self.weightDecay = weightDecay
    let zeros = { parameters.map { Matrix(rows: $0.rows, columns: $0.columns) } }
    switch rule {
    case .sgd: break
    case .momentum, .nesterov, .adagrad, .rmsprop: first = zeros()
    case .adam, .adamw:
      first = zeros()
      second = zeros()
    }
  }

  /// Takes up the memories of an optimiser that stopped; of the same rule and parameters.
  mutating func resume(first: [Matrix], second: [Matrix], power1: Double, power2: Double) {
    self.first = first
    self.second = second
    self.power1 = power1
    self.power2 = power2
  }

  /// Moves all parameters once.
  ///
  /// - Parameters:
  ///   - parameters: moved in place.
  ///   - gradients: of the same shapes; changed by weight decay.
  ///   - learningRate: of this step.
  package mutating func update(_ parameters: inout [Matrix], gradients: inout [Matrix], learningRate: Float) {
    if case .adam(let beta1, let beta2, _) = rule { advancePowers(beta1, beta2) }
    if case .adamw(let beta1, let beta2, _) = rule { advancePowers(beta1, beta2) }
    for index in parameters.indices {
      decay(&parameters[index], &gradients[index], learningRate)
      update(&parameters[index], gradients[index], index, learningRate)
    }
  }

  private mutating func advancePowers(_ beta1: Float, _ beta2: Float) {
    power1 *= Double(beta1)
    power2 *= Double(beta2)
  }

  private func decay(_ parameter: inout Matrix, _ gradient: inout Matrix, _ learningRate: Float) {
    guard weightDecay != 0 else { return }
    if case .adamw = rule {
      let factor = 1 - learningRate * weightDecay
      elementwise(&parameter, gradient) { parameter, _ in parameter *= factor }
    } else {
      elementwise(&gradient, parameter) { gradient, parameter in gradient += weightDecay * parameter }
    }
  }

  private mutating func update(
    _ parameter: inout Matrix, _ gradient: Matrix, _ index: Int, _ rate: Float
  ) {
    switch rule {
    case .sgd:
      Update.descend(&parameter.elements, along: gradient.elements, rate: rate)
    case .momentum(let mu):
      Update.descend(
        &parameter.elements, velocity: &first[index].elements, along: gradient.elements, rate: rate,
        momentum: mu)
    case .nesterov(let mu):
      elementwise(&parameter, &first[index], gradient) { parameter, velocity, gradient in
        velocity = mu * velocity + gradient
        parameter -= rate * (gradient + mu * velocity)
      }
    case .adagrad(let epsilon):
      elementwise(&parameter, &first[index], gradient) { parameter, sum, gradient in
        sum += gradient * gradient
        parameter -= rate * gradient / (sum.squareRoot() + epsilon)
      }
    case .rmsprop(let decay, let epsilon):
      elementwise(&parameter, &first[index], gradient) { parameter, mean, gradient in
        mean = decay * mean + (1 - decay) * (gradient * gradient)
        parameter -= rate * gradient / (mean.squareRoot() + epsilon)
      }
    case .adam(let beta1, let beta2, let epsilon), .adamw(let beta1, let beta2, let epsilon):
      adam(&parameter, gradient, index, rate, beta1, beta2, epsilon)
    }
  }

  /// Adam, with the bias corrections in the step size and in the denominator.
  ///
  /// Source: D. Kingma, J. Ba, "Adam: a method for stochastic optimization", 2015.
  private mutating func adam(
    _ parameter: inout Matrix, _ gradient: Matrix, _ index: Int, _ rate: Float, _ beta1: Float,
    _ beta2: Float,
    _ epsilon: Float
  ) {
    elementwise(&first[index], gradient) { mean, gradient in
      mean = beta1 * mean + (1 - beta1) * gradient
    }
    elementwise(&second[index], gradient) { square, gradient in
      square = beta2 * square + (1 - beta2) * (gradient * gradient)
    }
    let step = Float(Double(rate) / (1 - power1))
    let correction = Float((1 - power2).squareRoot())
    elementwise(&parameter, &second[index], first[index]) { parameter, square, mean in
      parameter -= step * mean / (square.squareRoot() / correction + epsilon)
    }
  }
}

/// Visits two matrices of one shape, element by element.
@inline(__always)
private func elementwise(_ target: inout Matrix, _ source: Matrix, _ body: (inout Float, Float) -> Void) {
  target.elements.withUnsafeMutableBufferPointer { target in
    source.elements.withUnsafeBufferPointer { source in
      for index in 0..<source.count { body(&target[index], source[index]) }
    }
  }
}

/// Visits three matrices of one shape, element by element.
@inline(__always)
private func elementwise(
  _ target: inout Matrix, _ memory: inout Matrix, _ source: Matrix,
  _ body: (inout Float, inout Float, Float) -> Void
) {
  target.elements.withUnsafeMutableBufferPointer { target in
    memory.elements.withUnsafeMutableBufferPointer { memory in
      source.elements.withUnsafeBufferPointer { source in
        for index in 0..<source.count { body(&target[index], &memory[index], source[index]) }
      }
    }
  }
}
