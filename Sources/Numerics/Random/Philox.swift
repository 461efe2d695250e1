/// The counter-based generator Philox4x32 with 10 rounds: a keyed bijection of 128-bit counters.
///
/// Source: J. Salmon, M. Moraes, R. Dror, D. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011; the
/// known answers of the Random123 library are in the tests. A value depends on its key and its counter alone, so a
/// draw never depends on the draws before it.
package enum Philox {
  /// The block of four random words at `counter` under `key`.
  @inlinable
  package static func block(_ counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var counter = counter
    var key = key
    for round in 0..<10 {
      if round > 0 { key = key &+ SIMD2(0x9E37_79B9, 0xBB67_AE85) }
      let first = UInt64(0xD251_1F53 as UInt32) &* UInt64(counter.x)
      let second = UInt64(0xCD9E_8D57 as UInt32) &* UInt64(counter.z)
      counter = SIMD4(
        UInt32(truncatingIfNeeded: second >> 32) ^ counter.y ^ key.x,
        UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ counter.w ^ key.y,
        UInt32(truncatingIfNeeded: first))
    }
    return counter
  }
}
