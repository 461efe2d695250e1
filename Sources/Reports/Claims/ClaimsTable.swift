import Studies

/// The report's table of claims: the statement, what it expects, what was measured, and whether it holds.
struct ClaimsTable {
  let results: StudyResults
  let claims: [ClaimResult]

  var markdown: String {
    var table = MarkdownTable([("", .centre), ("claim", .left), ("expected", .left), ("measured", .left)])
    for claim in claims {
      table.append([claim.holds ? "✔" : "✘", claim.claim.say, expected(claim.claim), measured(claim)])
    }
    return table.text
  }

  private func expected(_ claim: Claim) -> String {
    let seeds = results.study.seeds.count
    return bound(claim)
      + (seeds > 1 ? " in \(ClaimsTable.words(claim.seeds, of: seeds, "seed"))" : "")
      + (claim.runs == .all ? "" : ", for \(ClaimsTable.words(claim.runs, of: claim.points.count, "run"))")
  }

  private static func words(_ quantifier: Quantifier, of total: Int, _ noun: String) -> String {
    switch quantifier {
    case .all: "every \(noun)"
    case .most: "most \(noun)s"
    case .half: "at least half of the \(noun)s"
    case .atLeast(let count): "at least \(count) of \(total) \(noun)s"
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

  /// Up to this many runs are listed; of more it is said for how many the claim is true, and between what they lie.
  private static let listedRuns = 12

  /// Whether what was measured of each run stands in the table.
  static func lists(_ claim: Claim) -> Bool { claim.points.count <= listedRuns }

  /// The points' texts, in order; where not all need to hold, after how many do.
  private func measured(_ claim: ClaimResult) -> String {
    let counted = "\(claim.runsThatHold) of \(claim.claim.points.count) runs"
    guard ClaimsTable.lists(claim.claim) else { return "\(counted)\(seedsOfRuns(claim)) (\(ofAll(claim)))" }
    let texts = claim.claim.points.map { point in
      ofPoint(claim.points.filter { $0.point == point }, claim.claim)
    }.joined(separator: " / ")
    return claim.claim.runs == .all ? texts : "\(counted) (\(texts))"
  }

  /// In how many seeds the claim is true for the runs: ", in 20…24 of 24 seeds each".
  private func seedsOfRuns(_ claim: ClaimResult) -> String {
    let seeds = results.study.seeds.count
    let holding = claim.points.map(\.seedsThatHold)
    guard seeds > 1, let least = holding.min(), let most = holding.max() else { return "" }
    return ", in \(least == most ? "\(least)" : "\(least)…\(most)") of \(seeds) seeds each"
  }

  private func ofAll(_ claim: ClaimResult) -> String {
    text(claim.points.flatMap(\.values), claim.points.flatMap(\.shapes), claim.claim)
  }

  /// Up to this many layers are listed; of more it is said between what they lie.
  private static let listedLayers = 6

  /// What was measured of a point's layers: "0.50 · 0.49", or with seeds "20 of 20 seeds (0.49…0.51 · 0.36…0.62)".
  private func ofPoint(_ layers: [ClaimResult.PointResult], _ claim: Claim) -> String {
    let seeds = results.study.seeds.count
    let isListed = layers.count <= ClaimsTable.listedLayers
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
    guard shapes.isEmpty else { return ClaimsTable.words(shapes) }
    let present = values.compactMap(\.self)
    let missing = values.count - present.count
    let span = ClaimsTable.span(present, claim)
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
