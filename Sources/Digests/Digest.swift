/// A SHA-256 digest: the identity of a data set, of a run, of the pixels of a chart.
package struct Digest: Hashable, Sendable {
  /// The eight words of the hash, most significant first.
  let words: SIMD8<UInt32>

  init(words: SIMD8<UInt32>) {
    self.words = words
  }

  /// The digest that is written as 64 hexadecimal digits, in either case; nil for anything else.
  package init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == 64 else { return nil }
    var words = SIMD8<UInt32>()
    for (place, digit) in digits.enumerated() {
      guard let value = Digest.value(ofDigit: digit) else { return nil }
      words[place / 8] = words[place / 8] << 4 | value
    }
    self.words = words
  }

  /// The digest that these 32 bytes are; nil for any other number of bytes.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var words = SIMD8<UInt32>()
    for (place, byte) in bytes.enumerated() { words[place / 4] = words[place / 4] << 8 | UInt32(byte) }
    self.words = words
  }

  /// The digest of some bytes.
  package static func of(_ bytes: [UInt8]) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  /// The digest of a text's UTF-8.
  package static func of(_ text: String) -> Digest {
    var hash = SHA256()
    hash.update(text.utf8)
    return hash.finalize()
  }

  /// The 32 bytes, as FIPS 180-4 orders them.
  package var bytes: [UInt8] {
    (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 4] >> UInt32(24 - 8 * ($0 % 4))) }
  }

  /// 64 lower-case hexadecimal digits.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The first 12 digits of `hex`, for people.
  package var short: String { String(hex.prefix(12)) }

  private static func value(ofDigit digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(digit - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(digit - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

extension Digest: CustomStringConvertible {
  /// The same as `hex`.
  package var description: String { hex }
}
