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
  ///   - threads: at most; no bit depends on them.
  package mutating func update(
    _ parameters: inout [Matrix], gradients: inout [Matrix], learningRate: Float, threads: Threads = .one
  ) {
    advancePowers()
    for index in parameters.indices {
      update(&parameters[index], &gradients[index], index, learningRate, threads)
    }
  }

  /// Whether `descend` can stand in for `update`, and is worth it: weights that do not stay in the cache from the gradient to
  /// the update.
  func canDescend(_ network: Network) -> Bool {
    switch rule {
    case .sgd, .momentum: break
    case .nesterov, .adagrad, .rmsprop, .adam, .adamw: return false
    }
    return weightDecay == 0 && network.parameters.reduce(0) { $0 + $1.elements.count } >= 1 << 18
  }

  /// Moves all parameters once, and forms the gradients of the weights on the way: one pass over memory in place of two.
  ///
  /// - Parameters:
  ///   - network: its parameters are moved in place.
  ///   - pass: a mini-batch without gradients of the weights.
  ///   - learningRate: of this step.
  ///   - threads: at most.
  /// - Returns: whether all weights are finite now; nothing is said of the other parameters.
  mutating func descend(
    _ network: inout Network, _ pass: inout Pass, learningRate: Float, threads: Threads
  ) -> Bool {
    var isFinite = true
    // From the last layer, so that the weights that the next forward pass begins with are in the cache.
    for (number, layer) in network.layers.enumerated().reversed() {
      let below = network.below(number, pass.inputs, pass.trace)
      let delta = pass.gradients.layers[number]
      let isLayerFinite =
        if case .momentum(let mu) = rule {
          Product.descend(
            &network.parameters[layer.weights], velocity: &first[layer.weights], along: below, delta,
            rate: learningRate, momentum: mu, room: &pass.gradients.room, threads: threads)
        } else {
          Product.descend(
            &network.parameters[layer.weights], along: below, delta, rate: learningRate,
            room: &pass.gradients.room, threads: threads)
        }
      isFinite = isFinite && isLayerFinite
      for index in network.parameters(ofLayer: number + 1) where index != layer.weights {
        update(
          &network.parameters[index], &pass.gradients.parameters[index], index, learningRate, threads)
      }
    }
    return isFinite
  }

  private mutating func advancePowers() {
    switch rule {
    case .adam(let beta1, let beta2, _), .adamw(let beta1, let beta2, _):
      power1 *= Double(beta1)
      power2 *= Double(beta2)
    case .sgd, .momentum, .nesterov, .adagrad, .rmsprop: break
    }
  }

  private func decay(
    _ parameter: inout Matrix, _ gradient: inout Matrix, _ learningRate: Float, _ threads: Threads
  ) {
    guard weightDecay != 0 else { return }
    let weightDecay = weightDecay
    if case .adamw = rule {
      let factor = 1 - learningRate * weightDecay
      elementwise(&parameter, gradient, threads) { parameter, _ in parameter *= factor }
    } else {
      elementwise(&gradient, parameter, threads) { gradient, parameter in gradient += weightDecay * parameter
      }
    }
  }

  private mutating func update(
    _ parameter: inout Matrix, _ gradient: inout Matrix, _ index: Int, _ rate: Float, _ threads: Threads
  ) {
    decay(&parameter, &gradient, rate, threads)
    switch rule {
    case .sgd:
      Update.descend(&parameter.elements, along: gradient.elements, rate: rate, threads: threads)
    case .momentum(let mu):
      Update.descend(
        &parameter.elements, velocity: &first[index].elements, along: gradient.elements, rate: rate,
        momentum: mu, threads: threads)
    case .nesterov(let mu):
      elementwise(&parameter, &first[index], gradient, threads) { parameter, velocity, gradient in
        velocity = mu * velocity + gradient
        parameter -= rate * (gradient + mu * velocity)
      }
    case .adagrad(let epsilon):
      elementwise(&parameter, &first[index], gradient, threads) { parameter, sum, gradient in
        sum += gradient * gradient
        parameter -= rate * gradient / (sum.squareRoot() + epsilon)
      }
    case .rmsprop(let decay, let epsilon):
      elementwise(&parameter, &first[index], gradient, threads) { parameter, mean, gradient in
        mean = decay * mean + (1 - decay) * (gradient * gradient)
        parameter -= rate * gradient / (mean.squareRoot() + epsilon)
      }
    case .adam(let beta1, let beta2, let epsilon), .adamw(let beta1, let beta2, let epsilon):
      adam(&parameter, gradient, index, (rate, beta1, beta2, epsilon), threads)
    }
  }

  /// Adam, with the bias corrections in the step size and in the denominator.
  ///
  /// Source: D. Kingma, J. Ba, "Adam: a method for stochastic optimization", 2015.
  private mutating func adam(
    _ parameter: inout Matrix, _ gradient: Matrix, _ index: Int,
    _ settings: (rate: Float, beta1: Float, beta2: Float, epsilon: Float), _ threads: Threads
  ) {
    let (rate, beta1, beta2, epsilon) = settings
    let step = Float(Double(rate) / (1 - power1))
    let correction = Float((1 - power2).squareRoot())
    let (rest1, rest2) = (1 - beta1, 1 - beta2)
    elementwise(&parameter, &first[index], &second[index], gradient, threads) {
      parameter, mean, square, gradient in
      mean = beta1 * mean + rest1 * gradient
      square = beta2 * square + rest2 * (gradient * gradient)
      parameter -= step * mean / (square.squareRoot() / correction + epsilon)
    }
  }
}

/// Visits two matrices of one shape, element by element.
@inline(__always)
private func elementwise(
  _ target: inout Matrix, _ source: Matrix, _ threads: Threads, _ body: (inout Float, Float) -> Void
) {
  target.elements.withUnsafeMutableBufferPointer { target in
    source.elements.withUnsafeBufferPointer { source in
      guard let a = target.baseAddress, let b = source.baseAddress else { return }
      Update.share(target.count, threads) { part in
        for index in part { body(&a[index], b[index]) }
      }
    }
  }
}

/// Visits three matrices of one shape, element by element.
@inline(__always)
private func elementwise(
  _ target: inout Matrix, _ memory: inout Matrix, _ source: Matrix, _ threads: Threads,
  _ body: (inout Float, inout Float, Float) -> Void
) {
  target.elements.withUnsafeMutableBufferPointer { target in
    memory.elements.withUnsafeMutableBufferPointer { memory in
      source.elements.withUnsafeBufferPointer { source in
        guard let a = target.baseAddress, let b = memory.baseAddress, let c = source.baseAddress else {
          return
        }
        Update.share(target.count, threads) { part in
          for index in part { body(&a[index], &b[index], c[index]) }
        }
      }
    }
  }
}

/// Visits four matrices of one shape, element by element.
@inline(__always)
private func elementwise(
  _ target: inout Matrix, _ memory: inout Matrix, _ other: inout Matrix, _ source: Matrix, _ threads: Threads,
  _ body: (inout Float, inout Float, inout Float, Float) -> Void
) {
  target.elements.withUnsafeMutableBufferPointer { target in
    memory.elements.withUnsafeMutableBufferPointer { memory in
      other.elements.withUnsafeMutableBufferPointer { other in
        source.elements.withUnsafeBufferPointer { source in
          guard let a = target.baseAddress, let b = memory.baseAddress, let c = other.baseAddress,
            let d = source.baseAddress
          else { return }
          Update.share(target.count, threads) { part in
            for index in part { body(&a[index], &b[index], &c[index], d[index]) }
          }
        }
      }
    }
  }
}
