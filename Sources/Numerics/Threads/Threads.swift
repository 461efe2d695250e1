/// The threads that may share a piece of work: how many, and the crew they are of.
package struct Threads: Sendable {
  /// At least 1: the caller's is one of them.
  package let count: Int
  private let crew: Crew?

  /// The caller's thread alone.
  package static let one = Threads(count: 1, crew: nil)

  /// - Parameters:
  ///   - count: at least 1.
  ///   - crew: whose owner the caller is.
  package init(_ count: Int, of crew: Crew) {
    precondition(count >= 1, "one thread at least does the work")
    self.init(count: count, crew: crew)
  }

  private init(count: Int, crew: Crew?) {
    self.count = count
    self.crew = crew
  }

  /// As many of them as work of so many multiplications, with their additions, is worth.
  ///
  /// Two threads meet within 1 µs, but then each fetches what the other has written; a core does two million
  /// multiplications in some 17 µs.
  package func worth(operations: Int) -> Threads {
    Threads(count: max(1, min(count, operations / Threads.operationsOfEach)), crew: crew)
  }

  private static let operationsOfEach = 2_000_000

  /// Does `body` for each part 0 ..< parts, each by one of several threads.
  func perform(_ parts: Int, _ body: (Int) -> Void) {
    guard let crew else { preconditionFailure("one thread does not share") }
    crew.perform(parts, body)
  }
}
