package import Numerics

/// One ball of a `CatchGame`, from the top row to the bottom.
package struct CatchEpisode: Equatable, Sendable {
  package let game: CatchGame
  /// 0 …, from the left.
  package let ballColumn: Int
  /// 0 …, from the top; equal to the steps made.
  package private(set) var ballRow = 0
  package private(set) var paddleColumn: Int

  /// An episode with a ball and a paddle in random columns: two draws of `below`, the ball's first.
  package init(stream: inout RandomStream, game: CatchGame) {
    let ball = stream.below(UInt32(game.width))
    let paddle = stream.below(UInt32(game.width))
    self.init(game: game, ballColumn: Int(ball), paddleColumn: Int(paddle))
  }

  /// - Parameters:
  ///   - game: the rules.
  ///   - ballColumn: where the ball falls, 0 ..< width.
  ///   - paddleColumn: where the paddle starts, 0 ..< width.
  package init(game: CatchGame, ballColumn: Int, paddleColumn: Int) {
    let columns = 0..<game.width
    precondition(
      columns.contains(ballColumn) && columns.contains(paddleColumn), "ball and paddle are in the grid")
    self.game = game
    self.ballColumn = ballColumn
    self.paddleColumn = paddleColumn
  }

  package var isOver: Bool { ballRow == game.height - 1 }

  /// 1 for a ball caught, −1 for one missed, 0 before the end.
  package var reward: Float {
    guard isOver else { return 0 }
    return paddleColumn == ballColumn ? 1 : -1
  }

  /// Moves the paddle, which stops at the walls, and lets the ball fall one row.
  ///
  /// An episode that is over stays as it is.
  package mutating func step(_ move: CatchMove) {
    guard !isOver else { return }
    paddleColumn = min(max(paddleColumn + move.shift, 0), game.width - 1)
    ballRow += 1
  }

  /// Writes the state as a network sees it: row after row of the grid, 1 for ball and paddle (also where they meet), 0
  /// elsewhere.
  ///
  /// - Parameter inputs: just `game.inputs` numbers, all of which are written.
  package func write(to inputs: UnsafeMutableBufferPointer<Float>) {
    precondition(inputs.count == game.inputs, "a state has a number for each cell")
    inputs.update(repeating: 0)
    inputs[ballRow * game.width + ballColumn] = 1
    inputs[(game.height - 1) * game.width + paddleColumn] = 1
  }

  /// Writes the state into a row of a matrix with `game.inputs` columns, such as one step of one episode.
  package func write(to matrix: inout Matrix, row: Int) {
    precondition(matrix.columns == game.inputs && (0..<matrix.rows).contains(row), "a state has its row")
    let start = row * matrix.columns
    matrix.elements.withUnsafeMutableBufferPointer {
      write(to: UnsafeMutableBufferPointer(rebasing: $0[start..<start + game.inputs]))
    }
  }
}
