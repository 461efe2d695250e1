import Charts

/// The most changed trajectories of a study, base and head over each other.
struct OverlaySheet {
  let sheet: Sheet

  private static let columns = 3
  private static let mostPanels = 12

  /// - Returns: nil if no trajectory changed.
  init?(_ study: StudyDifference, names: (base: String, head: String)) {
    let chosen = OverlaySheet.mostChanged(study.changedRuns)
    guard !chosen.isEmpty else { return nil }
    let withSeeds = Set(study.changedRuns.map(\.head.seed)).count > 1
    let panels = chosen.compactMap { run, trajectory in
      OverlayPanel(run, trajectory, title: "\(DifferenceWords.name(run, withSeed: withSeeds))").panel
    }
    let rows = stride(from: 0, to: panels.count, by: OverlaySheet.columns).map { start in
      panels[start..<min(start + OverlaySheet.columns, panels.count)].map(Optional.some)
    }
    sheet = Sheet(
      title: "\(study.study): the most changed trajectories", subtitle: DifferenceWords.headline(study), panels: rows,
      naming: .legend([
        .line("base: \(names.base)", OverlayPanel.baseColor),
        .line("head: \(names.head)", OverlayPanel.headColor),
      ]),
      footnotes: ["Of a quantity with several units, the unit that differs most."])
  }

  /// Each run's most changed trajectory, then each run's second, and so on.
  private static func mostChanged(_ runs: [RunDifference]) -> [(RunDifference, String)] {
    let depth = runs.map(\.changedTrajectories.count).max() ?? 0
    let all = (0..<depth).lazy.flatMap { place in
      runs.filter { place < $0.changedTrajectories.count }.map { ($0, $0.changedTrajectories[place]) }
    }
    return Array(all.prefix(mostPanels))
  }
}

/// One trajectory of one run, before and after.
private struct OverlayPanel {
  let panel: Panel?

  static let baseColor = Theme.grey
  static let headColor = Palette.category(0)

  init(_ run: RunDifference, _ name: String, title: String) {
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
      title: title, x: .steps(share: nil),
      y: Axis(label: isWide ? "|\(name)\(unit)|" : "\(name)\(unit)", scale: isWide ? .log : .linear),
      marks: [
        .line(.init(x: base.steps.map(Double.init), y: old.map(height), color: OverlayPanel.baseColor, width: 5)),
        .line(.init(x: head.steps.map(Double.init), y: new.map(height), color: OverlayPanel.headColor, width: 2.5)),
      ])
  }

  /// The lines of the unit that differs most.
  private static func mostDifferent(_ base: Trajectory, _ head: Trajectory) -> (Int, Int)? {
    let steps = CommonSteps(base.steps, head.steps).pairs
    var best: (size: Double, lines: (Int, Int))?
    for index in base.lines.indices {
      guard let other = base.units.isEmpty ? 0 : head.units.firstIndex(of: base.units[index]) else { continue }
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
    guard let low = sizes.min(), let high = sizes.max() else { return false }
    return high > 1e4 * low && high > 1e3
  }
}
