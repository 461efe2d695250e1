import Testing

@testable import Studies

/// Selections name the runs of claims and sheets.
@Suite struct SelectionTests {
  private static let grid = """
    network: {depth: 2}
    groups:
      - {name: A, learning_rate: [0.1, 0.2], init: [he, 0.01]}
      - {name: B, activation: [leaky_relu, [tanh, relu]], steps: 50}
      - {name: C, hidden: [[8, 8], [8, 4]], epochs: 1}

    """

  @Test(arguments: [
    ("{}", [0, 1, 2, 3, 4, 5, 6, 7]), ("{group: A}", [0, 1, 2, 3]), ("{group: [C, A]}", [0, 1, 2, 3, 6, 7]),
    ("{group: A, learning_rate: 0.10}", [0, 1]), ("{init: 1e-2}", [1, 3]),
    ("{init: [0.01, he], learning_rate: 0.2}", [2, 3]),
    ("{learning_rate: 0.01}", [4, 5, 6, 7]), ("{run: 'B · activation leaky_relu'}", [4]),
    ("{activation: {leaky_relu: 0.01}}", [4]), ("{activation: [[tanh, relu]]}", [5]),
    ("{depth: 2, width: 64}", [0, 1, 2, 3, 4, 5]),
    ("{width: 8}", [6]), ("{hidden: [[8, 4]]}", [7]), ("{steps: [50, 600]}", [0, 1, 2, 3, 4, 5]),
    ("{epochs: 1}", [6, 7]),
    ("{batch_norm: none, group: B}", [4, 5]), ("{batch_norm: false, group: B}", [4, 5]),
    ("{scale: unit, group: C}", [6, 7]), ("{learning_rate: {at_least: 0.1}}", [0, 1, 2, 3]),
    ("{learning_rate: {above: 0.1}}", [2, 3]), ("{learning_rate: {above: 0.01, below: 0.2}}", [0, 1]),
    ("{learning_rate: {at_most: 0.1}, group: A}", [0, 1]), ("{init: {below: 1}}", [1, 3]),
    ("{depth: {at_least: 2}, width: {at_most: 8}}", [6]),
  ])
  func selects(yaml: String, points: [Int]) throws {
    let study = try study(Self.grid + "claims: [{say: x, of: \(yaml), that: train_loss, below: 1}]")
    #expect(study.claims[0].points == points)
  }

  /// Left out, a selection is of all runs.
  @Test func selectsAll() throws {
    let study = try study(Self.grid + "claims: [{say: x, that: train_loss, below: 1}]")
    #expect(study.claims[0].points == Array(0..<8))
  }

  @Test func relations() throws {
    let study = try study(
      Self.grid + """
        claims:
          - {say: x, of: {group: A}, that: train_loss, minus: {group: C, width: 8}, below: 1}
          - {say: x, of: {group: A}, that: train_loss, over: {run: 'B · activation leaky_relu'}, below: 1}
        """)
    #expect(study.claims.map(\.relation) == [.minus(Operand(point: 6)), .over(Operand(point: 4))])
  }
}
