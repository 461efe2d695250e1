import Numerics
import Testing

struct UpdateTests {
  private let w = randomMatrix(1, 1_003, index: 7, isHostile: true).elements
  private let g = randomMatrix(1, 1_003, index: 8, isHostile: true).elements
  private let v = randomMatrix(1, 1_003, index: 9, isHostile: true).elements

  @Test func axpyRoundsTheProductAndTheSum() {
    var y = w
    Update.axpy(0.1, g, to: &y)
    #expect(bits(y) == bits(zip(w, g).map { $0 + 0.1 * $1 }))
  }

  @Test func descentRoundsTheProductAndTheDifference() {
    var weights = w
    Update.descend(&weights, along: g, rate: 0.1)
    #expect(bits(weights) == bits(zip(w, g).map { $0 - 0.1 * $1 }))
  }

  @Test func momentumUpdatesTheVelocityFirst() {
    var weights = w
    var velocity = v
    Update.descend(&weights, velocity: &velocity, along: g, rate: 0.1, momentum: 0.9)
    let expected = zip(v, g).map { 0.9 * $0 + $1 }
    #expect(bits(velocity) == bits(expected))
    #expect(bits(weights) == bits(zip(w, expected).map { $0 - 0.1 * $1 }))
  }

  @Test func nothingHappensToNothing() {
    var empty: [Float] = []
    Update.axpy(2, [], to: &empty)
    Update.descend(&empty, along: [], rate: 1)
    #expect(empty.isEmpty)
  }
}
