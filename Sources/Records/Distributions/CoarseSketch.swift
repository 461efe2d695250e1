/// A distribution in a few hundred bytes: its moments and counts in buckets that share sign, exponent and the upper 4
/// bits of the mantissa, 3 to 6 % wide.
///
/// It is what a report carries of its distributions for comparing revisions; TensorBoard's bins are 10 % wide.
package struct CoarseSketch: Equatable, Sendable {
  package let nanCount: Int
  package let positiveInfinityCount: Int
  package let negativeInfinityCount: Int
  /// Of the finite values; 0 if there are none.
  package let min: Float
  package let max: Float
  package let mean: Double
  package let standardDeviation: Double
  /// In ascending order of value.
  private let buckets: [CoarseBucket]

  private struct CoarseBucket: Equatable {
    /// The rank of its fine buckets, without the last three bits.
    let place: Int
    let count: Int
  }

  package init(_ distribution: Distribution) {
    nanCount = distribution.nanCount
    positiveInfinityCount = distribution.positiveInfinityCount
    negativeInfinityCount = distribution.negativeInfinityCount
    let isEmpty = distribution.finiteCount == 0
    min = distribution.min ?? 0
    max = distribution.max ?? 0
    mean = isEmpty ? 0 : distribution.mean
    standardDeviation = isEmpty ? 0 : distribution.standardDeviation
    var buckets: [CoarseBucket] = []
    for bucket in distribution.buckets {
      let place = BucketRank.rank(ofKey: bucket.key) >> CoarseSketch.droppedBits
      if let last = buckets.last, last.place == place {
        buckets[buckets.count - 1] = CoarseBucket(place: place, count: last.count + bucket.count)
      } else {
        buckets.append(CoarseBucket(place: place, count: bucket.count))
      }
    }
    self.buckets = buckets
  }

  private static let droppedBits = 3

  package var finiteCount: Int { buckets.reduce(0) { $0 + $1.count } }
  package var count: Int { finiteCount + nanCount + positiveInfinityCount + negativeInfinityCount }

  /// In ascending order, without overlap.
  var spans: [DistributionSpan] {
    let range = Double(min)...Double(max)
    return buckets.map { bucket in
      let first = bucket.place << CoarseSketch.droppedBits
      let last = first + 1 << CoarseSketch.droppedBits - 1
      let low = Bucket(key: BucketRank.key(ofRank: first), count: 1).low
      let high = Bucket(key: BucketRank.key(ofRank: last), count: 1).high
      return DistributionSpan(low: low.clamped(to: range), high: high.clamped(to: range), count: bucket.count)
    }
  }
}

// In a report's data:
//
//   varints       NaN, +Inf, −Inf, buckets
//   if any bucket patterns of min and max (4 bytes each), of mean and standard deviation (8 bytes each);
//                 for each bucket the distance from the one before and its count, as varints
extension CoarseSketch {
  package func append(to writer: inout ByteWriter) {
    var bytes: [UInt8] = []
    for count in [nanCount, positiveInfinityCount, negativeInfinityCount, buckets.count] {
      bytes.append(varint: count)
    }
    writer.append(raw: bytes)
    guard !buckets.isEmpty else { return }
    writer.append(min.bitPattern)
    writer.append(max.bitPattern)
    writer.append(mean)
    writer.append(standardDeviation)
    bytes.removeAll()
    var place = 0
    for bucket in buckets {
      bytes.append(varint: bucket.place - place)
      bytes.append(varint: bucket.count)
      place = bucket.place
    }
    writer.append(raw: bytes)
  }

  /// - Throws: `RecordDamage` for bytes that are not those of a sketch.
  package init(from reader: inout ByteReader) throws(RecordDamage) {
    nanCount = try reader.varint()
    positiveInfinityCount = try reader.varint()
    negativeInfinityCount = try reader.varint()
    let count = try reader.varint()
    guard count <= 0x2000 else { throw .malformed("sketch") }
    guard count > 0 else {
      (min, max, mean, standardDeviation, buckets) = (0, 0, 0, 0, [])
      return
    }
    min = Float(bitPattern: try reader.integer(UInt32.self))
    max = Float(bitPattern: try reader.integer(UInt32.self))
    mean = try reader.double()
    standardDeviation = try reader.double()
    guard min.isFinite, max.isFinite, min <= max else { throw .malformed("sketch") }
    var buckets: [CoarseBucket] = []
    var place = 0
    let places = BucketRank.finite.lowerBound >> 3...BucketRank.finite.upperBound >> 3
    for _ in 0..<count {
      let gap = try reader.varint()
      let values = try reader.varint()
      guard gap > 0, gap <= 0x2000, values > 0, values < 1 << 40 else { throw .malformed("sketch") }
      place += gap
      guard places.contains(place) else { throw .malformed("sketch") }
      buckets.append(CoarseBucket(place: place, count: values))
    }
    self.buckets = buckets
  }
}
