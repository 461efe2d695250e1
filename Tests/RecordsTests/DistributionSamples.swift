import Foundation

/// Values with a known shape, from a seed (SplitMix64; Box and Muller for the normal ones).
struct DistributionSamples {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x2545_F491_4F6C_DD1D
  }

  mutating func word() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// In (0, 1).
  mutating func unit() -> Double { Double((word() >> 12) << 1 | 1) * 0x1p-53 }

  mutating func uniform(_ count: Int) -> [Float] { (0..<count).map { _ in Float(2 * unit() - 1) } }

  mutating func normal(_ count: Int) -> [Float] {
    (0..<count).map { _ in
      Float((-2 * log(unit())).squareRoot() * cos(2 * .pi * unit()))
    }
  }

  mutating func exponential(_ count: Int) -> [Float] { (0..<count).map { _ in Float(-log(unit())) } }

  /// Student's t with 3 degrees of freedom.
  mutating func heavyTailed(_ count: Int) -> [Float] {
    (0..<count).map { _ in
      let n = normal(4)
      let square = n[1] * n[1] + n[2] * n[2] + n[3] * n[3]
      return n[0] / (square / 3).squareRoot()
    }
  }

  /// Any bit patterns: NaNs, infinities, subnormal numbers and all.
  mutating func patterns(_ count: Int) -> [Float] {
    (0..<count).map { _ in Float(bitPattern: UInt32(truncatingIfNeeded: word())) }
  }

  /// One of each that could be confused with its neighbours.
  static let special: [Float] = [
    0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, -.leastNormalMagnitude,
    .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .infinity, -.infinity, .nan, .signalingNaN, -.nan,
    Float(bitPattern: 0x7F80_0001), Float(bitPattern: 0xFF80_0001), Float(bitPattern: 0xFFFF_FFFF), 1, -1,
    1.0078125, -1.0078125, 0.5,
  ]
}
