import Numerics
import Testing

struct FinitenessTests {
  @Test func extremesAreFinite() {
    let values: [Float] = [0, -0.0, 0x1p-149, .greatestFiniteMagnitude, -.greatestFiniteMagnitude]
    #expect(!Finiteness.hasNonfinite(values))
    #expect(Finiteness.countNonfinite(values) == 0)
    #expect(!Finiteness.hasNonfinite([]))
  }

  /// Wherever it stands, in a vector or behind the last one.
  @Test(arguments: [Float.nan, -.nan, .infinity, -.infinity, Float(bitPattern: 0x7F80_0001)])
  func oneIsFoundAnywhere(_ value: Float) {
    for position in 0..<67 {
      var values = [Float](repeating: 1, count: 67)
      values[position] = value
      #expect(Finiteness.hasNonfinite(values))
      #expect(Finiteness.countNonfinite(values) == 1)
    }
  }

  @Test func manyAreCountedAcrossBlocks() {
    let values = (0..<200_001).map { $0 % 3 == 0 ? Float.nan : 1 }
    #expect(Finiteness.countNonfinite(values) == 66_667)
  }
}
