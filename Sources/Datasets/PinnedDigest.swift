import Digests

/// A digest written into the source, as proven by a test.
func pinnedDigest(_ hex: StaticString) -> Digest {
  guard let digest = Digest(hex: "\(hex)") else {
    preconditionFailure("a pinned digest has 64 hexadecimal digits")
  }
  return digest
}
