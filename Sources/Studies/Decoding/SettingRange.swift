import Numerics

/// Numbers from one end to another as an axis of a group: `{from: 0.001, to: 10, points: 13, spacing: log}`.
///
/// The ends are as written. What lies between is rounded, so that names, selections and addresses are short: to four
/// significant digits, with logarithmic spacing to three, and to whole numbers for a setting that takes only those.
/// All arithmetic is that of the numeric contract, so that the values are the same on every machine.
struct SettingRange {
  static let maxPoints = 1_000

  let mark: SourceMark
  private let ends: (from: SourceNode, to: SourceNode)
  private let low: Double
  private let high: Double
  private let points: Int
  private let isLogarithmic: Bool
  private let isWhole: Bool

  /// nil if the value is no range.
  init?(_ node: SourceNode, of setting: Setting) {
    guard let numbers = setting.numbers, let from = node["from"], let to = node["to"],
      let low = from.double, let high = to.double, let points = node["points"]?.int
    else { return nil }
    mark = node.mark
    ends = (from, to)
    self.low = low
    self.high = high
    self.points = points
    isLogarithmic = node["spacing"]?.text == "log"
    isWhole = numbers.kind == .integer
  }

  /// What is wrong with it, if anything is.
  var problem: Problem? {
    if low >= high { return .rangeNotAscending }
    if isLogarithmic, low <= 0 { return .logSpacingNotPositive }
    let numbers = values.compactMap(\.double)
    return zip(numbers, numbers.dropFirst()).allSatisfy(<) ? nil : .rangeTooFine(points: points)
  }

  /// Its values, ascending, as if they stood in a list in its place; none if it is not sound.
  var values: [SourceNode] {
    guard low < high, !isLogarithmic || low > 0, 2...SettingRange.maxPoints ~= points else { return [] }
    let between = (1..<points - 1).map { SourceNode(mark: mark, value: .scalar(text($0), isPlain: true)) }
    return [ends.from] + between + [ends.to]
  }

  private func text(_ index: Int) -> String {
    let value = isLogarithmic ? logarithmic(index) : linear(index)
    if isWhole { return "\(Int(value.rounded()))" }
    // What rounding leaves of a sum that should be 0.
    if value.magnitude < 1e-12 * max(low.magnitude, high.magnitude) { return "0" }
    return SettingRange.text(value, digits: isLogarithmic ? 3 : 4)
  }

  private func linear(_ index: Int) -> Double {
    (low * Double(points - 1 - index) + high * Double(index)) / Double(points - 1)
  }

  private func logarithmic(_ index: Int) -> Double {
    let (from, to) = (Elementary.log10(low), Elementary.log10(high))
    let exponent = from + (to - from) * Double(index) / Double(points - 1)
    // 10ˣ = exp(x · ln 10)
    return Elementary.exp(exponent * 2.302585092994046)
  }

  /// A number other than 0 with so many significant digits, as YAML writes it: "215e-5".
  static func text(_ value: Double, digits: Int) -> String {
    let exponent = Int(Elementary.log10(value.magnitude).rounded(.down)) - (digits - 1)
    let scaled =
      exponent < 0 ? value * Elementary.pow10(-exponent) : value / Elementary.pow10(exponent)
    return "\(Int(scaled.rounded()))e\(exponent)"
  }

  /// What it may be for a setting of such numbers.
  static func shape(of numbers: NumberRule) -> MappingShape {
    MappingShape(
      noun: "a range",
      summary:
        "So many numbers from one end to the other, both included, for any setting that is a number. What lies between "
        + "the ends is rounded: to four significant digits, with `spacing: log` to three; whole numbers, where a setting "
        + "is one, to whole numbers.",
      keys: [
        .init(
          name: "from", shape: .number(numbers), isRequired: true, summary: "The first value",
          example: "0.001"),
        .init(
          name: "to", shape: .number(numbers), isRequired: true, summary: "The last value, above the first",
          example: "10"),
        .init(
          name: "points", shape: .integer(2, maxPoints), isRequired: true,
          summary: "How many values, the ends included", example: "13"),
        .init(
          name: "spacing",
          shape: .choice([
            Choice("linear", "neighbours have one difference"), Choice("log", "neighbours have one ratio"),
          ]), fallback: "linear",
          summary: "Whether neighbours have one difference (`linear`) or one ratio (`log`)"),
      ])
  }
}
