import Numerics
package import Studies

extension TrainingSettings {
  /// The learning rate of a step, after warm-up and schedule, computed in Double and rounded once.
  ///
  /// - Parameters:
  ///   - step: the number of updates made before.
  ///   - steps: the number of updates of the whole run.
  /// - Returns: the rate, above 0 as far as the settings are.
  package func learningRate(atStep step: Int, of steps: Int) -> Float {
    guard step >= warmUp else {
      return Float(Double(learningRate) * Double(step + 1) / Double(warmUp))
    }
    switch schedule {
    case .constant:
      return learningRate
    case .step(let every, let factor):
      return Float(
        (0..<(step - warmUp) / every).reduce(Double(learningRate)) { rate, _ in rate * Double(factor) })
    case .cosine(let to):
      let progress = Double(step - warmUp) / Double(max(1, steps - warmUp - 1))
      let share = (1 + Elementary.cos(Double.pi * progress)) / 2
      return Float(Double(learningRate) * (Double(to) + (1 - Double(to)) * share))
    }
  }
}
