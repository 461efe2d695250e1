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
    let layers = network.layers.count
    var probe = ActivityProbe(examples: packed, layerCount: layers)
    let start = network
    var stream = RandomStream(seed: 5, name: "test moves")
    var counts: Set<[Int]> = []
    for step in 0..<40 {
      let found = probe.deadUnits(of: network, step: step, threads: 1)
      #expect(found == plainCount(network, examples))
      counts.insert(found)
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

  private func examples() -> Matrix {
    var stream = RandomStream(seed: 4, name: "test examples")
    let elements = (0..<1_130 * 30).map { _ in stream.below(3) == 0 ? stream.uniform() : 0 }
    return Matrix(rows: 1_130, columns: 30, elements: elements)
  }

  private func plainCount(_ network: Network, _ examples: Matrix) -> [Int] {
    var network = network
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
