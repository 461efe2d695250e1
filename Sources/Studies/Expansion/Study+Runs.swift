extension Study {
  /// Every grid point with every seed: points in order, the seeds of a point together.
  ///
  /// Each run records what the sheets that draw it, the claims about it and `record:` need, and no more.
  package func runs() -> [Run] {
    let recordings = points.map(recordings(of:))
    var runs: [Run] = []
    for point in points {
      for seed in seeds {
        runs.append(
          Run(
            index: runs.count, point: point.index, seed: seed, settings: point.settings,
            recordings: recordings[point.index]))
      }
    }
    return runs
  }

  /// What the runs of a point record: without duplicates, in canonical order.
  package func recordings(of point: GridPoint) -> [Recording] {
    var specs = self.recordings
    for sheet in sheets where sheet.points.contains(point.index) { specs += sheet.rows.map(\.recording) }
    for claim in claims where claim.points.contains(point.index) || claim.relation.point == point.index {
      if case .reduced(let spec, _) = claim.measure { specs.append(spec) }
    }
    let layerCount = point.settings.network.layerCount
    return Set(specs.flatMap { $0.recordings(layerCount: layerCount) }).sorted { $0.isBefore($1) }
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
