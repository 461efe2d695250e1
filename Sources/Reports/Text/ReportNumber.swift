import Foundation

/// Numbers as reports write them: at a fixed precision, the same on every machine.
package enum ReportNumber {
  /// With a fixed number of decimals: "0.9153".
  package static func fixed(_ value: Double, decimals: Int) -> String {
    special(value) ?? withoutNegativeZero(String(format: "%.\(decimals)f", value))
  }

  /// With a number of significant digits: "2.30", "5.96e-6".
  package static func significant(_ value: Double, digits: Int = 3) -> String {
    if let special = special(value) { return special }
    if value == 0 { return "0" }
    if value.magnitude >= 1e-3, value.magnitude < 1e6 {
      let magnitude = Int(String(format: "%.\(digits - 1)e", value).split(separator: "e")[1]) ?? 0
      return fixed(value, decimals: max(0, digits - 1 - magnitude))
    }
    let parts = String(format: "%.\(digits - 1)e", value).split(separator: "e")
    return "\(parts[0])e\(Int(parts[1]) ?? 0)"
  }

  /// A whole number with commas between thousands: "60,000".
  package static func count(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    let grouped = digits.enumerated().map { index, digit in
      let left = digits.count - index
      return index > 0 && left % 3 == 0 ? ",\(digit)" : "\(digit)"
    }
    return (value < 0 ? "-" : "") + grouped.joined()
  }

  private static func special(_ value: Double) -> String? {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value > 0 ? "∞" : "-∞" }
    return nil
  }

  /// "-0.000" says no more than "0.000".
  private static func withoutNegativeZero(_ text: String) -> String {
    text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) } ? String(text.dropFirst()) : text
  }
}
