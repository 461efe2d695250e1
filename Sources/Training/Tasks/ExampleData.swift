package import Datasets
import Numerics
package import Records
package import Studies

/// A data set as a run sees it: cut to size and scaled.
///
/// Shared, unchanged, by all runs with the same settings.
package struct ExampleData: Sendable {
  /// The examples on which dead units are counted.
  package static let probeCount = 10_000
  /// The examples on which distributions are taken that ask for the same ones at every step.
  package static let distributionProbeCount = 1000
  /// Rows of a block of probe or test examples.
  private static let blockRows = 500

  let inputs: Int
  let outputs: Int
  let train: Examples
  let test: Examples?
  let table: InputTable
  /// The first training examples, scaled.
  let probe: [Matrix]

  /// - Parameters:
  ///   - dataset: at least as large as the settings ask for.
  ///   - settings: how many examples, and how they are scaled.
  package init(_ dataset: Dataset, _ settings: DataSettings) {
    inputs = dataset.features
    outputs = dataset.classCount
    train = dataset.train.prefix(settings.trainCount)
    test = dataset.test.map { $0.prefix(settings.testCount) }
    table = settings.scaling.pixelScaling.table(training: train)
    probe = ExampleData.blocks(of: train.prefix(ExampleData.probeCount), table)
  }

  package var sizes: RunSizes {
    RunSizes(
      inputs: inputs, outputs: outputs, trainExamples: train.count, testExamples: test?.count ?? 0)
  }

  /// The test examples in blocks with their labels.
  func testBlocks() -> [(inputs: Matrix, labels: [UInt8])] {
    guard let test else { return [] }
    let blocks = ExampleData.blocks(of: test, table)
    var first = 0
    return blocks.map { block in
      defer { first += block.rows }
      return (block, Array(test.labels[first..<first + block.rows]))
    }
  }

  /// The examples on which distributions are taken that ask for the same ones at every step, in one block.
  var distributionProbe: Matrix? {
    let examples = train.prefix(ExampleData.distributionProbeCount)
    return ExampleData.blocks(of: examples, table, rows: examples.count).first
  }

  private static func blocks(
    of examples: Examples, _ table: InputTable, rows: Int = blockRows
  ) -> [Matrix] {
    stride(from: 0, to: examples.count, by: max(1, rows)).map { first in
      let last = min(first + rows, examples.count)
      var block = Matrix(rows: last - first, columns: examples.features)
      examples.gather((Int32(first)..<Int32(last)).map { $0 }[...], through: table, into: &block)
      return block
    }
  }
}

extension Scaling {
  fileprivate var pixelScaling: PixelScaling {
    switch self {
    case .unit: .unit
    case .symmetric: .symmetric
    case .standard: .standard
    case .raw: .raw
    }
  }
}
