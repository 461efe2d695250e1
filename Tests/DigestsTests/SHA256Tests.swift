import Testing

@testable import Digests

/// SHA-256 against published answers, and against itself fed in pieces.
@Suite struct SHA256Tests {
  /// The examples of FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func knownAnswer(message: String, hex: String) {
    #expect(Digest.of(message).hex == hex)
    #expect(Digest.of(Array(message.utf8)).hex == hex)
  }

  /// NIST's long message: a million times the letter a.
  @Test func longKnownAnswer() {
    let message = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(Digest.of(message).hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// Every length around the block and padding boundaries, cut in every way into two updates.
  @Test func piecesHashLikeTheWhole() {
    let message = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
    for length in [0, 1, 55, 56, 63, 64, 65, 119, 120, 127, 128, 129, 200] {
      let whole = Digest.of(Array(message.prefix(length)))
      for cut in 0...length {
        var hash = SHA256()
        hash.update(Array(message[..<cut]))
        hash.update(message[cut..<length])
        #expect(hash.finalize() == whole, "length \(length) cut at \(cut)")
      }
    }
  }

  /// A sequence without contiguous storage hashes like an array.
  @Test func anySequenceWillDo() {
    var hash = SHA256()
    hash.update((0..<100).lazy.map { UInt8($0) })
    #expect(hash.finalize() == Digest.of((0..<100).map { UInt8($0) }))
  }
}
