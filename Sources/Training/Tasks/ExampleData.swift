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
  let probe: PackedRows

  /// - Parameters:
  ///   - dataset: at least as large as the settings ask for.
  ///   - settings: how many examples, and how they are scaled.
  package init(_ dataset: Dataset, _ settings: DataSettings) {
    inputs = dataset.features
    outputs = dataset.classCount
    train = dataset.train.prefix(settings.trainCount)
    test = dataset.test.map { $0.prefix(settings.testCount) }
    table = settings.scaling.pixelScaling.table(training: train)
    probe = ExampleData.packed(train, count: min(train.count, ExampleData.probeCount), table)
  }

  package var sizes: RunSizes {
    RunSizes(
      inputs: inputs, outputs: outputs, trainExamples: train.count, testExamples: test?.count ?? 0)
  }

  /// Goes through the test examples block by block, with the labels of each.
  func forEachTestBlock(_ body: (_ inputs: Matrix, _ labels: [UInt8]) -> Void) {
    guard let test else { return }
    ExampleData.forEachBlock(of: test, 0..<test.count, table) { block, rows in
      body(block, Array(test.labels[rows]))
    }
  }

  /// The examples on which distributions are taken that ask for the same ones at every step, in one block.
  var distributionProbe: Matrix? {
    guard train.count > 0 else { return nil }
    let count = min(train.count, ExampleData.distributionProbeCount)
    var block = Matrix(rows: count, columns: train.features)
    train.gather((0..<Int32(count)).map { $0 }[...], through: table, into: &block)
    return block
  }

  private static func packed(_ examples: Examples, count: Int, _ table: InputTable) -> PackedRows {
    var rows = PackedRows(columns: examples.features)
    forEachBlock(of: examples, 0..<count, table) { block, _ in rows.append(block) }
    return rows
  }

  private static func forEachBlock(
    of examples: Examples, _ range: Range<Int>, _ table: InputTable, _ body: (Matrix, Range<Int>) -> Void
  ) {
    var block = Matrix(rows: 0, columns: examples.features)
    for first in stride(from: range.lowerBound, to: range.upperBound, by: blockRows) {
      let rows = first..<min(first + blockRows, range.upperBound)
      if block.rows != rows.count { block = Matrix(rows: rows.count, columns: examples.features) }
      examples.gather(rows.map { Int32($0) }[...], through: table, into: &block)
      body(block, rows)
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
