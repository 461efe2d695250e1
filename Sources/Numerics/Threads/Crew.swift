import Synchronization

/// Helpers of one thread, its owner, that stay awake for a while after each piece of work, since the next follows soon.
///
/// A training step is made of products of some 20 µs. A thread that sleeps takes longer than that to begin; a helper that is
/// awake takes less than one. Parts of a piece of work are taken by whoever comes first, so the owner never waits for a
/// helper that is not there: only for one that has begun.
package final class Crew: Sendable {
  private let board = WorkBoard()
  private let helpers = Mutex<[Helper]>([])

  /// Helpers come when they are first needed.
  package init() {}

  deinit {
    board.close()
    helpers.withLock { for helper in $0 { helper.wake() } }
  }

  /// Does `body` for each part 0 ..< count, each by one thread.
  ///
  /// Only the owner calls it, and not from within `body`.
  ///
  /// - Parameters:
  ///   - count: of the parts, and of the threads at most.
  ///   - body: called by several threads at a time.
  func perform(_ count: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      board.post(count, body)
      call(count - 1)
      board.workOff()
    }
  }

  /// Sees to it that so many helpers are awake.
  private func call(_ count: Int) {
    helpers.withLock { helpers in
      while helpers.count < count { helpers.append(Helper(number: helpers.count + 1, board: board)) }
      for helper in helpers[..<count] { helper.wake() }
    }
  }
}
