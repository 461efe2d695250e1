import Studies

/// A claim in the words of the report: the statement, what it expects, what was measured.
package struct ClaimText: Sendable {
  package let say: String
  package let holds: Bool
  package let expected: String
  package let measured: String

  /// The texts of a study's claims, in their order.
  package static func all(_ results: StudyResults, _ claims: [ClaimResult]) -> [ClaimText] {
    let wording = ClaimWording(results: results)
    return claims.map {
      ClaimText(
        say: $0.claim.say, holds: $0.holds, expected: wording.expected($0.claim),
        measured: wording.measured($0))
    }
  }
}

private struct ClaimWording {
  let results: StudyResults

  func expected(_ claim: Claim) -> String {
    let bound = bound(claim)
    guard results.study.seeds.count > 1 else { return bound }
    return switch claim.seeds {
    case .all: "\(bound) in every seed"
    case .most: "\(bound) in most seeds"
    case .half: "\(bound) in at least half of the seeds"
    case .atLeast(let count): "\(bound) in at least \(count) of \(results.study.seeds.count) seeds"
    }
  }

  private func bound(_ claim: Claim) -> String {
    let subject = MeasureText.name(claim.measure, claim.relation, in: results.study.kind)
    return switch claim.comparison {
    case .atLeast(let bound): "\(subject) ≥ \(NumberText.decimal(bound))"
    case .atMost(let bound): "\(subject) ≤ \(NumberText.decimal(bound))"
    case .above(let bound): "\(subject) > \(NumberText.decimal(bound))"
    case .below(let bound): "\(subject) < \(NumberText.decimal(bound))"
    case .between(let range):
      "\(subject) in \(NumberText.decimal(range.low))…\(NumberText.decimal(range.high))"
    case .isNone: "no \(subject)"
    case .isShape(let word): "\(subject): \(word.text)"
    }
  }

  /// The points' texts, in order.
  func measured(_ claim: ClaimResult) -> String {
    claim.claim.points.map { point in
      ofPoint(claim.points.filter { $0.point == point }, claim.claim)
    }.joined(separator: " / ")
  }

  /// Up to this many layers are listed; of more it is said between what they lie.
  private static let listedLayers = 6

  /// What was measured of a point's layers: "0.50 · 0.49", or with seeds "20 of 20 seeds (0.49…0.51 · 0.36…0.62)".
  private func ofPoint(_ layers: [ClaimResult.PointResult], _ claim: Claim) -> String {
    let seeds = results.study.seeds.count
    let isListed = layers.count <= ClaimWording.listedLayers
    let texts = layers.map { text($0.values, $0.shapes, claim) }
    let values =
      isListed
      ? (Set(texts).count == 1 ? texts[0] : texts.joined(separator: " · "))
      : text(layers.flatMap(\.values), layers.flatMap(\.shapes), claim) + " over \(layers.count) layers"
    guard seeds > 1 else { return values }
    let holding = layers.map(\.seedsThatHold)
    let areEqual = Set(holding).count == 1
    let counts =
      areEqual || !isListed ? "\(holding.min() ?? 0)" : holding.map(String.init).joined(separator: " · ")
    return "\(counts) of \(seeds) seeds (\(values))"
  }

  private func text(_ values: [Double?], _ shapes: [ShapeWord?], _ claim: Claim) -> String {
    guard shapes.isEmpty else { return ClaimWording.words(shapes) }
    let present = values.compactMap(\.self)
    let missing = values.count - present.count
    let span = ClaimWording.span(present, claim)
    return missing == 0 ? span : present.isEmpty ? "none" : "\(span), none in \(missing)"
  }

  private static func span(_ values: [Double], _ claim: Claim) -> String {
    guard !values.isEmpty else { return "none" }
    let text = { (value: Double) in
      claim.relation == .itself
        ? MetricText.text(value, of: claim.measure) : ReportNumber.significant(value)
    }
    let quantiles = Quantiles(values)
    let (low, high) = (text(quantiles.at(0)), text(quantiles.at(1)))
    return low == high ? low : "\(low)…\(high)"
  }

  /// Each word once, the most frequent first, with how often: "bell (3), skewed (2)".
  private static func words(_ shapes: [ShapeWord?]) -> String {
    let texts = shapes.map { $0?.text ?? "none" }
    var distinct: [(text: String, count: Int)] = []
    for text in texts where !distinct.contains(where: { $0.text == text }) {
      distinct.append((text, texts.count { $0 == text }))
    }
    guard distinct.count > 1 else { return distinct.first?.text ?? "none" }
    // Stable: equally frequent words stay in the order of the seeds.
    let ranked = distinct.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    return ranked.map { "\($0.element.text) (\($0.element.count))" }.joined(separator: ", ")
  }
}
