import Testing

@testable import Digests

/// How a digest is written and read.
@Suite struct DigestTests {
  private let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test func readsWhatItWrites() throws {
    let digest = try #require(Digest(hex: hex))
    #expect(digest == Digest.of("abc"))
    #expect(digest.hex == hex)
    #expect(digest.description == hex)
    #expect(digest.short == "ba7816bf8f01")
    #expect(Digest(hex: hex.uppercased()) == digest)
  }

  @Test func bytesAreInHexOrder() {
    let bytes = Digest.of("abc").bytes
    #expect(bytes.count == 32)
    #expect(Array(bytes.prefix(4)) == [0xba, 0x78, 0x16, 0xbf])
    #expect(bytes.last == 0xad)
  }

  @Test(arguments: [
    "", "ba7816", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ag",
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0",
    "+a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  ])
  func refusesWhatIsNoDigest(text: String) {
    #expect(Digest(hex: text) == nil)
  }
}
