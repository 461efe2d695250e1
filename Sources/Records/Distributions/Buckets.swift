/// The buckets of a distribution that hold any values, in ascending order of value.
///
/// They are kept as they are written to a record, about two bytes a bucket, since a study holds thousands of
/// distributions: for each run of neighbouring buckets the number of empty ones before it, its length and its counts,
/// all as varints (see `Varint`).
package struct Buckets: Sequence, Equatable, Sendable {
  /// The canonical form: equal buckets have equal bytes.
  let packed: [UInt8]

  fileprivate init(packed: [UInt8]) {
    self.packed = packed
  }

  package func makeIterator() -> Iterator { Iterator(packed: packed) }

  /// Goes through the buckets, unpacking them on the way.
  package struct Iterator: IteratorProtocol {
    private let packed: [UInt8]
    private var position = 0
    private var rank = 0
    private var leftInRun = 0

    fileprivate init(packed: [UInt8]) {
      self.packed = packed
    }

    package mutating func next() -> Bucket? {
      if leftInRun == 0 {
        guard position < packed.count else { return nil }
        rank += number()
        leftInRun = number()
      }
      leftInRun -= 1
      defer { rank += 1 }
      return Bucket(key: BucketRank.key(ofRank: rank), count: number())
    }

    /// The varint at the position.
    ///
    /// Its form has been checked, or it was written here.
    private mutating func number() -> Int {
      var value = 0
      var shift = 0
      while true {
        let byte = packed[position]
        position += 1
        value |= Int(byte & 0x7F) << shift
        if byte < 0x80 { return value }
        shift += 7
      }
    }
  }

  /// The buckets of both, with their counts added.
  func merged(with other: Buckets) -> Buckets {
    var packer = BucketPacker()
    var (left, right) = (makeIterator(), other.makeIterator())
    var (a, b) = (left.next(), right.next())
    while let next = [a, b].compactMap({ $0.map { BucketRank.rank(ofKey: $0.key) } }).min() {
      var count = 0
      if let bucket = a, BucketRank.rank(ofKey: bucket.key) == next {
        count += bucket.count
        a = left.next()
      }
      if let bucket = b, BucketRank.rank(ofKey: bucket.key) == next {
        count += bucket.count
        b = right.next()
      }
      packer.append(rank: next, count: count)
    }
    return packer.finish()
  }
}

extension Buckets {
  /// The buckets in these bytes, with all of them checked.
  ///
  /// - Parameters:
  ///   - bytes: packed buckets.
  ///   - total: what the counts must add up to.
  /// - Throws: `RecordDamage` unless the bytes are just what a `BucketPacker` writes.
  init(checking bytes: ArraySlice<UInt8>, total: Int) throws(RecordDamage) {
    var position = bytes.startIndex
    var rank = 0
    var left = total
    while position < bytes.endIndex {
      let gap = try Varint.read(bytes, at: &position)
      let length = try Varint.read(bytes, at: &position)
      guard gap > 0, length > 0, gap <= 0x10000, length <= 0x10000 else { throw .malformed("bucket run") }
      rank += gap
      guard BucketRank.finite.contains(rank), BucketRank.finite.contains(rank + length - 1) else {
        throw .malformed("bucket key")
      }
      for _ in 0..<length {
        let count = try Varint.read(bytes, at: &position)
        guard count > 0, count <= left else { throw .malformed("bucket count") }
        left -= count
      }
      rank += length
    }
    guard left == 0 else { throw .malformed("bucket counts") }
    self.init(packed: Array(bytes))
  }
}

/// Packs buckets that come in ascending order of value.
struct BucketPacker {
  private var packed: [UInt8] = []
  /// The rank behind the last run that is packed.
  private var end = 0
  /// The run that is still growing: its first rank and its counts.
  private var start = 0
  private var counts: [Int] = []

  mutating func append(rank: Int, count: Int) {
    if rank != start + counts.count || counts.isEmpty {
      flush()
      start = rank
    }
    counts.append(count)
  }

  mutating func finish() -> Buckets {
    flush()
    return Buckets(packed: packed)
  }

  private mutating func flush() {
    guard !counts.isEmpty else { return }
    packed.append(varint: start - end)
    packed.append(varint: counts.count)
    for count in counts { packed.append(varint: count) }
    end = start + counts.count
    counts.removeAll(keepingCapacity: true)
  }
}
