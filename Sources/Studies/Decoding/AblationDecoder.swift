/// `ablations:`.
struct AblationDecoder {
  /// - Returns: those that are sound by themselves.
  static func decode(_ list: [SourceNode], _ grid: Grid?, _ issues: inout Issues) -> [Ablation] {
    var names: Set<String> = []
    return list.enumerated().compactMap { index, node in
      let path = ["ablations", "\(index)"]
      guard issues.isClean("ablations", "\(index)"), let name = node["name"], let reset = node["reset"] else {
        return nil
      }
      let ablation = Ablation(
        name: name.text?.trimmed ?? "", reset: reset.oneOrMore.compactMap(\.int).sortedUnique)
      if !names.insert(ablation.name).inserted {
        issues.report(.duplicateName(kind: "ablation", name: ablation.name), at: name.mark, path: path)
      }
      if let grid {
        LayerRules.check(
          .list(ablation.reset), reset, points: grid.points, everywhere: false, path: path, &issues)
      }
      return ablation
    }
  }
}
