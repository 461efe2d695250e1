import Numerics
import Records
import Studies

/// What a network is trained on: makes the mini-batches of a run with their gradients, and evaluates the result.
protocol TrainingTask: Sendable {
  /// Computes mini-batch `step`: its forward pass, its loss and the gradients of all parameters.
  ///
  /// - Parameters:
  ///   - step: the updates made before, from 0.
  ///   - network: batch norm's running statistics move, nothing else.
  ///   - manner: how to go about it; it changes no bit.
  /// - Returns: the pass, to be given back when it is done with, and what describes it.
  mutating func pass(step: Int, network: inout Network, manner: PassManner) -> (Pass, PassScalars)

  /// Takes the buffers of a pass back, so that they are neither copied nor made anew.
  mutating func giveBack(_ pass: Pass)

  /// What the network is worth after training.
  func evaluation(of network: Network, threads: Threads) -> [MetricValue]
}

/// How a pass is to be computed.
struct PassManner: Sendable {
  /// Whether something looks at the gradients of the weights, other than an optimiser that can form them as it goes.
  var needsWeightGradients = true
  /// How many threads may work on it.
  var threads = Threads.one
}

/// A mini-batch with everything that was computed of it.
///
/// Its buffers are reused from step to step.
struct Pass: Sendable {
  /// Examples × inputs.
  var inputs: Matrix
  var trace: Trace
  var gradients: Gradients
  /// Whether those of the weights were formed.
  var hasWeightGradients = true

  init(for network: Network, rows: Int) {
    inputs = Matrix(rows: rows, columns: network.layers[0].inputs)
    trace = Trace(for: network, rows: rows)
    gradients = Gradients(for: network, rows: rows)
  }

  var rows: Int { inputs.rows }

  /// Sends the gradient that stands at the network's output down to all parameters.
  mutating func backward(through network: Network, manner: PassManner) {
    hasWeightGradients = manner.needsWeightGradients || rows > Product.fusedSteps
    network.backward(
      inputs, trace: trace, gradients: &gradients, formsWeightGradients: hasWeightGradients,
      threads: manner.threads)
  }
}

/// Passes that wait to be used again, one for each batch size.
struct PassPool: Sendable {
  private var passes: [Pass] = []

  mutating func take(rows: Int, for network: Network) -> Pass {
    guard let index = passes.firstIndex(where: { $0.rows == rows }) else {
      return Pass(for: network, rows: rows)
    }
    return passes.remove(at: index)
  }

  mutating func giveBack(_ pass: Pass) {
    passes.append(pass)
  }
}
