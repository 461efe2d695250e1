import Dispatch

/// Work cut into parts, for threads that share it.
///
/// Only elements of results are shared out, never the terms of a sum: so no bit depends on the number of threads.
package enum Parts {
  /// Does `body` for all of 0 ..< count, cut into parts of which each is done by one thread.
  ///
  /// - Parameters:
  ///   - count: how many there are.
  ///   - grain: a part is a multiple of it, but for the last.
  ///   - threads: how many parts at most, one a thread; the caller's is one of them.
  ///   - body: gets which part it is, from 0, and its range; must not touch what another part may write.
  @inline(__always)
  package static func perform(
    _ count: Int, grain: Int, threads: Int, _ body: (_ part: Int, _ range: Range<Int>) -> Void
  ) {
    let grains = (count + grain - 1) / grain
    let parts = min(threads, grains)
    guard parts > 1 else {
      if count > 0 { body(0, 0..<count) }
      return
    }
    withoutActuallyEscaping(body) { body in
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        let first = part * grains / parts * grain
        body(part, first..<min((part + 1) * grains / parts * grain, count))
      }
    }
  }

  /// As many threads as work of this many multiplications, with their additions, is worth.
  ///
  /// A thread that sleeps takes 30 to 100 µs to begin; a core does ten million of them in some 80 µs.
  package static func threads(_ available: Int, forOperations operations: Int) -> Int {
    max(1, min(available, operations / operationsPerThread))
  }

  private static let operationsPerThread = 10_000_000
}
