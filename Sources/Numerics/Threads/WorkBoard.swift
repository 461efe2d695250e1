import CVectors
import Synchronization

/// The piece of work that is being done.
final class WorkBoard: @unchecked Sendable {
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
    precondition(count <= 0xFFFF, "no machine has so many cores")
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
