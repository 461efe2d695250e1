package import Studies

/// The recorded distributions of a tensor of one layer over the steps.
package struct DistributionSeries: Equatable, Sendable {
  package let recording: DistributionRecording
  /// Ascending.
  package let steps: [Int]
  /// One a step.
  package let distributions: [Distribution]

  package init(recording: DistributionRecording, steps: [Int], distributions: [Distribution]) {
    precondition(steps.count == distributions.count, "every recorded step has a distribution")
    self.recording = recording
    self.steps = steps
    self.distributions = distributions
  }

  /// The distribution at a step; nil if that step was not recorded.
  package func distribution(at choice: StepChoice) -> Distribution? {
    switch choice {
    case .first: distributions.first
    case .last: distributions.last
    case .step(let step): steps.firstIndex(of: step).map { distributions[$0] }
    }
  }

  /// Appends the series in its canonical form.
  package func append(to writer: inout ByteWriter) {
    writer.append(recording.tensor.rawValue)
    writer.append(UInt32(recording.layer))
    writer.append(recording.examples.rawValue)
    switch recording.steps {
    case .list(let listed): writer.append([0] + listed)
    case .every(let interval): writer.append([1, interval])
    case .logarithmic(let count): writer.append([2, count])
    }
    writer.append([recording.bins?.count].compactMap(\.self))
    if let range = recording.bins?.range {
      writer.append(range.low)
      writer.append(range.high)
    }
    writer.append(steps)
    for distribution in distributions { distribution.append(to: &writer) }
  }

  /// - Throws: `RecordDamage` if the bytes are not what `append` wrote.
  package init(from reader: inout ByteReader) throws(RecordDamage) {
    guard let tensor = Tensor(rawValue: try reader.text()) else { throw .malformed("tensor") }
    let layer = Int(try reader.integer(UInt32.self))
    guard let examples = ExampleSelection(rawValue: try reader.text()) else { throw .malformed("examples") }
    let selection = try DistributionSeries.stepSelection(try reader.integers())
    var bins: BinSpec?
    if let count = try reader.integers().first {
      bins = BinSpec(count: count, range: ValueRange(low: try reader.double(), high: try reader.double()))
    }
    let steps = try reader.integers()
    var distributions: [Distribution] = []
    for _ in steps { distributions.append(try Distribution(from: &reader)) }
    self.init(
      recording: DistributionRecording(
        tensor: tensor, layer: layer, steps: selection, examples: examples, bins: bins),
      steps: steps, distributions: distributions)
  }

  private static func stepSelection(_ integers: [Int]) throws(RecordDamage) -> StepSelection {
    switch (integers.first, integers.count) {
    case (0, _): .list(Array(integers.dropFirst()))
    case (1, 2): .every(integers[1])
    case (2, 2): .logarithmic(integers[1])
    default: throw .malformed("steps")
    }
  }
}
