import CVectors
import Dispatch
import Foundation
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

/// A thread that works off parts as they are posted.
private final class Helper: Sendable {
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

/// The piece of work that is being done.
private final class WorkBoard: @unchecked Sendable {
  /// Set before it is posted, and not again before all its parts are done: so who has taken a part may read it.
  private var body: (Int) -> Void = { _ in }
  /// What is posted: a number of its own, how many parts there are, and the next that nobody has taken; 16 bits each for the
  /// latter.
  private let posted = Atomic<UInt64>(0)
  private let done = Atomic<Int>(0)
  private let closed = Atomic<Bool>(false)

  var isClosed: Bool { closed.load(ordering: .sequentiallyConsistent) }

  func close() { closed.store(true, ordering: .sequentiallyConsistent) }

  /// Posts work of `count` parts, when that before it is done.
  func post(_ count: Int, _ body: @escaping (Int) -> Void) {
    self.body = body
    done.store(0, ordering: .relaxed)
    let last = posted.load(ordering: .relaxed)
    posted.store(((last >> 32) &+ 1) << 32 | UInt64(count) << 16, ordering: .sequentiallyConsistent)
  }

  /// Takes parts until there are none left, and waits for those that others have taken.
  func workOff() {
    while takePart(forHelper: 0) {}
    let count = WorkBoard.parts(posted.load(ordering: .relaxed))
    var looks = 0
    while done.load(ordering: .acquiring) < count {
      looks += 1
      if looks < WorkBoard.patience { pause_spinning() } else { yield_core() }
    }
    body = { _ in }
  }

  /// Whether there is a part to take in work that is large enough for this helper.
  func hasPart(forHelper number: Int) -> Bool {
    let work = posted.load(ordering: .sequentiallyConsistent)
    return WorkBoard.next(work) < WorkBoard.parts(work) && number < WorkBoard.parts(work)
  }

  /// Takes the next part and does it.
  ///
  /// - Returns: false if there was none.
  func takePart(forHelper number: Int) -> Bool {
    var work = posted.load(ordering: .acquiring)
    while WorkBoard.next(work) < WorkBoard.parts(work) && number < WorkBoard.parts(work) {
      let (isTaken, now) = posted.weakCompareExchange(
        expected: work, desired: work &+ 1, ordering: .acquiringAndReleasing)
      if isTaken {
        perform(WorkBoard.next(work))
        done.add(1, ordering: .releasing)
        return true
      }
      work = now
    }
    return false
  }

  /// A call of its own, so that nobody holds the body when all parts are done.
  @inline(never)
  private func perform(_ part: Int) { body(part) }

  private static func parts(_ work: UInt64) -> Int { Int(work >> 16 & 0xFFFF) }
  private static func next(_ work: UInt64) -> Int { Int(work & 0xFFFF) }

  /// Looks at a part that is under way before the core is offered to others: its thread may be waiting for one.
  private static let patience = 4000
}
