package import Studies

/// The recorded trajectory of a quantity: one or more lines of values over the steps.
package struct Series: Equatable, Sendable {
  package let recording: Recording
  /// The recorded units, counted from 1, one a line; empty for a quantity of a run or a layer (a single line).
  package let units: [Int]
  /// Ascending.
  package let steps: [Int]
  /// `steps.count × lineCount` values, all lines of a step together.
  ///
  /// NaN is in its canonical form.
  package let values: [Float]

  package var lineCount: Int { max(1, units.count) }

  /// A series with a value for each step and line.
  ///
  /// - Parameters:
  ///   - recording: what was recorded.
  ///   - units: one a line; empty for a single line.
  ///   - steps: ascending.
  ///   - values: in the layout of the property; NaNs become the canonical one.
  package init(recording: Recording, units: [Int], steps: [Int], values: [Float]) {
    precondition(
      values.count == steps.count * max(1, units.count), "a series has a value for each step and line")
    self.recording = recording
    self.units = units
    self.steps = steps
    self.values = values.map { $0.isNaN ? .nan : $0 }
  }

  /// The values of one line over the steps.
  package func line(_ index: Int) -> [Float] {
    stride(from: index, to: values.count, by: lineCount).map { values[$0] }
  }

  /// Equal as bits: NaN equals NaN, −0 differs from 0.
  package static func == (left: Series, right: Series) -> Bool {
    left.recording == right.recording && left.units == right.units && left.steps == right.steps
      && left.values.elementsEqual(right.values) { $0.bitPattern == $1.bitPattern }
  }
}
