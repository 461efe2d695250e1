import Testing

@testable import Reports

@Suite struct ReportNumberTests {
  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (2.3, "2.30"), (2.305, "2.31"), (-2.3, "-2.30"), (0.1, "0.100"),
    (0.001, "0.00100"),
    (0.00099, "9.90e-4"), (5.96e-6, "5.96e-6"), (1e-5, "1.00e-5"), (9.996, "10.0"), (9.994, "9.99"),
    (99.96, "100"), (0.9996, "1.00"), (123, "123"), (1234.5, "1234"), (999_999, "999999"), (1e6, "1.00e6"),
    (-1.5e12, "-1.50e12"), (1e100, "1.00e100"), (.leastNonzeroMagnitude, "4.94e-324"), (.nan, "NaN"),
    (-.nan, "NaN"),
    (.infinity, "∞"), (-.infinity, "-∞"),
  ])
  func threeSignificantDigits(value: Double, text: String) {
    #expect(ReportNumber.significant(value) == text)
  }

  @Test(arguments: [
    (0.91525, 4, "0.9153"), (1, 4, "1.0000"), (0, 4, "0.0000"), (-0.00001, 4, "0.0000"), (-0.4, 0, "0"),
    (-1, 0, "-1"), (2.5, 0, "2"), (3.5, 0, "4"), (.nan, 4, "NaN"), (.infinity, 1, "∞"),
  ])
  func fixedDecimals(value: Double, decimals: Int, text: String) {
    #expect(ReportNumber.fixed(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (60_000, "60,000"), (1_234_567, "1,234,567"),
    (-1_000, "-1,000"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func thousands(value: Int, text: String) {
    #expect(ReportNumber.count(value) == text)
  }
}
