/// Counts of all 65,536 keys, made in one pass over the values.
struct BucketTable {
  /// By key.
  private let counts: [UInt32]

  init(_ values: UnsafeBufferPointer<Float>) {
    precondition(values.count <= Int(UInt32.max), "a distribution is of fewer than 2³² values at a time")
    counts = [UInt32](unsafeUninitializedCapacity: 0x10000) { table, count in
      table.initialize(repeating: 0)
      for value in values { table[Int(value.bitPattern >> 16)] &+= 1 }
      count = 0x10000
    }
  }

  /// How many values are NaN or infinite.
  var nonfiniteCount: Int {
    (counts[0x7F80...0x7FFF] + counts[0xFF80...0xFFFF]).reduce(0) { $0 + Int($1) }
  }

  /// How many values have one of these upper halves.
  func count(_ keys: UInt16...) -> Int { keys.reduce(0) { $0 + Int(counts[Int($1)]) } }

  /// The buckets of the finite values.
  func packed() -> Buckets {
    var packer = BucketPacker()
    counts.withUnsafeBufferPointer { counts in
      for block in stride(from: 0, to: 0x10000, by: BucketTable.block) {
        // A block of ranks is a block of keys, in reverse for negative values.
        let keys = block < 0x8000 ? 0x10000 - block - BucketTable.block : block - 0x8000
        guard BucketTable.isOccupied(counts, keys) else { continue }
        for rank in block..<block + BucketTable.block where BucketRank.finite.contains(rank) {
          let count = counts[Int(BucketRank.key(ofRank: rank))]
          if count > 0 { packer.append(rank: rank, count: Int(count)) }
        }
      }
    }
    return packer.finish()
  }

  /// Most blocks of the table are empty, and passed over.
  private static let block = 32

  private static func isOccupied(_ counts: UnsafeBufferPointer<UInt32>, _ start: Int) -> Bool {
    var bits: UInt32 = 0
    for place in start..<start + block { bits |= counts[place] }
    return bits != 0
  }
}
