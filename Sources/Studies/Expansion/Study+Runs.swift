extension Study {
  /// Every grid point with every seed: points in order, the seeds of a point together.
  ///
  /// Each run records what the sheets that draw it, the claims about it and `record:` need, and no more.
  package func runs() -> [Run] {
    let recordings = points.map(recordings(of:))
    let distributions = points.map(distributions(of:))
    var runs: [Run] = []
    for point in points {
      let ablations = ablations(of: point)
      for seed in seeds {
        runs.append(
          Run(
            index: runs.count, point: point.index, seed: seed, settings: point.settings,
            recordings: recordings[point.index], distributions: distributions[point.index],
            ablations: ablations))
      }
    }
    return runs
  }

  /// What the runs of a point record as series: without duplicates, in canonical order.
  package func recordings(of point: GridPoint) -> [Recording] {
    var specs = self.recordings
    for sheet in sheets where sheet.points.contains(point.index) {
      specs += sheet.rows.compactMap(\.mark.recording)
    }
    for case .reduced(let spec, _) in claims.flatMap({ $0.measures(of: point.index) }) { specs.append(spec) }
    return Set(specs.flatMap { $0.recordings(in: point.settings.network) }).sorted { $0.isBefore($1) }
  }

  /// What the runs of a point record as distributions: without duplicates, in canonical order.
  package func distributions(of point: GridPoint) -> [DistributionRecording] {
    var specs = self.distributions
    for sheet in sheets where sheet.points.contains(point.index) {
      specs += sheet.rows.compactMap(\.mark.distribution)
    }
    for case .distribution(let spec, _, _) in claims.flatMap({ $0.measures(of: point.index) }) {
      specs.append(spec)
    }
    return Set(specs.flatMap { $0.recordings(in: point.settings.network) }).sorted { $0.isBefore($1) }
  }

  /// The layers reset in each evaluation of a point's runs: those ablations whose layers its network has.
  package func ablations(of point: GridPoint) -> [[Int]] {
    let fitting = ablations.map(\.reset).filter { reset in
      reset.allSatisfy { $0 <= point.settings.network.layerCount }
    }
    return Set(fitting).sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension Claim {
  /// What a claim measures of a point's runs: for itself, and for others that are set against them.
  fileprivate func measures(of point: Int) -> [Measure] {
    let isOwn = points.contains(point)
    var measures = isOwn ? [measure] : []
    if let operand = relation.operand, operand.point == point || operand.point == nil && isOwn {
      measures.append(operand.layers.map(measure.of) ?? measure)
    }
    return measures
  }
}

extension Recording {
  /// A total order: by quantity in the order of its declaration, layer, steps, units.
  fileprivate func isBefore(_ other: Recording) -> Bool {
    let (a, b) = (sortKey, other.sortKey)
    return a == b
      ? units.text.utf8.lexicographicallyPrecedes(other.units.text.utf8) : a.lexicographicallyPrecedes(b)
  }

  private var sortKey: [Int] {
    [Quantity.allCases.firstIndex(of: quantity) ?? 0, layer ?? 0, every]
  }
}

extension DistributionRecording {
  /// A total order: by tensor in the order of its declaration, layer, then all else as text.
  fileprivate func isBefore(_ other: DistributionRecording) -> Bool {
    let (a, b) = (sortKey, other.sortKey)
    return a == b
      ? canonicalText.utf8.lexicographicallyPrecedes(other.canonicalText.utf8)
      : a.lexicographicallyPrecedes(b)
  }

  private var sortKey: [Int] { [Tensor.allCases.firstIndex(of: tensor) ?? 0, layer] }
}

extension UnitSelection {
  /// "all", "first 10", "1 3 8".
  var text: String {
    switch self {
    case .all: "all"
    case .first(let count): "first \(count)"
    case .list(let units): units.map(String.init).joined(separator: " ")
    }
  }
}
