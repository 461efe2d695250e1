import Numerics
import Testing

@testable import Datasets

/// The rules of Catch, and what is known of playing it.
@Suite struct CatchGameTests {
  private let game = CatchGame.standard

  @Test func sizesOfTheStandardGame() {
    #expect(game.inputs == 60)
    #expect(game.stepsPerEpisode == 9)
    #expect(game.actions == 3)
    #expect(game == CatchGame(width: 6, height: 10))
  }

  @Test(arguments: [(2, 10), (6, 2), (0, 0), (-6, 10), (1001, 10), (6, 1001), (.max, .max)])
  func impossibleSizesAreRefused(width: Int, height: Int) {
    #expect(CatchGame(width: width, height: height) == nil)
  }

  /// Other rules or sizes are other data.
  @Test func digestsTellGamesApart() throws {
    let turned = try #require(CatchGame(width: 10, height: 6))
    #expect(turned.inputs == game.inputs)
    #expect(turned.digest != game.digest)
  }

  @Test func aStateShowsBallAndPaddle() {
    var episode = CatchEpisode(game: game, ballColumn: 4, paddleColumn: 0)
    var matrix = Matrix(rows: 3, columns: 60, elements: [Float](repeating: 7, count: 180))
    episode.write(to: &matrix, row: 1)
    let ones = matrix.elements.indices.filter { matrix.elements[$0] == 1 }
    #expect(ones == [60 + 4, 60 + 54])
    #expect(matrix.elements[60..<120].filter { $0 == 0 }.count == 58)
    #expect(matrix.elements[..<60].allSatisfy { $0 == 7 })
    #expect(matrix.elements[120...].allSatisfy { $0 == 7 })
    episode.step(.right)
    episode.write(to: &matrix, row: 1)
    #expect(matrix.elements.indices.filter { matrix.elements[$0] == 1 } == [60 + 6 + 4, 60 + 55])
  }

  @Test func ballAndPaddleInOneCellAreOne() {
    var episode = CatchEpisode(game: game, ballColumn: 2, paddleColumn: 2)
    while !episode.isOver { episode.step(.stay) }
    var state = Matrix(rows: 1, columns: 60)
    episode.write(to: &state, row: 0)
    #expect(state.elements.filter { $0 == 1 }.count == 1)
    #expect(state.elements[56] == 1)
    #expect(episode.reward == 1)
  }

  @Test func wallsStopThePaddle() {
    var episode = CatchEpisode(game: game, ballColumn: 0, paddleColumn: 1)
    for column in [0, 0, 0] {
      episode.step(.left)
      #expect(episode.paddleColumn == column)
    }
    for column in [1, 2, 3, 4, 5, 5] {
      episode.step(.right)
      #expect(episode.paddleColumn == column)
    }
    #expect(episode.isOver)
    #expect(episode.reward == -1)
  }

  /// There is no reward before the end, and nothing moves after it.
  @Test func anEpisodeEndsOnce() {
    var episode = CatchEpisode(game: game, ballColumn: 3, paddleColumn: 0)
    for step in 0..<9 {
      #expect(episode.ballRow == step)
      #expect(!episode.isOver)
      #expect(episode.reward == 0)
      episode.step(.right)
    }
    #expect(episode.isOver)
    let end = episode
    episode.step(.left)
    #expect(episode == end)
  }

  /// Following the ball catches it from every start, where the grid is high enough to cross it.
  @Test(arguments: [(6, 10), (3, 3), (9, 9), (5, 7)])
  func followingTheBallCatchesIt(width: Int, height: Int) throws {
    let game = try #require(CatchGame(width: width, height: height))
    for ball in 0..<width {
      for paddle in 0..<width {
        var episode = CatchEpisode(game: game, ballColumn: ball, paddleColumn: paddle)
        while !episode.isOver {
          let distance = episode.ballColumn - episode.paddleColumn
          episode.step(distance < 0 ? .left : distance > 0 ? .right : .stay)
        }
        #expect(episode.reward == 1)
      }
    }
  }

  /// Starts come from the stream alone, and all of them come.
  @Test func startsAreDrawnEvenly() {
    var stream = RandomStream(seed: 5, name: "catch episode")
    var again = stream
    var counts = [Int](repeating: 0, count: 36)
    for _ in 0..<3600 {
      let episode = CatchEpisode(stream: &stream, game: game)
      #expect(episode == CatchEpisode(stream: &again, game: game))
      counts[6 * episode.ballColumn + episode.paddleColumn] += 1
    }
    // Each of 36 is near 100, by six standard deviations of a binomial count.
    let slack = 6 * (3600.0 / 36 * 35 / 36).squareRoot()
    #expect(counts.allSatisfy { abs(Double($0) - 100) < slack })
  }

  /// A player who moves at random has the mean reward that summing over all starts and moves gives: −2/3.
  @Test func randomPlayHasItsExactReward() {
    let mean = exactMeanOfRandomPlay()
    #expect(abs(mean + 2.0 / 3) < 1e-12)
    let episodes = 20_000
    var sum = 0.0
    for index in 0..<UInt32(episodes) {
      var stream = RandomStream(seed: 11, name: "random play", index: index)
      var episode = CatchEpisode(stream: &stream, game: game)
      while !episode.isOver { episode.step(CatchMove.allCases[Int(stream.below(3))]) }
      sum += Double(episode.reward)
    }
    // Rewards are ±1, so their variance is 1 − mean².
    let standardError = ((1 - mean * mean) / Double(episodes)).squareRoot()
    #expect(abs(sum / Double(episodes) - mean) < 5 * standardError)
  }

  /// The chance of each column for the paddle, step by step, from each start; averaged over all starts of paddle and
  /// ball.
  private func exactMeanOfRandomPlay() -> Double {
    var sum = 0.0
    for start in 0..<game.width {
      var chances = [Double](repeating: 0, count: game.width)
      chances[start] = 1
      for _ in 0..<game.stepsPerEpisode {
        var next = [Double](repeating: 0, count: game.width)
        for column in 0..<game.width {
          for shift in -1...1 { next[min(max(column + shift, 0), game.width - 1)] += chances[column] / 3 }
        }
        chances = next
      }
      for ball in 0..<game.width { sum += 2 * chances[ball] - 1 }
    }
    return sum / Double(game.width * game.width)
  }
}
