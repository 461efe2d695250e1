import CVectors
import Dispatch
import Foundation
import Synchronization

/// A thread that works off parts as they are posted.
final class Helper: Sendable {
  private let isAsleep = Atomic<Bool>(false)
  private let bell = DispatchSemaphore(value: 0)

  /// - Parameters:
  ///   - number: from 1; the helper only looks at work of more parts than that.
  ///   - board: where work is posted.
  init(number: Int, board: WorkBoard) {
    let thread = Thread { [self] in run(number, board) }
    thread.name = "kiseki helper"
    thread.start()
  }

  /// Wakes the helper if it sleeps.
  func wake() {
    if isAsleep.load(ordering: .sequentiallyConsistent),
      isAsleep.exchange(false, ordering: .sequentiallyConsistent)
    {
      bell.signal()
    }
  }

  private func run(_ number: Int, _ board: WorkBoard) {
    var idle = 0
    while !board.isClosed {
      if board.takePart(forHelper: number) {
        idle = 0
      } else if idle < Helper.patience {
        idle += 1
        pause_spinning()
      } else {
        sleep(number, board)
        idle = 0
      }
    }
  }

  /// Sleeps until it is woken, unless work was posted, or the board closed, while it lay down.
  private func sleep(_ number: Int, _ board: WorkBoard) {
    isAsleep.store(true, ordering: .sequentiallyConsistent)
    if board.hasPart(forHelper: number) || board.isClosed {
      // Whoever was first to note that it sleeps has rung, or will.
      if isAsleep.exchange(false, ordering: .sequentiallyConsistent) { return }
    }
    bell.wait()
  }

  /// Looks at the board before a helper lies down: some 100 µs of them, longer than what lies between two products.
  private static let patience = 4000
}
