import Numerics
import Testing

/// The bits themselves: the same numbers in every build, on every machine.
///
/// A change of one of these values changes every report, and needs a new version of the contract.
struct ContractTests {
  /// In the order of `FloatFunction.allCases`.
  static let functionChecksums: [UInt64] = [
    0x50B0_3115_18F2_F2CC,
    0x3A10_AA76_6BE6_84DF,
    0xC16E_E881_67E0_D594,
    0x2249_D89D_8C0A_4407,
    0x2DD1_0312_D5B4_D471,
    0x82B3_F8BC_C4ED_95CF,
    0x25CA_52EE_918B_6B46,
  ]

  /// In the order of `ProductForm.allCases`.
  static let productChecksums: [UInt64] = [
    0x5ADC_BC21_1D31_8472,
    0xB430_A403_2037_2737,
    0xE2BD_AD30_C52D_89A5,
  ]

  @Test(arguments: zip(FloatFunction.allCases, functionChecksums))
  func functionsKeepTheirBits(_ function: FloatFunction, _ expected: UInt64) {
    var values = stride(from: 0, to: 1 << 32, by: 65_521).map { Float(bitPattern: UInt32($0)) }
    function.apply(&values)
    #expect(checksum(values) == expected)
  }

  @Test func normalsKeepTheirBits() {
    #expect(checksum(randomMatrix(100, 100, index: 10).elements) == 0x00BB_DB5E_6A08_B8E4)
  }

  @Test(arguments: zip(ProductForm.allCases, productChecksums))
  func productsKeepTheirBits(_ form: ProductForm, _ expected: UInt64) {
    let (a, b) = form.operands(37, 300, 41, isHostile: false)
    var c = Matrix(rows: 37, columns: 41)
    form.fast(a, b, into: &c)
    #expect(checksum(c.elements) == expected)
  }

  /// FNV-1a over the words of the bit patterns.
  private func checksum(_ values: [Float]) -> UInt64 {
    bits(values).reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
