import Foundation
import Testing

@testable import Numerics

/// Work that is handed to helpers is done once, before its owner goes on, whether they are awake or not.
@Suite struct CrewTests {
  /// What many threads write to, each its own place.
  private struct Places: @unchecked Sendable {
    let base: UnsafeMutablePointer<Int>
    let count: Int

    init(count: Int) {
      base = .allocate(capacity: count)
      base.initialize(repeating: 0, count: count)
      self.count = count
    }

    var values: [Int] { Array(UnsafeBufferPointer(start: base, count: count)) }
  }

  /// More threads than there are cores among them; work too short for helpers to come, and long enough.
  @Test(arguments: [1, 2, 3, 9], [0, 2_000])
  func eachPartIsDoneOnce(_ count: Int, _ length: Int) {
    let crew = Crew()
    let places = Places(count: count)
    defer { places.base.deallocate() }
    var expected = 0
    for round in 1...3_000 {
      crew.perform(count) { places.base[$0] = CrewTests.scrambled(places.base[$0], length) }
      expected = CrewTests.scrambled(expected, length)
      // All parts are done, and seen to be, when the owner goes on.
      guard places.values.allSatisfy({ $0 == expected }) else {
        Issue.record("after round \(round): \(places.values)")
        return
      }
    }
  }

  /// Work that takes its time: each step needs the one before.
  private static func scrambled(_ value: Int, _ length: Int) -> Int {
    (0...length).reduce(value) { value, step in (value &* 6_364_136_223_846_793_005 &+ step) ^ (value >> 7) }
  }

  /// Helpers that fell asleep come back.
  @Test func sleepersAreWoken() {
    let crew = Crew()
    let names = Places(count: 4)
    defer { names.base.deallocate() }
    // Helpers are there from now on. Those that no one has woken since lie down within a millisecond.
    crew.perform(4) { _ in Thread.sleep(forTimeInterval: 0.02) }
    // The parts are long enough for a sleeper to come while others are under way; a busy machine may need some rounds.
    for _ in 1...50 where Set(names.values).count < 2 {
      Thread.sleep(forTimeInterval: 0.05)
      crew.perform(4) { part in
        names.base[part] = Thread.current.hash
        Thread.sleep(forTimeInterval: 0.005)
      }
    }
    #expect(Set(names.values).count >= 2, "one thread has done all")
  }

  /// Runs train side by side, each with a crew; crews come and go.
  @Test func crewsDoNotMeet() async {
    let sums = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var sum = 0
          for _ in 0..<100 {
            let crew = Crew()
            let places = Places(count: 3)
            defer { places.base.deallocate() }
            for _ in 0..<20 { crew.perform(3) { places.base[$0] += 1 } }
            sum += places.values.reduce(0, +)
          }
          return sum
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums == [6_000, 6_000, 6_000, 6_000])
  }
}
