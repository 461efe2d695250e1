package import Digests
package import Numerics

/// Inputs without any structure: independent standard normal numbers, to look at what a network does to them.
package enum GaussianInputs {
  /// What the digest is of: changes with anything that changes a value.
  private static let recipe = "kiseki gaussian inputs 1"

  /// The identity of the recipe, not of the values: these depend on the run's seed, which is part of its key anyway.
  package static var digest: Digest { Digest.of(recipe) }

  /// A matrix of standard normal numbers, examples × inputs.
  ///
  /// Example i is drawn from its own stream, "gaussian input" with index i. So it does not depend on how many examples
  /// there are, and an example's first inputs do not depend on how many follow.
  ///
  /// - Parameters:
  ///   - examples: 0 … 2³² − 1.
  ///   - inputs: numbers of one example, at least 0.
  ///   - seed: of the run.
  /// - Returns: a row for each example.
  package static func matrix(examples: Int, inputs: Int, seed: UInt64) -> Matrix {
    precondition((0...Int(UInt32.max)).contains(examples) && inputs >= 0, "inputs have a size")
    var matrix = Matrix(rows: examples, columns: inputs)
    for example in 0..<examples {
      var stream = RandomStream(seed: seed, name: "gaussian input", index: UInt32(example))
      for place in example * inputs..<(example + 1) * inputs { matrix.elements[place] = stream.normal() }
    }
    return matrix
  }
}
