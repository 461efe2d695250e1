import Studies
import Testing
import Training

@Suite struct BatchOrderTests {
  private func epoch(_ number: Int, seed: UInt64 = 1, shuffle: Bool = true) -> [[Int32]] {
    var settings = TrainingSettings()
    settings.batch = 4
    settings.shuffle = shuffle
    var order = BatchOrder(count: 10, settings: settings, seed: seed)
    return (3 * number..<3 * number + 3).map { Array(order.examples(ofStep: $0)) }
  }

  @Test("an epoch visits every example once, and its last mini-batch has the rest")
  func coversAll() {
    #expect(epoch(0).map(\.count) == [4, 4, 2])
    #expect(epoch(0).flatMap(\.self).sorted() == Array(0..<10))
    #expect(epoch(7).flatMap(\.self).sorted() == Array(0..<10))
  }

  @Test("epochs and seeds have orders of their own")
  func orders() {
    #expect(epoch(0) != epoch(1))
    #expect(epoch(0) != epoch(0, seed: 2))
    #expect(epoch(5) == epoch(5))
  }

  @Test("without shuffling every epoch is in the data set's order")
  func unshuffled() {
    #expect(epoch(3, shuffle: false).flatMap(\.self) == Array(0..<10))
  }

  @Test("steps count the batches of all epochs")
  func steps() {
    var settings = TrainingSettings()
    settings.batch = 4
    settings.length = .epochs(3)
    #expect(settings.steps(examples: 10) == 9)
    settings.length = .steps(7)
    #expect(settings.steps(examples: 10) == 7)
  }
}
