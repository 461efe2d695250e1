/// An evaluation of the trained network with some layers as they were before training.
package struct Ablation: Hashable, Sendable {
  /// What the study calls it; not part of a run's identity.
  package var name: String
  /// The layers that get their initial parameters back, counted from 1, ascending.
  package var reset: [Int]

  package init(name: String, reset: [Int]) {
    self.name = name
    self.reset = reset
  }
}
