/// Numbers that describe a mini-batch as a whole; those that a task does not know are nil.
package struct PassScalars: Equatable, Sendable {
  package var loss: Float?
  /// Share of the examples classified correctly.
  package var accuracy: Float?
  /// Mean reward of the episodes.
  package var reward: Float?
  /// Mean of all action probabilities.
  package var policyMean: Float?
  /// Mean of the one-hot actions.
  package var actionMean: Float?
  /// Mean log-probability of the actions taken.
  package var logLikelihood: Float?
}
