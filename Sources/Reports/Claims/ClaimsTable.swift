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
    let bound = ClaimsTable.bound(claim)
    guard results.study.seeds.count > 1 else { return bound }
    return switch claim.seeds {
    case .all: "\(bound) in every seed"
    case .most: "\(bound) in most seeds"
    case .half: "\(bound) in at least half of the seeds"
    case .atLeast(let count): "\(bound) in at least \(count) of \(results.study.seeds.count) seeds"
    }
  }

  private static func bound(_ claim: Claim) -> String {
    let subject = subject(claim)
    return switch claim.comparison {
    case .atLeast(let bound): "\(subject) ≥ \(NumberText.decimal(bound))"
    case .atMost(let bound): "\(subject) ≤ \(NumberText.decimal(bound))"
    case .above(let bound): "\(subject) > \(NumberText.decimal(bound))"
    case .below(let bound): "\(subject) < \(NumberText.decimal(bound))"
    case .between(let range):
      "\(subject) in \(NumberText.decimal(range.low))…\(NumberText.decimal(range.high))"
    case .isNone: "no \(subject)"
    }
  }

  /// What is measured, in words: "dead units, layer 1".
  private static func subject(_ claim: Claim) -> String {
    let name =
      switch claim.measure {
      case .metric(let metric, let layer):
        QuantityText.name(metric) + (layer.map { ", layer \($0)" } ?? "")
      case .reduced(let spec, let reduction):
        QuantityText.name(reduction, of: spec)
      }
    return switch claim.relation {
    case .itself: name
    case .minus: "difference in \(name)"
    case .over: "ratio of \(name)"
    }
  }

  private func measured(_ claim: ClaimResult) -> String {
    let seeds = results.study.seeds.count
    let texts = claim.points.map { point in
      let values = point.values.compactMap(\.self)
      let missing = point.values.count - values.count
      let span = ClaimsTable.span(values, claim.claim)
      let value = missing == 0 ? span : values.isEmpty ? "none" : "\(span), none in \(missing)"
      return seeds == 1 ? value : "\(point.seedsThatHold) of \(seeds) seeds (\(value))"
    }
    return texts.joined(separator: " / ")
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
}
