import Reports

/// The parts of a difference in words, the same on the terminal and in Markdown.
enum DifferenceWords {
  static let arrow = "→"

  /// "ReLU · learning rate 0.05, seed 7"; "old → new" where the name changed.
  static func name(_ run: RunDifference, withSeed: Bool) -> String {
    let names = run.base.name == run.head.name ? run.head.name : "\(run.base.name) \(arrow) \(run.head.name)"
    return names + (withSeed ? ", seed \(run.head.seed)" : "")
  }

  static func name(_ run: RunData, withSeed: Bool) -> String {
    run.name + (withSeed ? ", seed \(run.seed)" : "")
  }

  /// "step 3 (bias, layer 1, unit 2, and 7 more)".
  static func divergence(_ run: RunDifference) -> String {
    guard let divergence = run.divergence else { return "nowhere" }
    return "step \(divergence.step)"
      + (divergence.quantities.isEmpty ? "" : " (\(some(divergence.quantities)))")
  }

  /// The first of some names, and how many there are besides.
  static func some(_ names: [String], upTo limit: Int = 1) -> String {
    let shown = names.prefix(limit).joined(separator: "; ")
    return names.count > limit ? "\(shown), and \(names.count - limit) more" : shown
  }

  /// "train_loss at step 7: 0.2134 → 0.1987".
  static func point(_ point: TrajectoryPoint) -> String {
    "\(point.quantity) at step \(point.step): \(values(point.values))"
  }

  /// As many digits as tell the two apart, and at least four.
  static func values(_ values: ValuePair) -> String {
    let areWhole = isWhole(values.base) && isWhole(values.head)
    for digits in 4...17 {
      let text = { areWhole ? number($0) : ReportNumber.significant($0, digits: digits) }
      let (base, head) = (text(values.base), text(values.head))
      if base != head || digits == 17 { return "\(base) \(arrow) \(head)" }
    }
    return ""
  }

  static func number(_ value: Double, _ digits: Int = 4) -> String {
    if isWhole(value) { return "\(Int(value))" }
    return ReportNumber.significant(value, digits: digits)
  }

  private static func isWhole(_ value: Double) -> Bool {
    value.isFinite && value == value.rounded() && value.magnitude < 1e6
  }

  static func metric(_ metric: MetricDifference) -> String {
    switch (metric.base, metric.head) {
    case (let base?, let head?): values(ValuePair(base, head)) + change(base, head)
    case (nil, let head?): "none \(arrow) \(number(head))"
    case (let base?, nil): "\(number(base)) \(arrow) none"
    case (nil, nil): ""
    }
  }

  /// " (+0.0123)".
  private static func change(_ base: Double, _ head: Double) -> String {
    guard base.isFinite, head.isFinite else { return "" }
    return " (\(head > base ? "+" : "")\(number(head - base, 3)))"
  }

  static func nonfinite(_ run: RunDifference) -> String? {
    guard run.base.nonfinite != run.head.nonfinite else { return nil }
    let text = { (value: NonfiniteData?) in value.map { "NaN or ∞ at step \($0.step)" } ?? "finite to the end"
    }
    return "\(text(run.base.nonfinite)) \(arrow) \(text(run.head.nonfinite))"
  }

  static func setting(_ setting: SettingDifference) -> String {
    "\(setting.name): \(setting.base ?? "–") \(arrow) \(setting.head ?? "–")"
  }

  /// "weights, layer 1: 0.0123 at step 600 (0.4 sd)".
  static func distribution(_ difference: DistributionDifference) -> String {
    guard difference.distance.isFinite else {
      return "\(difference.name): finite values on one side only, at step \(difference.step)"
    }
    let share =
      difference.deviation > 0
      ? " (\(ReportNumber.significant(difference.distance / difference.deviation, digits: 2)) sd)" : ""
    return
      "\(difference.name): \(ReportNumber.significant(difference.distance)) at step \(difference.step)\(share)"
  }

  static func file(_ file: FileDifference) -> String {
    switch file.change {
    case .added: "\(file.name): new"
    case .removed: "\(file.name): removed"
    case .lines(let added, let removed): "\(file.name): +\(added) −\(removed) lines"
    case .bytes: "\(file.name): other bytes"
    case .picture(let pixels, let panels): "\(file.name): \(picture(pixels, panels))"
    }
  }

  private static func picture(_ pixels: Double?, _ panels: [String]) -> String {
    let size = pixels.map { $0 == 0 ? "looks the same" : "\(percent($0)) of the pixels" } ?? "another size"
    guard !panels.isEmpty else { return size }
    return
      "\(size); \(panels.count) \(panels.count == 1 ? "panel" : "panels") with other data: \(some(panels, upTo: 3))"
  }

  private static func percent(_ share: Double) -> String {
    "\(ReportNumber.significant(100 * share, digits: 2)) %"
  }

  static func verdict(_ claim: ClaimDifference) -> String {
    let sign = { (claim: ClaimData?) in claim.map { $0.holds ? "✔" : "✘" } ?? "–" }
    let (base, head) = (sign(claim.base), sign(claim.head))
    return base == head ? head : "\(base) \(arrow) \(head)"
  }

  /// What was measured, before and after.
  static func measured(_ claim: ClaimDifference) -> String {
    switch (claim.base, claim.head) {
    case (let base?, let head?) where base.measured == head.measured: head.measured
    case (let base?, let head?): "\(base.measured) \(arrow) \(head.measured)"
    case (nil, let head?): head.measured
    case (let base?, nil): base.measured
    case (nil, nil): ""
    }
  }

  /// What is expected; both texts where the claim changed.
  static func expected(_ claim: ClaimDifference) -> String {
    switch (claim.base, claim.head) {
    case (let base?, let head?) where base.expected != head.expected:
      "\(base.expected) \(arrow) \(head.expected)"
    default: claim.head?.expected ?? claim.base?.expected ?? ""
    }
  }

  static func count(_ count: Int, _ noun: String) -> String {
    "\(ReportNumber.count(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A study's difference in a line: "2 of 9 runs changed, 1 claim fell".
  static func headline(_ study: StudyDifference) -> String {
    switch study.presence {
    case .added: return "new report" + (study.data.head.map { ", \(count($0.runs.count, "run"))" } ?? "")
    case .removed: return "report removed"
    case .inBoth: break
    }
    let changed = study.changedRuns
    let all = changed.count + study.unchangedRuns + study.addedRuns.count
    var parts: [String] = []
    if !changed.isEmpty { parts.append("\(changed.count) of \(count(all, "run")) changed") }
    if !study.addedRuns.isEmpty { parts.append("\(count(study.addedRuns.count, "run")) added") }
    if !study.removedRuns.isEmpty { parts.append("\(count(study.removedRuns.count, "run")) removed") }
    if !study.fallenClaims.isEmpty { parts.append("\(count(study.fallenClaims.count, "claim")) fell") }
    let risen = study.claims.count(where: \.rose)
    if risen > 0 { parts.append("\(count(risen, "claim")) now \(risen == 1 ? "holds" : "hold")") }
    if parts.isEmpty { parts.append(study.obstacle == nil ? "no run changed" : "runs not compared") }
    return parts.joined(separator: ", ")
  }
}
