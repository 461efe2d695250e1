/// Whether the runs that a row draws have what it shows, and can be told apart.
struct RowRules {
  /// Checks that there is something to draw, and that runs can be told apart.
  static func check(
    _ row: RowSpec, _ node: SourceNode, points: [GridPoint], isOverlaid: Bool, path: [String],
    _ issues: inout Issues
  ) {
    if let recording = row.mark.recording {
      RecordingDecoder.check(
        recording, node, layerNode: node["layer"], points: points, everywhere: false, path: path, &issues)
    }
    if let spec = row.mark.distribution {
      DistributionDecoder.check(
        spec, node, layerNode: node["layer"], points: points, everywhere: false, path: path, &issues)
    }
    if let layers = row.mark.outcome?.layers {
      LayerRules.check(layers, node["layer"], points: points, everywhere: false, path: path, &issues)
    }
    if isOverlaid { checkOverlay(row.mark, node, points, path, &issues) }
  }

  /// Where colours tell runs apart, a panel has room for one thing a run.
  private static func checkOverlay(
    _ mark: RowMark, _ node: SourceNode, _ points: [GridPoint], _ path: [String], _ issues: inout Issues
  ) {
    switch mark {
    case .line(let recording): checkLines(recording, node, points, path, &issues)
    case .histogram(let spec, _):
      if let entry = node.entry("histogram"), !points.allSatisfy(spec.drawsOneStep) {
        issues.report(.severalStepsWithColor, at: entry.keyMark, path: path)
      }
    case .heatMap, .ridgeline, .percentiles:
      guard let entry = node.entries?.first(where: { $0.key == mark.name }) else { return }
      issues.report(.overlaidMark(entry.key), at: entry.keyMark, path: path)
    case .phaseDiagram:
      guard let entry = node.entry(mark.name) else { return }
      issues.report(.coloursAreValues(entry.key), at: entry.keyMark, path: path)
    case .response, .multiples: break
    }
  }

  private static func checkLines(
    _ recording: RecordingSpec, _ node: SourceNode, _ points: [GridPoint], _ path: [String],
    _ issues: inout Issues
  ) {
    // In a forward study a line runs over the layers.
    let isOverLayers = recording.quantity.scope == .layer && points.first?.settings.kind == .forward
    guard recording.quantity.scope != .run, !isOverLayers else { return }
    let layers = points.map { recording.layers.resolved(in: $0.settings.network).count }
    if let most = layers.max(), most > 1 {
      issues.report(.severalLayersWithColor(layers: most), at: node["layer"]?.mark ?? node.mark, path: path)
    } else if recording.quantity.scope == .unit, !recording.units.isSingle {
      issues.report(
        .unitsWithColor(recording.quantity.rawValue), at: node["units"]?.mark ?? node.mark, path: path)
    }
  }
}

extension DistributionSpec {
  /// Whether charts show one step of a run, as far as can be told.
  fileprivate func drawsOneStep(of point: GridPoint) -> Bool {
    let last = point.settings.lastStep(ofMiniBatch: tensor.isOfMiniBatch)
    // Without a last step, only a list can be a single step for certain.
    if last == nil, case .list(let listed) = steps { return listed.count == 1 }
    return last.map { steps.drawnSteps(upTo: $0).count <= 1 } ?? false
  }
}

extension RowMark {
  /// The study format's name.
  var name: String {
    switch self {
    case .line: "line"
    case .heatMap: "heat_map"
    case .histogram: "histogram"
    case .ridgeline: "ridgeline"
    case .percentiles: "percentiles"
    case .phaseDiagram: "phase_diagram"
    case .response: "response"
    case .multiples: "multiples"
    }
  }
}

extension UnitSelection {
  fileprivate var isSingle: Bool {
    switch self {
    case .all: false
    case .first(let count): count == 1
    case .list(let units): units.count == 1
    }
  }
}
