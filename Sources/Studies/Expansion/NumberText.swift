/// Numbers as a person writes them: the shortest decimal digits that give the number back, without an exponent between
/// 1e-4 and 1e7 (0.05, 600, 0.0001, 1e-5, 2.5e8).
package enum NumberText {
  /// The canonical text of a number of single precision.
  package static func decimal(_ value: Float) -> String { layOut(value.description) }
  /// The canonical text of a number of double precision.
  package static func decimal(_ value: Double) -> String { layOut(value.description) }

  /// The number that a text is as a whole; nil for words, such as `he` among initialisations.
  package static func value(_ text: String) -> Double? { ScalarSyntax.double(text) }

  /// Rewrites what the standard library prints, whose digits are the shortest already.
  private static func layOut(_ description: String) -> String {
    let isNegative = description.hasPrefix("-")
    let parts = description.drop { $0 == "-" }.split(separator: "e")
    guard let mantissa = parts.first, mantissa.allSatisfy({ $0.isNumber || $0 == "." }) else {
      return description
    }
    let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = halves.count > 1 && halves[1] != "0" ? halves[1] : ""
    var digits = String(halves[0]) + fraction
    // The value is 0.digits × 10^point.
    var point = halves[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.hasPrefix("0"), digits.count > 1 {
      digits.removeFirst()
      point -= 1
    }
    while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
    if digits == "0" { return "0" }
    return (isNegative ? "-" : "") + place(digits, point: point)
  }

  private static func place(_ digits: String, point: Int) -> String {
    switch point {
    case -3...0: return "0." + String(repeating: "0", count: -point) + digits
    case 1...7 where digits.count <= point:
      return digits + String(repeating: "0", count: point - digits.count)
    case 1...7: return digits.prefix(point) + "." + digits.dropFirst(point)
    default:
      let tail = digits.dropFirst()
      return digits.prefix(1) + (tail.isEmpty ? "" : "." + tail) + "e\(point - 1)"
    }
  }
}
