import Numerics

/// Maps values to pixels along one axis.
struct Scale: Equatable, Sendable {
  let kind: Axis.Scale
  let bounds: AxisRange.Bounds
  /// Pixels of the range's low and high ends.
  let start: Double
  let end: Double
  private let low: Double
  private let unit: Double

  /// `padding` is the share of the length left free at each end.
  init(kind: Axis.Scale, bounds: AxisRange.Bounds, start: Double, end: Double, padding: Double = 0) {
    self.kind = kind
    self.bounds = bounds
    self.start = start
    self.end = end
    let from = Self.transform(bounds.low, kind)
    let to = Self.transform(bounds.high, kind)
    let room = (to - from) * padding
    low = from - room
    unit = (end - start) / max(to - from + 2 * room, 1e-300)
  }

  /// The pixel of a value, possibly far outside; nil where the value cannot be shown on this scale.
  func map(_ value: Double) -> Double? {
    guard value.isFinite, kind != .log || value > 0 else { return nil }
    let position = start + (Self.transform(max(-1e300, min(1e300, value)), kind) - low) * unit
    return max(-1e7, min(1e7, position))
  }

  /// Whether a finite value lies on the axis: on its range, or in the free room at its ends.
  func contains(_ value: Double) -> Bool {
    guard let position = map(value) else { return false }
    return position >= min(start, end) - 0.01 && position <= max(start, end) + 0.01
  }

  private static func transform(_ value: Double, _ kind: Axis.Scale) -> Double {
    switch kind {
    case .linear: return value
    case .log: return Elementary.log10(value)
    case .symlog(let threshold):
      let size = abs(value) / threshold
      let moved = size <= 1 ? size : 1 + Elementary.log10(size)
      return value < 0 ? -moved : moved
    }
  }

  /// Ticks at most `limit` in number.
  func ticks(limit: Int) -> Ticks {
    let low = bounds.low
    let high = bounds.high
    switch kind {
    case .linear:
      // Ticks may stand in the room at the ends, too.
      return labelled(Ticks.linear(low: self.low, high: self.low + (end - start) / unit, limit: limit))
    case .log:
      let ticks = Ticks.log(low: low, high: high, limit: limit)
      let isStepped = ticks.major.allSatisfy(\.hasLogDigit)
      let format = isStepped ? NumberFormat.log(ticks.major) : .linear(ticks.major)
      return Ticks(
        major: ticks.major.map { .init(value: $0.value, label: format.text($0)) }, minor: ticks.minor)
    case .symlog(let threshold):
      let ticks = Ticks.symlog(low: low, high: high, threshold: threshold, limit: limit)
      let inner = max(abs(low), abs(high)) <= threshold
      guard !inner else { return labelled(ticks) }
      let format = NumberFormat.log(ticks)
      return Ticks(major: ticks.map { .init(value: $0.value, label: format.text($0)) })
    }
  }

  private func labelled(_ ticks: [TickValue]) -> Ticks {
    let format = NumberFormat.linear(ticks)
    return Ticks(major: ticks.map { .init(value: $0.value, label: format.text($0)) })
  }
}
