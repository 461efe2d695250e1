import Numerics
import Testing

/// Functions of stretches against their definitions, value by value.
struct ElementwiseFunctionTests {
  static let functions:
    [(ElementwiseFunction, value: @Sendable (Float) -> Float, sentDown: @Sendable (Float, Float) -> Float)] =
      [
        (.identity, { $0 }, { $1 }),
        (.relu, { $0 <= 0 ? 0 : $0 }, { $0 <= 0 ? 0 : $1 }),
        (.leakyReLU(slope: 0.01), { $0 <= 0 ? 0.01 * $0 : $0 }, { $0 <= 0 ? 0.01 * $1 : $1 }),
        (
          .elu(alpha: 0.5), { $0 <= 0 ? 0.5 * Elementary.expm1($0) : $0 },
          { $0 <= 0 ? 0.5 * Elementary.exp($0) * $1 : $1 }
        ),
        (
          .sigmoid, { Elementary.sigmoid($0) },
          { Elementary.sigmoid($0) * (1 - Elementary.sigmoid($0)) * $1 }
        ),
        (.tanh, { Elementary.tanh($0) }, { (1 - Elementary.tanh($0) * Elementary.tanh($0)) * $1 }),
        (
          .swish, { $0 * Elementary.sigmoid($0) },
          { (Elementary.sigmoid($0) + $0 * Elementary.sigmoid($0) * (1 - Elementary.sigmoid($0))) * $1 }
        ),
        (.gelu, { $0 * distribution($0) }, { (distribution($0) + $0 * density($0)) * $1 }),
        (
          .softplus,
          { z in
            let tail = Elementary.log1p(Elementary.exp(z > 0 ? -z : z))
            return z > 0 ? z + tail : tail
          }, { Elementary.sigmoid($0) * $1 }
        ),
      ]

  private static func distribution(_ z: Float) -> Float { 0.5 * (1 + Elementary.erf(z * 0.707_106_78)) }

  private static func density(_ z: Float) -> Float { 0.398_942_28 * Elementary.exp(-0.5 * z * z) }

  /// Stretches of every length up to some vectors; the values behind the stretch stay.
  @Test(arguments: functions.indices)
  func equalsItsDefinition(_ index: Int) {
    let (function, value, derivative) = ElementwiseFunctionTests.functions[index]
    let z = randomMatrix(1, 67, index: 30, isHostile: true).elements.map { 3 * $0 }
    let gradient = randomMatrix(1, 67, index: 31).elements
    for count in [0, 1, 15, 16, 17, 48, 66] {
      var output = [Float](repeating: 7, count: 67)
      var sentDown = gradient
      function.apply(z, to: &output, count: count)
      function.multiplyByDerivative(at: z, output: output, &sentDown, count: count)
      #expect(bits(Array(output[..<count])) == bits(z[..<count].map(value)))
      #expect(bits(Array(sentDown[..<count])) == bits(zip(z, gradient).prefix(count).map(derivative)))
      #expect(output[count...].allSatisfy { $0 == 7 } && sentDown[count...] == gradient[count...])
    }
  }
}
