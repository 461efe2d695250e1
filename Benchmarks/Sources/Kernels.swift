import Foundation
import Numerics

/// A kernel with operands, its work and its name.
struct Kernel {
  let name: String
  /// Multiplications and additions; nil where they are not what it spends its time on.
  let operations: Double?
  let body: () -> Void

  static func matrix(_ rows: Int, _ columns: Int, _ index: UInt32, zeros: Bool = false) -> Matrix {
    var stream = RandomStream(seed: 1, name: "benchmark", index: index)
    let elements = (0..<rows * columns).map { place in
      zeros && place % columns % 28 < 12 ? 0 : stream.uniform() - 0.5
    }
    return Matrix(rows: rows, columns: columns, elements: elements)
  }

  /// The three products of a layer and its fused update.
  static func products(_ m: Int, _ k: Int, _ n: Int, zeros: Bool = false, threads: Threads = .one) -> [Kernel]
  {
    let x = matrix(m, k, 1, zeros: zeros)
    var w = matrix(k, n, 2)
    let d = matrix(m, n, 3)
    var (z, g, e) = (d, w, x)
    var (v, room) = (w, PackingRoom())
    let operations = 2.0 * Double(m * k * n)
    let shape =
      "\(m)×\(k)×\(n)" + (zeros ? ", 43 % zeros" : "")
      + (threads.count > 1 ? ", \(threads.count) threads" : "")
    let products = [
      Kernel(name: "X·W \(shape)", operations: operations) {
        Product.multiply(x, w, into: &z, room: &room, threads: threads)
      },
      Kernel(name: "Xᵀ·D \(shape)", operations: operations) {
        Product.multiplyTransposedLeft(x, d, into: &g, room: &room, threads: threads)
      },
      Kernel(name: "D·Wᵀ \(shape)", operations: operations) {
        Product.multiplyTransposedRight(d, w, into: &e, room: &room, threads: threads)
      },
    ]
    guard m <= Product.fusedSteps else { return products }
    return products + [
      Kernel(name: "Xᵀ·D with momentum \(shape)", operations: operations) {
        Product.descend(
          &w, velocity: &v, along: x, d, rate: 1e-6, momentum: 0.9, room: &room, threads: threads)
      }
    ]
  }

  /// Functions of 100 × 1000 values.
  static var functions: [Kernel] {
    let z = matrix(100, 1000, 1)
    var (output, gradient) = (z, z)
    let named: [(String, ElementwiseFunction)] = [
      ("ReLU", .relu), ("sigmoid", .sigmoid), ("tanh", .tanh), ("ELU", .elu(alpha: 1)), ("swish", .swish),
      ("GELU", .gelu), ("softplus", .softplus),
    ]
    return named.flatMap { name, function in
      [
        Kernel(name: name, operations: nil) {
          z.elements.withUnsafeBufferPointer { z in
            output.elements.withUnsafeMutableBufferPointer {
              function.apply(z.baseAddress!, to: $0.baseAddress!, count: z.count)
            }
          }
        },
        Kernel(name: "\(name), derivative", operations: nil) {
          z.elements.withUnsafeBufferPointer { z in
            output.elements.withUnsafeBufferPointer { output in
              gradient.elements.withUnsafeMutableBufferPointer {
                function.multiplyByDerivative(
                  at: z.baseAddress!, output: output.baseAddress!, $0.baseAddress!, count: z.count)
              }
            }
          }
        },
      ]
    }
  }
}

/// Kernels whose instructions are counted, each small enough for a simulator.
enum CountedKernel: String, CaseIterable {
  case forward, gradient, sendDown, descent, sigmoid, momentum, squares

  func run(_ repetitions: Int) {
    let (x, w, d) = (Kernel.matrix(50, 196, 1), Kernel.matrix(196, 64, 2), Kernel.matrix(50, 64, 3))
    var (z, g, e, v, weights) = (d, w, x, w, w)
    var room = PackingRoom()
    for _ in 0..<repetitions {
      switch self {
      case .forward: Product.multiply(x, w, into: &z, room: &room)
      case .gradient: Product.multiplyTransposedLeft(x, d, into: &g, room: &room)
      case .sendDown: Product.multiplyTransposedRight(d, w, into: &e, room: &room)
      case .descent:
        Product.descend(&weights, velocity: &v, along: x, d, rate: 1e-6, momentum: 0.9, room: &room)
      case .sigmoid: Elementary.sigmoid(inPlace: &e.elements)
      case .momentum:
        Update.descend(&weights.elements, velocity: &v.elements, along: g.elements, rate: 1e-6, momentum: 0.9)
      case .squares: Peak.sink = Float(Reduction.sumOfSquares(w.elements))
      }
    }
    Peak.sink += z.elements[0] + g.elements[0] + e.elements[0] + weights.elements[0]
  }
}
