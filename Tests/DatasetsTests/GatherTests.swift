import Numerics
import Testing

@testable import Datasets

/// Mini-batches are made of the right examples.
@Suite struct GatherTests {
  private let examples = Examples(
    features: 3, pixels: [0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32], labels: [5, 6, 7, 8])

  @Test func rowsAreTheChosenImagesThroughTheTable() {
    let table = PixelScaling.unit.table(training: examples)
    var inputs = Matrix(rows: 3, columns: 3)
    let order: [Int32] = [9, 2, 0, 2, 9]
    examples.gather(order[1..<4], through: table, into: &inputs)
    #expect(inputs.elements == [20, 21, 22, 0, 1, 2, 20, 21, 22].map { Float($0) / 255 })
  }

  @Test func labelsFollowTheImages() {
    var labels = [UInt8](repeating: 0, count: 2)
    let order: [Int32] = [0, 3, 1]
    examples.gatherLabels(order[1...], into: &labels)
    #expect(labels == [8, 6])
  }

  @Test func emptyMiniBatchIsNone() {
    var inputs = Matrix(rows: 0, columns: 3)
    examples.gather([], through: PixelScaling.raw.table(training: examples), into: &inputs)
    #expect(inputs.elements.isEmpty)
  }

  /// An index outside the examples must never read memory outside them.
  @Test func unknownExamplesStopTheProgram() async {
    await #expect(processExitsWith: .failure) {
      let examples = Examples(features: 1, pixels: [1, 2], labels: [0, 1])
      var inputs = Matrix(rows: 1, columns: 1)
      examples.gather([2], through: PixelScaling.raw.table(training: examples), into: &inputs)
    }
  }

  @Test(arguments: [(nil, 4), (0, 0), (2, 2), (4, 4), (9, 4), (-1, 0)] as [(Int?, Int)])
  func prefixKeepsTheFirst(maxCount: Int?, count: Int) {
    let first = examples.prefix(maxCount)
    #expect(first.count == count)
    #expect(first.labels == Array(examples.labels.prefix(count)))
    #expect(first.pixels == Array(examples.pixels.prefix(3 * count)))
  }
}
