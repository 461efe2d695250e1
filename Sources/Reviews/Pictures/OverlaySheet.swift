import Charts

/// The most changed trajectories of a study, base and head over each other.
struct OverlaySheet {
  let sheet: Sheet

  private static let columns = 3
  /// Of panels; the runs share them.
  private static let mostRows = 6

  /// - Returns: nil if no trajectory changed.
  init?(_ study: StudyDifference, names: (base: String, head: String)) {
    let changed = study.changedRuns.filter { !$0.changedTrajectories.isEmpty }
    let runs = Array(changed.prefix(OverlaySheet.mostRows))
    guard !runs.isEmpty else { return nil }
    let withSeeds = Set(study.data.head?.runs.map(\.seed) ?? []).count > 1
    let rows = runs.flatMap { OverlaySheet.rows($0, atMost: OverlaySheet.mostRows / runs.count, withSeeds) }
    var footnotes = ["Of a quantity with several units, the unit that differs most."]
    if changed.count > runs.count { footnotes.append("\(changed.count - runs.count) more runs changed.") }
    sheet = Sheet(
      title: "\(study.study): the most changed trajectories", subtitle: DifferenceWords.headline(study),
      rowLabels: rows.map(\.label), panels: rows.map(\.panels),
      naming: .legend([
        .line("base: \(names.base)", OverlayPanel.baseColor),
        .line("head: \(names.head)", OverlayPanel.headColor),
      ]),
      footnotes: footnotes)
  }

  /// A run's most changed trajectories, three a row.
  private static func rows(
    _ run: RunDifference, atMost count: Int, _ withSeeds: Bool
  ) -> [(label: String, panels: [Panel?])] {
    let panels = run.changedTrajectories.prefix(count * columns).compactMap { OverlayPanel(run, $0).panel }
    return stride(from: 0, to: panels.count, by: columns).map { start in
      let label = start == 0 ? DifferenceWords.name(run, withSeed: withSeeds) : ""
      return (label, panels[start..<min(start + columns, panels.count)].map(Optional.some))
    }
  }
}

/// One trajectory of one run, before and after.
private struct OverlayPanel {
  let panel: Panel?

  static let baseColor = Theme.grey
  static let headColor = Palette.category(0)

  init(_ run: RunDifference, _ name: String) {
    guard let base = run.base.trajectories.first(where: { $0.name == name }),
      let head = run.head.trajectories.first(where: { $0.name == name }),
      let (before, after) = OverlayPanel.mostDifferent(base, head)
    else {
      panel = nil
      return
    }
    let unit = base.units.isEmpty ? "" : ", unit \(base.units[before])"
    let (old, new) = (base.lines[before].map(Double.init), head.lines[after].map(Double.init))
    let isWide = OverlayPanel.spansDecades(old + new)
    let height = { (value: Double) in isWide ? abs(value) : value }
    panel = Panel(
      title: isWide ? "|\(name)\(unit)|" : "\(name)\(unit)", x: .steps(),
      y: Axis(scale: isWide ? .log : .linear),
      marks: [
        .line(
          .init(x: base.steps.map(Double.init), y: old.map(height), color: OverlayPanel.baseColor, width: 5)),
        .line(
          .init(x: head.steps.map(Double.init), y: new.map(height), color: OverlayPanel.headColor, width: 2.5)
        ),
      ])
  }

  /// The lines of the unit that differs most.
  private static func mostDifferent(_ base: Trajectory, _ head: Trajectory) -> (Int, Int)? {
    let steps = CommonSteps(base.steps, head.steps).pairs
    var best: (size: Double, lines: (Int, Int))?
    for index in base.lines.indices {
      guard let other = base.units.isEmpty ? 0 : head.units.firstIndex(of: base.units[index]) else {
        continue
      }
      let size = steps.reduce(0.0) {
        max($0, ValuePair(Double(base.lines[index][$1.0]), Double(head.lines[other][$1.1])).absolute)
      }
      if size > best?.size ?? -1 { best = (size, (index, other)) }
    }
    return best?.lines
  }

  /// Whether a linear axis would show the largest values only.
  private static func spansDecades(_ values: [Double]) -> Bool {
    let sizes = values.filter { $0.isFinite && $0 != 0 }.map(abs)
    // A logarithmic axis cannot show zeros.
    guard let low = sizes.min(), let high = sizes.max(), 10 * sizes.count > 9 * values.count else {
      return false
    }
    return high > 1e4 * low && high > 1e3
  }
}
