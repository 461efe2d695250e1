import Foundation
import Numerics
import Testing

/// The system's functions are the reference: they are within an ULP themselves, so the bounds here are one wider.
struct DoubleFunctionTests {
  private let exponents = Array(-1_074...1_023)

  /// Positive values in every binade.
  private func positives() -> [Double] {
    var stream = RandomStream(seed: 1, name: "binades")
    return exponents.flatMap { exponent in
      (0..<20).map { _ in Double(sign: .plus, exponent: exponent, significand: 1 + stream.openUniform()) }
    }
  }

  @Test func expIsWithinItsBound() {
    var stream = RandomStream(seed: 2, name: "exp")
    for _ in 0..<50_000 {
      let x = stream.openUniform() * 1_460 - 748
      #expect(ulps(Elementary.exp(x), from: Foundation.exp(x)) <= 2)
    }
    for x in positives() where x < 1 {
      #expect(ulps(Elementary.exp(-x), from: Foundation.exp(-x)) <= 2)
    }
  }

  @Test func logarithmsAreWithinTheirBounds() {
    for x in positives() {
      #expect(ulps(Elementary.log(x), from: Foundation.log(x)) <= 2)
      #expect(ulps(Elementary.log10(x), from: Foundation.log10(x)) <= 2)
    }
    // Next to 1, where the result cancels.
    for step in 1...500 {
      for x in [1 + Double(step) * 0x1p-52, 1 - Double(step) * 0x1p-53, 1 + Double(step) * 1e-3] {
        #expect(ulps(Elementary.log(x), from: Foundation.log(x)) <= 2)
        #expect(ulps(Elementary.log10(x), from: Foundation.log10(x)) <= 2)
      }
    }
  }

  @Test func cosIsWithinItsBound() {
    var stream = RandomStream(seed: 3, name: "cos")
    for range in [2 * Double.pi, 0x1p20] {
      for _ in 0..<50_000 {
        let x = (stream.openUniform() * 2 - 1) * range
        #expect(ulps(Elementary.cos(x), from: Foundation.cos(x)) <= 2)
      }
    }
    // Next to its zeros only a good reduction keeps any digits.
    for quarter in stride(from: 1, to: 2_001, by: 2) {
      let x = Double(quarter) * (Double.pi / 2)
      #expect(ulps(Elementary.cos(x), from: Foundation.cos(x)) <= 2)
    }
  }

  @Test func functionsMeetTheirLimits() {
    #expect(Elementary.exp(0.0) == 1 && Elementary.exp(-0.0) == 1)
    #expect(Elementary.exp(Double.infinity) == .infinity && Elementary.exp(-Double.infinity) == 0)
    #expect(Elementary.exp(709.782712893384).isFinite && Elementary.exp(709.7827128933841) == .infinity)
    #expect(Elementary.exp(-745.13) == 0x1p-1074 && Elementary.exp(-745.14) == 0)
    #expect(Elementary.exp(Double.nan).isNaN)
    let logarithms: [@Sendable (Double) -> Double] = [Elementary.log, Elementary.log10]
    for logarithm in logarithms {
      #expect(logarithm(0) == -.infinity && logarithm(-0.0) == -.infinity)
      #expect(logarithm(1) == 0 && logarithm(.infinity) == .infinity)
      #expect(logarithm(-1).isNaN && logarithm(-.infinity).isNaN && logarithm(.nan).isNaN)
    }
    #expect(Elementary.cos(0) == 1 && Elementary.cos(.pi) == -1)
    #expect(Elementary.cos(.infinity).isNaN && Elementary.cos(.nan).isNaN)
  }

  /// Every power is what the decimal literal gives, which is correctly rounded.
  @Test func powersOfTenAreCorrectlyRounded() throws {
    for n in -330...310 {
      let literal = try #require(Double("1e\(n)"))
      #expect(Elementary.pow10(n) == literal, "10^\(n)")
    }
    #expect(Elementary.pow10(.max) == .infinity)
    #expect(Elementary.pow10(.min) == 0)
  }

  /// Axes rely on it: the logarithm of a power of ten is its exponent.
  @Test func log10IsExactAtPowersOfTen() {
    for n in -307...308 {
      #expect(Elementary.log10(Elementary.pow10(n)) == Double(n))
    }
  }
}
