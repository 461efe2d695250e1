import Records
import Studies

/// A series while its run is under way.
struct SeriesBuilder: Sendable {
  let recording: Recording
  /// Positions of the recorded units in the layer, from 0; empty for a quantity of a run or a layer.
  let units: [Int]
  private(set) var steps: [Int] = []
  private(set) var values: [Float] = []

  /// - Parameters:
  ///   - recording: what is recorded.
  ///   - width: the units of the recording's layer; unused for a quantity of the run.
  init(_ recording: Recording, width: Int) {
    self.recording = recording
    guard recording.quantity.scope == .unit else {
      units = []
      return
    }
    switch recording.units {
    case .all: units = Array(0..<width)
    case .first(let count): units = Array(0..<min(count, width))
    case .list(let numbers): units = numbers.filter { $0 <= width }.map { $0 - 1 }
    }
  }

  /// Whether the recording wants this step; the last one always.
  func wants(_ step: Int, last: Int) -> Bool {
    step % recording.every == 0 || step == last
  }

  mutating func append(step: Int, _ newValues: [Float]) {
    steps.append(step)
    values += newValues
  }

  /// Takes up what was recorded before a stop.
  mutating func resume(steps: [Int], values: [Float]) throws(RecordDamage) {
    guard values.count == steps.count * max(1, units.count) else { throw .malformed("series") }
    self.steps = steps
    self.values = values
  }

  var series: Series {
    Series(recording: recording, units: units.map { $0 + 1 }, steps: steps, values: values)
  }
}
