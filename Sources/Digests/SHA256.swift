/// The hash function SHA-256, fed piece by piece.
///
/// Source: FIPS 180-4, sections 4.1.2, 5 and 6.2; its example vectors are in the tests. A crypto package would say the
/// same in more than a minute of build time.
///
///     var hash = SHA256()
///     hash.update(header)
///     hash.update(pixels)
///     let digest = hash.finalize()
package struct SHA256: Sendable {
  /// Bytes that the compression function takes at a time.
  static let blockSize = 64

  private var state = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
  /// Bytes that do not fill a block yet.
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  package init() {
    pending.reserveCapacity(2 * SHA256.blockSize)
  }

  /// Hashes further bytes; how a message is cut into updates does not matter.
  package mutating func update(_ bytes: some Sequence<UInt8>) {
    let hashed: Void? = bytes.withContiguousStorageIfAvailable { update(UnsafeRawBufferPointer($0)) }
    if hashed == nil { update(Array(bytes)) }
  }

  /// Hashes further bytes.
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Hashes further bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    byteCount += UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let missing = rest.prefix(SHA256.blockSize - pending.count)
      pending.append(contentsOf: missing)
      rest = rest.dropFirst(missing.count)
      guard pending.count == SHA256.blockSize else { return }
      compressPending()
    }
    let whole = rest.count / SHA256.blockSize * SHA256.blockSize
    state = SHA256Block.compress(state, UnsafeRawBufferPointer(rebasing: rest.prefix(whole)))
    pending.append(contentsOf: rest.dropFirst(whole))
  }

  /// The digest of all bytes so far.
  package consuming func finalize() -> Digest {
    let bitCount = byteCount &* 8
    pending.append(0x80)
    while pending.count % SHA256.blockSize != SHA256.blockSize - 8 { pending.append(0) }
    for place in 0..<8 { pending.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(56 - 8 * place))) }
    compressPending()
    return Digest(words: state)
  }

  private mutating func compressPending() {
    state = pending.withUnsafeBytes { SHA256Block.compress(state, $0) }
    pending.removeAll(keepingCapacity: true)
  }
}
