/// Times of the same work, repeated.
struct Times {
  private(set) var seconds: [Double] = []

  mutating func append(_ seconds: Double) { self.seconds.append(seconds) }

  var isEmpty: Bool { seconds.isEmpty }
  var least: Double { seconds.min() ?? .nan }

  var median: Double {
    let sorted = seconds.sorted()
    guard let upper = sorted.dropFirst(sorted.count / 2).first else { return .nan }
    return sorted.count % 2 == 1 ? upper : (sorted[sorted.count / 2 - 1] + upper) / 2
  }
}

enum Stopwatch {
  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    return (ContinuousClock.now - start).seconds
  }

  static func seconds(_ body: () async throws -> Void) async rethrows -> Double {
    let start = ContinuousClock.now
    try await body()
    return (ContinuousClock.now - start).seconds
  }

  /// Repeats work until some time has gone by, at least five times.
  static func times(for limit: Double = 0.3, _ body: () throws -> Void) rethrows -> Times {
    try body()
    var times = Times()
    let start = ContinuousClock.now
    while times.seconds.count < 5 || (ContinuousClock.now - start).seconds < limit {
      times.append(try seconds(body))
    }
    return times
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
