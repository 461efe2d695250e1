// The canonical bytes of a distribution in a record:
//
//   varints       finite values, NaN, +Inf, −Inf, zeros, bytes of the packed buckets
//   if finite     patterns of min and max (4 bytes each), of mean and the three power sums (8 bytes each)
//   bytes         the packed buckets (see `Buckets`)
//   varint        the number of declared bins, 0 for none
//   if any        patterns of low and high (8 bytes each); varints below, above, and one a bin
//
// Equal distributions have equal bytes, and bytes that no distribution has are refused.
extension Distribution {
  package func append(to writer: inout ByteWriter) {
    var counts: [UInt8] = []
    for count in [finiteCount, nanCount, positiveInfinityCount, negativeInfinityCount, zeroCount] {
      counts.append(varint: count)
    }
    counts.append(varint: buckets.packed.count)
    writer.append(raw: counts)
    if let min, let max {
      writer.append(min.bitPattern)
      writer.append(max.bitPattern)
      for sum in [moments.mean, moments.second, moments.third, moments.fourth] { writer.append(sum) }
    }
    writer.append(raw: buckets.packed)
    Distribution.append(binned, to: &writer)
  }

  private static func append(_ binned: DeclaredCounts?, to writer: inout ByteWriter) {
    guard let binned else {
      writer.append(raw: [0])
      return
    }
    var counts: [UInt8] = []
    counts.append(varint: binned.bins.count)
    writer.append(raw: counts)
    writer.append(binned.bins.low)
    writer.append(binned.bins.high)
    counts.removeAll()
    for count in [binned.below, binned.above] + binned.counts { counts.append(varint: count) }
    writer.append(raw: counts)
  }

  /// - Throws: `RecordDamage` for bytes that are not those of a distribution.
  package init(from reader: inout ByteReader) throws(RecordDamage) {
    let finite = try reader.varint()
    let nan = try reader.varint()
    let positive = try reader.varint()
    let negative = try reader.varint()
    let zeros = try reader.varint()
    let size = try reader.varint()
    let (moments, range) = try Distribution.summary(count: finite, from: &reader)
    let buckets = try Buckets(checking: try reader.raw(size), total: finite)
    self.init(
      nanCount: nan, positiveInfinityCount: positive, negativeInfinityCount: negative, zeroCount: zeros,
      buckets: buckets, binned: try Distribution.binned(total: finite, from: &reader), moments: moments,
      range: range)
    guard Distribution.fit(buckets, zeros: zeros, range: range) else { throw .malformed("distribution") }
  }

  private static func summary(
    count: Int, from reader: inout ByteReader
  ) throws(RecordDamage) -> (MomentSums, (min: Float, max: Float)?) {
    guard count > 0 else { return (MomentSums(), nil) }
    let min = Float(bitPattern: try reader.integer(UInt32.self))
    let max = Float(bitPattern: try reader.integer(UInt32.self))
    let moments = MomentSums(
      count: count, mean: try reader.double(), second: try reader.double(), third: try reader.double(),
      fourth: try reader.double())
    guard min.isFinite, max.isFinite, min <= max, Double(min) <= moments.mean, moments.mean <= Double(max),
      moments.second >= 0, moments.second.isFinite, moments.third.isFinite, moments.fourth >= 0,
      moments.fourth.isFinite
    else { throw .malformed("moments") }
    return (moments, (min, max))
  }

  /// Whether the least and the greatest value are in the first and the last bucket, and the zeros in theirs.
  private static func fit(_ buckets: Buckets, zeros: Int, range: (min: Float, max: Float)?) -> Bool {
    var (first, last, room): (Bucket?, Bucket?, Int) = (nil, nil, 0)
    for bucket in buckets {
      first = first ?? bucket
      last = bucket
      if bucket.isZero { room += bucket.count }
    }
    guard let first, let last, let range else { return zeros == 0 }
    return zeros <= room && holds(first, range.min) && holds(last, range.max)
  }

  private static func holds(_ bucket: Bucket, _ value: Float) -> Bool {
    if value == 0 { return bucket.isZero && value.sign == .plus }
    return bucket.key == UInt16(value.bitPattern >> 16)
  }

  private static func binned(
    total: Int, from reader: inout ByteReader
  ) throws(RecordDamage) -> DeclaredCounts? {
    let count = try reader.varint()
    guard count > 0 else { return nil }
    let low = try reader.double()
    let high = try reader.double()
    guard let bins = DeclaredBins(low: low, high: high, count: count) else {
      throw .malformed("declared bins")
    }
    var left = total
    func next() throws(RecordDamage) -> Int {
      let count = try reader.varint()
      guard count <= left else { throw .malformed("declared counts") }
      left -= count
      return count
    }
    let below = try next()
    let above = try next()
    var counts: [Int] = []
    for _ in 0..<count { counts.append(try next()) }
    guard left == 0 else { throw .malformed("declared counts") }
    return DeclaredCounts(bins: bins, counts: counts, below: below, above: above)
  }
}
