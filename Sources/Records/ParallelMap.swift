import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// As `map`, on all cores.
  ///
  /// For pieces of work that share nothing, such as pictures or records; each is done by one thread, and results are in the
  /// order of the elements.
  package func mapInParallel<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
    guard count > 1 else { return map(transform) }
    let results = Mutex([Result?](repeating: nil, count: count))
    withoutActuallyEscaping(transform) { transform in
      DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = transform(self[index])
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0.map { $0! } }
  }
}
