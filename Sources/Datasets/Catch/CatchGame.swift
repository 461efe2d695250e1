package import Digests

/// A game to learn by reinforcement: a ball falls from the top row of a grid, a paddle on the bottom row is to be under
/// it.
///
/// An episode has `height − 1` steps. In each, the paddle moves first and the ball falls one row; after the last, the
/// reward is 1 for a ball caught and −1 for one missed. A player sees the grid: 1 where the ball or the paddle is.
package struct CatchGame: Hashable, Sendable {
  /// Columns, at least 3.
  package let width: Int
  /// Rows, at least 3.
  package let height: Int

  /// The usual game, 6 wide and 10 high.
  ///
  /// Its 60 inputs fit the 60-h-h-h-3 networks of policy-gradient examples.
  package static let standard = CatchGame(checkedWidth: 6, checkedHeight: 10)

  /// The largest width and height.
  package static let limit = 1000

  /// - Returns: nil unless width and height are 3 … `limit`.
  package init?(width: Int, height: Int) {
    let sizes = 3...CatchGame.limit
    guard sizes.contains(width), sizes.contains(height) else { return nil }
    self.init(checkedWidth: width, checkedHeight: height)
  }

  private init(checkedWidth width: Int, checkedHeight height: Int) {
    self.width = width
    self.height = height
  }

  /// Numbers of a state: one a cell.
  package var inputs: Int { width * height }
  package var stepsPerEpisode: Int { height - 1 }
  /// How many moves there are to choose from.
  package var actions: Int { CatchMove.allCases.count }

  /// The identity of the rules and the size, not of episodes: these depend on the run's seed.
  package var digest: Digest { Digest.of("kiseki catch 1, \(width) wide, \(height) high") }
}

/// What a player can do in a step.
///
/// The raw value is the index of the network's output.
package enum CatchMove: Int, CaseIterable, Sendable {
  case left
  case stay
  case right

  /// In columns.
  var shift: Int { rawValue - 1 }
}
