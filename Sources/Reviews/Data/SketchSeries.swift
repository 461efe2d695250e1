package import Records

/// The distributions of a tensor of one layer over the steps.
package struct SketchSeries: Equatable, Sendable {
  /// As in the study format, such as "weights, layer 1".
  package var name: String
  /// Ascending.
  package var steps: [Int]
  /// One a step.
  package var sketches: [CoarseSketch]
}
