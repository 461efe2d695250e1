/// What an unquoted YAML scalar is, by the core schema of YAML 1.2 (§10.3.2), without octal and hexadecimal numbers.
enum ScalarSyntax {
  static func isNull(_ text: String) -> Bool {
    ["", "~", "null", "Null", "NULL"].contains(text)
  }

  static func bool(_ text: String) -> Bool? {
    switch text {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  /// Whether it matches `[-+]? [0-9]+`.
  static func isInteger(_ text: String) -> Bool {
    var rest = text.utf8[...]
    skipSign(&rest)
    return skipDigits(&rest) > 0 && rest.isEmpty
  }

  /// Whether it matches `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`.
  static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    skipSign(&rest)
    var digits = skipDigits(&rest)
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      digits += skipDigits(&rest)
    }
    guard digits > 0 else { return false }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      skipSign(&rest)
      guard skipDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// YAML's ways to write NaN and infinity, and the words people use instead.
  static func isNonfinite(_ text: String) -> Bool {
    let unsigned = text.lowercased().drop { $0 == "-" || $0 == "+" }
    return [".nan", ".inf", "nan", "inf", "infinity"].contains(unsigned)
  }

  /// nil unless it is a number; infinite if it is too large.
  static func double(_ text: String) -> Double? {
    isNumber(text) ? Double(text) : nil
  }

  static func isText(_ text: String) -> Bool {
    !isNull(text) && bool(text) == nil && !isNumber(text)
  }

  private static func skipSign(_ rest: inout Substring.UTF8View) {
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
  }

  private static func skipDigits(_ rest: inout Substring.UTF8View) -> Int {
    let count = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
    rest.removeFirst(count)
    return count
  }
}
