import Digests
import Dispatch
import Numerics

/// The embedded data set: handwritten digits, drawn from a seed in the layout of MNIST.
///
/// Image i depends on i alone: it has its own random stream, and is made with + − × ÷ √ and floor only. So any part of
/// the data set is cheap to have, and its bits are the same everywhere, however many threads drew them.
///
/// Each image takes a template of its digit, a hand (slant, turn, width, warp, pen), and jitter for every point. The
/// constants were fitted so that small networks train, fail and diverge on these digits as they do on MNIST: among
/// others the mean intensity (.13), the squared norm of the mean image (33 … 36) and the variance within a class
/// (40 … 42) have to agree, or ReLU units die more often than on MNIST.
enum DrawnDigits {
  static let trainCount = 60_000
  static let testCount = 10_000

  /// A constant of the data set: another seed would be another data set, with another digest.
  private static let seed: UInt64 = 0x6B69_7365_6B69

  /// The digest of the whole data set, written here so that finding it costs nothing.
  ///
  /// It changes with anything that changes a pixel. Then the test "the digest is that of the pixels" fails and prints
  /// the one to put here; mind that every finished run of the old digits is then out of date.
  static let digest = pinnedDigest("97d6123fda7369874db2afb7cb413ba79661e581b8be3d326f6ba5c45b8cd9b3")

  private static let features = DigitRaster.side * DigitRaster.side

  /// Images that a thread draws in one go.
  private static let chunk = 250

  /// The data set with its first examples: all of them for nil, or for more than there are.
  static func dataset(trainCount: Int? = nil, testCount: Int? = nil) -> Dataset {
    let train = min(max(trainCount ?? DrawnDigits.trainCount, 0), DrawnDigits.trainCount)
    let test = min(max(testCount ?? DrawnDigits.testCount, 0), DrawnDigits.testCount)
    return Dataset(
      name: "digits", digest: digest, rows: DigitRaster.side, columns: DigitRaster.side, classCount: 10,
      train: examples(0..<train), test: examples(DrawnDigits.trainCount..<DrawnDigits.trainCount + test))
  }

  /// The images with these indices: 0 ..< 60,000 are for training, the 10,000 after them for tests.
  static func examples(_ range: Range<Int>) -> Examples {
    var labels = [UInt8](repeating: 0, count: range.count)
    var pixels = [UInt8](repeating: 0, count: range.count * features)
    labels.withUnsafeMutableBufferPointer { labels in
      pixels.withUnsafeMutableBufferPointer { pixels in
        // Each thread writes to its own part of the two buffers.
        nonisolated(unsafe) let (labels, pixels) = (labels, pixels)
        DispatchQueue.concurrentPerform(iterations: (range.count + chunk - 1) / chunk) { part in
          let places = part * chunk..<min((part + 1) * chunk, range.count)
          draw(places, offset: range.lowerBound, labels, pixels)
        }
      }
    }
    return Examples(features: features, pixels: pixels, labels: labels)
  }

  private static func draw(
    _ places: Range<Int>, offset: Int, _ labels: UnsafeMutableBufferPointer<UInt8>,
    _ pixels: UnsafeMutableBufferPointer<UInt8>
  ) {
    var raster = DigitRaster()
    for place in places {
      let image = UnsafeMutableBufferPointer(rebasing: pixels[place * features..<(place + 1) * features])
      labels[place] = draw(UInt32(offset + place), with: &raster, into: image)
    }
  }

  /// Draws one image and returns its label.
  private static func draw(
    _ index: UInt32, with raster: inout DigitRaster, into pixels: UnsafeMutableBufferPointer<UInt8>
  ) -> UInt8 {
    var stream = RandomStream(seed: seed, name: "digit image", index: index)
    let label = Int(10 * stream.unit())
    let digit = DigitClass.all[label]
    let template = digit.template(at: stream.unit())
    let hand = DigitHand(of: digit, from: &stream)
    let points = template.points.map { hand.place($0, from: &stream) }
    var path = DigitPath(through: points, strokes: template.strokes)
    path.fit(radius: hand.radius, from: &stream)
    raster.draw(path, radius: hand.radius, into: pixels)
    return UInt8(label)
  }
}
