import Numerics

/// Where an axis has ticks, and what stands beside them.
struct Ticks: Equatable, Sendable {
  struct Tick: Equatable, Sendable {
    var value: Double
    var label: String
  }

  /// Labelled, with a grid line.
  var major: [Tick] = []
  /// Between them, on logarithmic axes.
  var minor: [Double] = []

  /// Steps of 1, 2 or 5 × 10ⁿ inside `low … high`, at most `limit` of them.
  static func linear(low: Double, high: Double, limit: Int) -> [TickValue] {
    let span = high / 2 - low / 2
    guard span > 0, span.isFinite, limit > 0 else { return [] }
    var exponent = Decimal.exponent(span) - 3
    while exponent < 310 {
      for digit in [1, 2, 5] {
        let step = TickValue(mantissa: digit, exponent: exponent)
        if let ticks = multiples(of: step, low: low, high: high, limit: limit) { return ticks }
      }
      exponent += 1
    }
    return []
  }

  private static func multiples(of step: TickValue, low: Double, high: Double, limit: Int) -> [TickValue]? {
    // A hair of tolerance: 0.3 lies at the end of a range that ends in 0.1 + 0.2.
    let first = (low / step.value - 1e-9).rounded(.up)
    let last = (high / step.value + 1e-9).rounded(.down)
    guard last - first < Double(limit), abs(first) < 1e12, abs(last) < 1e12 else { return nil }
    guard first <= last else { return [] }
    return (Int(first)...Int(last)).map { TickValue(mantissa: $0 * step.mantissa, exponent: step.exponent) }
  }

  /// Ticks of a logarithmic axis over `low … high`, both positive: decades, thinned to `limit`; 1-2-5 under two
  /// decades; steps as on a linear axis under half of one.
  static func log(low: Double, high: Double, limit: Int) -> (major: [TickValue], minor: [Double]) {
    guard low > 0, low < high, high.isFinite else { return ([], []) }
    let from = Decimal.exponent(low)
    let to = Decimal.exponent(high)
    let inside = { (tick: TickValue) in tick.value >= low * (1 - 1e-9) && tick.value <= high * (1 + 1e-9) }
    let decades = (from...(to + 1)).map { TickValue(mantissa: 1, exponent: $0) }.filter(inside)
    if decades.count >= 3 {
      let stride = thinning(decades.count, limit: limit)
      let major = decades.filter { $0.exponent.isMultiple(of: stride) }
      let minor = stride == 1 ? digits(2...9, from: from, to: to).filter(inside) : decades
      return (major, minor.map(\.value))
    }
    let minor = digits(2...9, from: from, to: to).filter(inside).map(\.value)
    let fine = (from...to).flatMap { e in [1, 2, 5].map { TickValue(mantissa: $0, exponent: e) } }.filter(
      inside)
    if fine.count > limit, decades.count == 2 { return (decades, minor) }
    if fine.count >= 3, fine.count <= limit { return (fine, minor) }
    return (linear(low: low, high: high, limit: max(2, min(limit, 5))), minor)
  }

  private static func digits(_ digits: ClosedRange<Int>, from: Int, to: Int) -> [TickValue] {
    guard to - from < 40 else { return [] }
    return (from...to).flatMap { e in digits.map { TickValue(mantissa: $0, exponent: e) } }
  }

  /// Every how many-th of `count` decades has a label.
  static func thinning(_ count: Int, limit: Int) -> Int {
    let limit = max(1, limit)
    return [1, 2, 3, 4, 5, 10, 20, 50, 100].first { (count + $0 - 1) / $0 <= limit } ?? 200
  }

  /// Ticks of a symmetric log axis: 0 and ± threshold × 10ᵏ.
  static func symlog(low: Double, high: Double, threshold: Double, limit: Int) -> [TickValue] {
    let start =
      Decimal.exponent(threshold) + (Elementary.pow10(Decimal.exponent(threshold)) < threshold ? 1 : 0)
    let reach = max(abs(low), abs(high))
    let end = reach > 0 ? Decimal.exponent(reach) : start
    guard end >= start else { return linear(low: low, high: high, limit: limit) }
    let sides = (low < 0 ? 1 : 0) + (high > 0 ? 1 : 0)
    let stride = thinning(end - start + 1, limit: max(1, (limit - 1) / max(1, sides)))
    // Counted from the largest decade down, which says how far the axis reaches.
    let exponents = (start...end).filter { (end - $0).isMultiple(of: stride) }
    let positive = exponents.map { TickValue(mantissa: 1, exponent: $0) }
    let negative = exponents.reversed().map { TickValue(mantissa: -1, exponent: $0) }
    return (negative + [TickValue(mantissa: 0, exponent: 0)] + positive).filter {
      $0.value >= low && $0.value <= high
    }
  }
}
