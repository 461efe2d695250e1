package import Numerics

/// The loss of a policy: the mean over states and actions of −Y·log p·A, with the one-hot actions Y, the probabilities p
/// of the softmax and the advantages A.
///
/// The log of the softmax is computed as such: −Y·log(p) would be 0·∞ = NaN once a probability underflows.
package enum PolicyLoss {
  /// The loss of a mini-batch, its gradient, and the means that describe a policy.
  ///
  /// - Parameters:
  ///   - output: states × actions, before the softmax.
  ///   - actions: the one taken in each state.
  ///   - advantages: one a state.
  ///   - gradient: filled in with the loss's gradient with respect to the output; of its shape.
  /// - Returns: loss, mean probability, mean one-hot action and log-likelihood; sums are in Double, in index order.
  package static func evaluate(
    _ output: Matrix, actions: [Int], advantages: [Float], gradient: inout Matrix
  ) -> PassScalars {
    let factor = 1 / Float(output.rows * output.columns)
    var (loss, probabilities, logLikelihood) = (0.0, 0.0, 0.0)
    for row in 0..<output.rows {
      let logProbabilities = LogSoftmax(output, row: row)
      let taken = actions[row]
      loss -= Double(logProbabilities[taken]) * Double(advantages[row])
      logLikelihood += Double(logProbabilities[taken])
      for action in 0..<output.columns {
        let probability = Elementary.exp(logProbabilities[action])
        probabilities += Double(probability)
        gradient[row, action] = (probability - (action == taken ? 1 : 0)) * advantages[row] * factor
      }
    }
    let cells = Double(output.rows * output.columns)
    return PassScalars(
      loss: Float(loss / cells), policyMean: Float(probabilities / cells),
      actionMean: Float(Double(output.rows) / cells),
      logLikelihood: Float(logLikelihood / Double(output.rows)))
  }
}
