/// Whether layers exist that a study names.
struct LayerRules {
  /// Checks that layers exist, in every run or in one at least, if a node names them; a default always fits.
  static func check(
    _ layers: LayerSelection, _ node: SourceNode?, points: [GridPoint], everywhere: Bool, path: [String],
    _ issues: inout Issues
  ) {
    guard let node else { return }
    func wrong(_ isMissing: (GridPoint) -> Bool) -> GridPoint? {
      everywhere ? points.first(where: isMissing) : points.allSatisfy(isMissing) ? points.first : nil
    }
    switch layers {
    case .all, .last: break
    case .hidden:
      if let point = wrong({ $0.settings.network.hidden.isEmpty }) {
        issues.report(.noHiddenLayer(run: point.name), at: node.mark, path: path)
      }
    case .list:
      for element in node.oneOrMore {
        guard let layer = element.int, let point = wrong({ $0.settings.network.layerCount < layer }) else {
          continue
        }
        issues.report(.noSuchLayer(layer, in: point), at: element.mark, path: path)
      }
    }
  }
}

extension Problem {
  static func noSuchLayer(_ layer: Int, in point: GridPoint) -> Problem {
    let network = point.settings.network
    return .noSuchLayer(
      layer, run: point.name, layers: network.layerCount, hasOutput: network.hasOutputLayer)
  }
}
