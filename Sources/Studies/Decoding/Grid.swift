/// The groups of a study and their grid points, with what references and checks need of their source.
struct Grid {
  static let maxRuns = 20_000

  var groups: [RunGroup] = []
  var points: [GridPoint] = []
  /// For each point, in order.
  var sources: [SettingsSource] = []
  /// Names and notes that charts show, with where they come from.
  var texts: [(text: String, mark: SourceMark)] = []

  /// The settings that are the same for all groups.
  static func defaults(_ root: SourceNode, data: DataSettings) -> SettingsSource {
    var defaults = SettingsSource(data: data)
    defaults.trainMark = root["data"]?["train"]?.mark
    for setting in Setting.all {
      if let node = root[setting.section.rawValue]?[setting.name] { defaults.set(setting.name, node) }
    }
    return defaults
  }

  /// Expands the groups of a study whose data, network, training and groups are valid.
  /// - Returns: nil if the grid cannot be laid out; why is in `issues`.
  static func expand(
    _ root: SourceNode, data: DataSettings, seedCount: Int, _ issues: inout Issues
  ) -> Grid? {
    let defaults = defaults(root, data: data)
    let nodes = root["groups"]?.elements ?? [SourceNode(mark: root.mark, value: .mapping([]))]
    let plans = nodes.map(GroupPlan.init)
    guard areSound(plans.flatMap(\.ranges), &issues) else { return nil }
    guard isWithinLimit(plans, seedCount: seedCount) else {
      let mark = (root["groups"] ?? root["seeds"])?.mark ?? root.mark
      issues.report(.tooManyRuns(limit: maxRuns), at: mark, path: ["groups"])
      return nil
    }
    checkNames(of: plans, &issues)
    var grid = Grid()
    let isComplete = plans.reduce(true) { isComplete, plan in
      grid.append(plan, defaults, &issues) && isComplete
    }
    guard isComplete else { return nil }
    grid.checkRunNames(plans, &issues)
    return grid
  }

  private static func areSound(_ ranges: [SettingRange], _ issues: inout Issues) -> Bool {
    for range in ranges {
      if let problem = range.problem { issues.report(problem, at: range.mark, path: ["groups"]) }
    }
    return ranges.allSatisfy { $0.problem == nil }
  }

  private static func isWithinLimit(_ plans: [GroupPlan], seedCount: Int) -> Bool {
    var total = 0
    for plan in plans {
      var size = 1
      for axis in plan.axes {
        let (product, overflow) = size.multipliedReportingOverflow(by: axis.values.count)
        guard !overflow, product <= maxRuns else { return false }
        size = product
      }
      total += size
    }
    return total <= maxRuns && total * seedCount <= maxRuns
  }

  private static func checkNames(of plans: [GroupPlan], _ issues: inout Issues) {
    var names: Set<String> = []
    for (index, plan) in plans.enumerated() {
      let path = ["groups", "\(index)"]
      guard let name = plan.nameNode?.text?.trimmed else {
        if plans.count > 1 { issues.report(.groupWithoutName, at: plan.mark, path: path) }
        continue
      }
      if !names.insert(name).inserted {
        issues.report(
          .duplicateName(kind: "group", name: name), at: plan.nameNode?.mark ?? plan.mark, path: path)
      }
    }
  }

  /// - Returns: whether every point of the group could be built.
  private mutating func append(_ plan: GroupPlan, _ defaults: SettingsSource, _ issues: inout Issues) -> Bool
  {
    groups.append(RunGroup(name: plan.name, axes: plan.axes.map(\.setting.name)))
    if let nameNode = plan.nameNode { texts.append((plan.name, nameNode.mark)) }
    let base = plan.fixed.reduce(defaults) { $0.setting($1.setting.name, to: $1.node) }
    checkAxes(plan, base, &issues)
    checkCount(plan.notes, "'notes'", plan, &issues)
    checkCount(plan.names, "'names'", plan, &issues)
    var reported: Set<Issue> = []
    for position in 0..<plan.pointCount {
      let source = plan.coordinates(of: position).reduce(base) { $0.setting($1.setting.name, to: $1.node) }
      do {
        let settings = try source.settings()
        var own = Issues()
        SettingsRules.check(settings, source, fallback: plan.mark, &own)
        for issue in own.all where reported.insert(issue).inserted { issues.report(issue) }
        append(plan, position, source, settings)
      } catch {
        if reported.insert(error).inserted { issues.report(error) }
      }
    }
    return !reported.contains { if case .activationCount = $0.problem { true } else { false } }
  }

  private mutating func append(
    _ plan: GroupPlan, _ position: Int, _ source: SettingsSource, _ settings: RunSettings
  ) {
    let values = Setting.all.compactMap { setting in
      setting.text(settings).map { SettingValue(setting: setting.name, text: $0) }
    }
    let note = plan.notes?.dropFirst(position).first
    let name = plan.names?.dropFirst(position).first
    for node in [note, name].compactMap(\.self) { texts.append((node.text?.trimmed ?? "", node.mark)) }
    points.append(
      GridPoint(
        index: points.count, group: plan.name,
        name: name?.text?.trimmed ?? plan.defaultName(of: position, settings),
        note: note?.text?.trimmed ?? "",
        values: values.sorted { $0.setting < $1.setting }, settings: settings))
    sources.append(source)
  }

  private func checkAxes(_ plan: GroupPlan, _ base: SettingsSource, _ issues: inout Issues) {
    for axis in plan.axes {
      var seen: Set<String> = []
      for value in axis.values {
        guard let settings = try? base.setting(axis.setting.name, to: value).settings() else { continue }
        guard let text = axis.setting.text(settings), !seen.insert(text).inserted else { continue }
        issues.report(.repeatedAxisValue(label: "'\(axis.setting.name)'", text: text), at: value.mark)
      }
    }
  }

  private func checkCount(_ list: [SourceNode]?, _ label: String, _ plan: GroupPlan, _ issues: inout Issues) {
    guard let list, list.count != plan.pointCount else { return }
    let mark = plan.listMark(label) ?? plan.mark
    issues.report(.countUnlikePoints(label: label, given: list.count, points: plan.pointCount), at: mark)
  }

  private func checkRunNames(_ plans: [GroupPlan], _ issues: inout Issues) {
    var names: Set<String> = []
    var start = 0
    for plan in plans {
      for (position, point) in points[start..<start + plan.pointCount].enumerated() {
        guard !names.insert(point.name).inserted, let list = plan.names else { continue }
        let mark = list.dropFirst(position).first?.mark ?? plan.mark
        issues.report(.duplicateName(kind: "run", name: point.name), at: mark)
      }
      start += plan.pointCount
    }
  }
}
