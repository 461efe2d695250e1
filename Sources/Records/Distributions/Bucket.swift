/// A class of Float32 values that share sign, exponent and the upper 7 bits of the mantissa, with how many there are.
///
/// A bucket is under 0.8 % wide, at every magnitude, so a sketch of buckets needs no range beforehand.
package struct Bucket: Hashable, Sendable {
  /// The upper 16 bits of the values' pattern; never those of NaN or ±Inf.
  package let key: UInt16
  /// At least 1.
  package let count: Int

  /// The end of the bucket that is nearer to −∞.
  package var low: Double { key & 0x8000 == 0 ? Bucket.magnitude(key) : -Bucket.magnitude(key + 1) }

  /// The end of the bucket that is nearer to +∞; infinite for the bucket of the greatest floats.
  package var high: Double { key & 0x8000 == 0 ? Bucket.magnitude(key + 1) : -Bucket.magnitude(key) }

  /// Whether it holds ±0 and magnitudes below 2⁻¹³³ only.
  var isZero: Bool { key & 0x7FFF == 0 }

  private static func magnitude(_ key: UInt16) -> Double {
    Double(Float(bitPattern: UInt32(key & 0x7FFF) << 16))
  }
}

/// The place of a bucket among all 65,536, in ascending order of value.
enum BucketRank {
  /// Ranks of finite values.
  static let finite = 0x0080...0xFF7F

  static func rank(ofKey key: UInt16) -> Int { Int(key & 0x8000 == 0 ? key | 0x8000 : ~key) }

  static func key(ofRank rank: Int) -> UInt16 {
    let rank = UInt16(truncatingIfNeeded: rank)
    return rank & 0x8000 == 0 ? ~rank : rank & 0x7FFF
  }
}
