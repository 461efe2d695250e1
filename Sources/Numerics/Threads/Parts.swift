/// Work cut into parts, for threads that share it.
///
/// Only elements of results are shared out, never the terms of a sum: so no bit depends on the number of threads.
package enum Parts {
  /// Does `body` for all of 0 ..< count, cut into parts of which each is done by one thread.
  ///
  /// - Parameters:
  ///   - count: how many there are.
  ///   - grain: a part is a multiple of it, but for the last.
  ///   - threads: as many parts at most.
  ///   - body: gets which part it is, from 0, and its range; must not touch what another part may write.
  @inline(__always)
  package static func perform(
    _ count: Int, grain: Int, threads: Threads, _ body: (_ part: Int, _ range: Range<Int>) -> Void
  ) {
    let grains = (count + grain - 1) / grain
    let parts = min(threads.count, grains)
    guard parts > 1 else {
      if count > 0 { body(0, 0..<count) }
      return
    }
    threads.perform(parts) { part in
      let first = part * grains / parts * grain
      body(part, first..<min((part + 1) * grains / parts * grain, count))
    }
  }
}
