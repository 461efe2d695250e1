package import Digests
package import Studies

/// The address of a run's record: a digest of everything that determines its bits.
package struct RunAddress: Hashable, Sendable {
  /// Raised whenever a change of Kiseki changes the bits of any record.
  package static let engineVersion = 1

  package let key: Digest
  /// What `key` is the SHA-256 of: one fact a line.
  package let description: String

  /// - Parameters:
  ///   - run: the settings, the seed and what to record.
  ///   - dataDigest: of the data set that the run's data settings name.
  package init(of run: Run, dataDigest: Digest) {
    description = """
      engine: \(RunAddress.engineVersion)
      data: \(dataDigest.hex)
      \(canonicalDescription(of: run))
      """
    key = Digest.of(description)
  }
}
