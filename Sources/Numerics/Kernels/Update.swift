/// Updates of parameters in one pass: each product and each sum rounded once, in the order written.
package enum Update {
  /// y += a·x.
  package static func axpy(_ a: Float, _ x: [Float], to y: inout [Float]) {
    precondition(x.count == y.count, "both vectors need the same length")
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        for i in 0..<y.count { y[i] += a * x[i] }
      }
    }
  }

  /// One step of gradient descent: w −= rate·gradient.
  package static func descend(
    _ weights: inout [Float], along gradient: [Float], rate: Float, threads: Threads = .one
  ) {
    precondition(gradient.count == weights.count, "a gradient needs one element a weight")
    gradient.withUnsafeBufferPointer { gradient in
      weights.withUnsafeMutableBufferPointer { weights in
        guard let weight = weights.baseAddress, let gradient = gradient.baseAddress else { return }
        share(weights.count, threads) { part in
          for i in part { weight[i] -= rate * gradient[i] }
        }
      }
    }
  }

  /// One step of gradient descent with momentum: v = momentum·v + gradient, then w −= rate·v.
  package static func descend(
    _ weights: inout [Float], velocity: inout [Float], along gradient: [Float], rate: Float, momentum: Float,
    threads: Threads = .one
  ) {
    precondition(gradient.count == weights.count, "a gradient needs one element a weight")
    precondition(velocity.count == weights.count, "a velocity needs one element a weight")
    gradient.withUnsafeBufferPointer { gradient in
      weights.withUnsafeMutableBufferPointer { weights in
        velocity.withUnsafeMutableBufferPointer { velocity in
          guard let weight = weights.baseAddress, let velocity = velocity.baseAddress,
            let gradient = gradient.baseAddress
          else { return }
          share(weights.count, threads) { part in
            for i in part {
              let v = momentum * velocity[i] + gradient[i]
              velocity[i] = v
              weight[i] -= rate * v
            }
          }
        }
      }
    }
  }

  /// Shares out elements among threads.
  ///
  /// An element, which comes from memory, takes as long as some forty multiplications in registers.
  @inline(__always)
  package static func share(_ count: Int, _ threads: Threads, _ body: (Range<Int>) -> Void) {
    Parts.perform(
      count, grain: 1024, threads: threads.worth(operations: 40 * count)
    ) { body($1) }
  }
}
