import Numerics
import Studies
import Testing

@testable import Training

/// Dead units found with everything that spares work against a plain count.
struct ActivityProbeTests {
  static let cases: [NetworkSettings] = [
    network(.relu, [12]), network(.leakyReLU(slope: 0.01), [12, 9]), network(.relu, [12, 9, 9]),
    network(.relu, [12], batchNorm: BatchNorm()), network(.tanh, [12, 9], batchNorm: BatchNorm()),
    network(.relu, [10, 10], skip: true), network(.relu, [12], bias: false),
    // As wide as the examples, so that the first layer skips too.
    network(.relu, [30, 30], skip: true), network(.relu, [30, 9], skip: true, batchNorm: BatchNorm()),
  ]

  static func network(
    _ activation: Activation, _ hidden: [Int], skip: Bool = false, bias: Bool = true,
    batchNorm: BatchNorm? = nil
  ) -> NetworkSettings {
    var settings = NetworkSettings()
    settings.hidden = hidden
    settings.activations = hidden.map { _ in activation }
    settings.skip = skip
    settings.bias = bias
    settings.batchNorm = batchNorm
    return settings
  }

  /// As the parameters move, some of them only, and back: units die, stay dead and come back.
  @Test(arguments: cases)
  func countsLikeAPlainCount(_ settings: NetworkSettings) {
    let examples = examples()
    var packed = PackedRows(columns: 30)
    packed.append(examples)
    var network = Network(settings: settings, inputs: 30, outputs: 4, seed: 3)
    // Asked for fewer layers, a probe may take other ways.
    var probes = network.layers.indices.map { ActivityProbe(examples: packed, layerCount: $0 + 1) }
    let start = network
    var stream = RandomStream(seed: 5, name: "test moves")
    var counts: Set<[Int]> = []
    for step in 0..<40 {
      let expected = plainCount(network, examples)
      for index in probes.indices {
        let found = probes[index].deadUnits(of: network, step: step, threads: .one)
        #expect(found == Array(expected[...index]))
      }
      counts.insert(expected)
      switch step % 4 {
      case 0: continue
      case 3 where step > 30: network = start
      case 2 where step == 14: network.parameters[0].elements[5] = .nan
      case 2 where step == 22: network.parameters[0] = start.parameters[0]
      default:
        // A unit of the first layer or two gets weights that no example answers to.
        for layer in network.layers.prefix(2) where stream.below(2) == 0 {
          let unit = Int(stream.below(UInt32(layer.units)))
          let sign: Float = stream.below(3) == 0 ? 1 : -1
          for input in 0..<layer.inputs {
            network.parameters[layer.weights][input, unit] = sign * stream.uniform()
          }
          if let bias = layer.bias { network.parameters[bias][0, unit] = -0.1 }
        }
      }
    }
    // Batch norm keeps units alive, so these counts hardly change.
    #expect(counts.count > 2 || settings.batchNorm != nil)
  }

  /// The mean as batch norm computes it lies within the bound, and what the bound proves is so.
  @Test(arguments: [1, 3, 700, 9_973])
  func meansLieWithinTheirBounds(_ rows: Int) {
    var stream = RandomStream(seed: 6, name: "test means", index: UInt32(rows))
    var proofs = 0
    for scale in [1e-20, 1e-3, 1, 1e12] as [Float] {
      // Cancellation makes means small beside their terms.
      let inputs = Matrix(
        rows: rows, columns: 40, elements: (0..<rows * 40).map { _ in scale * stream.normal() })
      let weights = Matrix(rows: 40, columns: 9, elements: (0..<360).map { _ in stream.normal() })
      let biases = (0..<9).map { _ in scale * stream.normal() }
      var values = Matrix(rows: rows, columns: 9)
      var room = PackingRoom()
      Product.multiply(inputs, weights, adding: biases, into: &values, room: &room)
      var packed = PackedRows(columns: 40)
      packed.append(inputs)
      let bounds = MeanBound.ofUnits(weights, biases, packed)
      let means = BatchStatistics(of: values).mean
      for unit in 0..<9 {
        #expect(abs(Double(means[unit]) - bounds[unit].mean) <= bounds[unit].error)
        for row in 0..<min(rows, 50) where bounds[unit].provesActive(values[row, unit], epsilon: 1e-5) {
          #expect(values[row, unit] > means[unit])
          proofs += 1
        }
      }
    }
    #expect(proofs > 0 || rows == 1)
  }

  /// Nothing is proven of what is not finite, nor of a constant unit.
  @Test func nothingIsProvenWithoutNeed() {
    var packed = PackedRows(columns: 2)
    packed.append(Matrix(rows: 2, columns: 2, elements: [1, 0, 0, 1]))
    for weight in [Float.nan, .infinity, 3e38] {
      let bounds = MeanBound.ofUnits(Matrix(rows: 2, columns: 1, elements: [weight, 1]), nil, packed)
      #expect(!bounds[0].provesActive(.infinity, epsilon: 1e-5))
    }
    let constant = MeanBound.ofUnits(Matrix(rows: 2, columns: 1, elements: [1, 1]), [2], packed)
    #expect(!constant[0].provesActive(3, epsilon: 1e-5))
    #expect(constant[0].provesActive(3.5, epsilon: 1e-5) && !constant[0].provesActive(3.5, epsilon: 0))
  }

  private func examples() -> Matrix {
    var stream = RandomStream(seed: 4, name: "test examples")
    let elements = (0..<1_130 * 30).map { _ in stream.below(3) == 0 ? stream.uniform() : 0 }
    return Matrix(rows: 1_130, columns: 30, elements: elements)
  }

  private func plainCount(_ network: Network, _ examples: Matrix) -> [Int] {
    var trace = Trace(for: network, rows: examples.rows)
    network.forward(examples, mode: .training, trace: &trace)
    return trace.layers.map { layer in
      (0..<layer.preactivation.columns).count { unit in
        !(0..<examples.rows).contains { row in
          layer.preactivation[row, unit] > 0 && layer.preactivation[row, unit].isFinite
        }
      }
    }
  }
}
