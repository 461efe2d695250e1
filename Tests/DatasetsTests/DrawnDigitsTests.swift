import Digests
import Testing

@testable import Datasets

/// The embedded data set: its bits, and the statistics that make it behave like MNIST.
@Suite struct DrawnDigitsTests {
  /// The pinned digest is proven here.
  ///
  /// If a change of the drawing is meant, put the new one into `DrawnDigits`.
  @Test func theDigestIsThatOfThePixels() {
    let digits = DrawnDigits.dataset()
    #expect(digits.train.count == 60_000)
    #expect(digits.test?.count == 10_000)
    #expect(
      Dataset.digest(rows: digits.rows, columns: digits.columns, train: digits.train, test: digits.test)
        == digits.digest)
  }

  /// Parts are cut out of the whole wherever the work is divided among threads.
  @Test(arguments: [0..<1, 249..<251, 777..<1300, 1_999..<2_000])
  func anyPartIsThatOfTheWhole(range: Range<Int>) {
    let whole = DrawnDigits.examples(0..<2_000)
    let part = DrawnDigits.examples(range)
    #expect(part.labels == Array(whole.labels[range]))
    #expect(part.pixels == Array(whole.pixels[784 * range.lowerBound..<784 * range.upperBound]))
  }

  @Test func prefixHasTheFirstOfBoth() {
    let digits = DrawnDigits.dataset(trainCount: 300, testCount: 20)
    #expect(digits.train == DrawnDigits.examples(0..<300))
    #expect(digits.test == DrawnDigits.examples(60_000..<60_020))
    #expect(digits.digest == DrawnDigits.digest)
    #expect(DrawnDigits.dataset(trainCount: 0, testCount: -3).train.count == 0)
  }

  /// The ranges within which training behaves as on MNIST; 10,000 images are within 1 % of all.
  @Test func statisticsAreThoseOfMNIST() {
    let examples = DrawnDigits.examples(0..<10_000)
    let statistics = InkStatistics(of: examples)
    #expect((0.122...0.132).contains(statistics.mean))
    #expect((0.178...0.190).contains(statistics.nonzero))
    #expect((0.068...0.075).contains(statistics.black))
    #expect((82...88).contains(statistics.squaredNorm))
    #expect((33...36).contains(statistics.squaredNormOfMean))
    #expect((40...42).contains(statistics.varianceWithinClasses))
    let counts = (0..<10).map { label in examples.labels.count { $0 == label } }
    // Five standard deviations of a count of 10,000 draws of probability 1/10.
    #expect(counts.allSatisfy { abs($0 - 1000) < 150 })
  }
}

/// Averages over images with pixels in [0, 1].
private struct InkStatistics {
  let mean: Double
  let nonzero: Double
  /// Share of pixels of at least 250 of 255.
  let black: Double
  /// Mean of ‖x‖².
  let squaredNorm: Double
  let squaredNormOfMean: Double
  /// Mean over the classes of the mean of ‖x − class mean‖², which is the mean of ‖x‖² minus ‖class mean‖².
  let varianceWithinClasses: Double

  init(of examples: Examples) {
    let total = Double(examples.pixels.count)
    mean = examples.pixels.reduce(0.0) { $0 + Double($1) } / 255 / total
    nonzero = Double(examples.pixels.count { $0 > 0 }) / total
    black = Double(examples.pixels.count { $0 >= 250 }) / total
    let classes = (0..<10).map { label in examples.labels.indices.filter { examples.labels[$0] == label } }
    squaredNorm = InkStatistics.squaredNorm(examples, Array(examples.labels.indices))
    squaredNormOfMean = InkStatistics.squaredNormOfMean(examples, Array(examples.labels.indices))
    varianceWithinClasses =
      classes.reduce(0) { sum, images in
        sum + InkStatistics.squaredNorm(examples, images)
          - InkStatistics.squaredNormOfMean(examples, images)
      } / 10
  }

  private static func squaredNorm(_ examples: Examples, _ images: [Int]) -> Double {
    var sum = 0
    for image in images {
      for pixel in examples.pixels[784 * image..<784 * (image + 1)] { sum += Int(pixel) * Int(pixel) }
    }
    return Double(sum) / Double(255 * 255) / Double(images.count)
  }

  private static func squaredNormOfMean(_ examples: Examples, _ images: [Int]) -> Double {
    var sums = [Int](repeating: 0, count: 784)
    for image in images {
      for place in 0..<784 { sums[place] += Int(examples.pixels[784 * image + place]) }
    }
    let scale = 255 * Double(images.count)
    return sums.reduce(0) { $0 + (Double($1) / scale) * (Double($1) / scale) }
  }
}
