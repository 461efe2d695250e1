/// Finds room for text between the data of a panel.
struct QuietPlace {
  let panel: Panel
  let x: Scale
  let y: Scale

  /// The corner of `area` for a box of this size that the fewest pieces of lines and points touch; top right first.
  func corner(of area: Rect, width: Double, height: Double) -> Rect {
    let right = max(area.x, area.maxX - width)
    let bottom = max(area.y, area.maxY - height)
    let places = [Point(right, area.y), Point(area.x, area.y), Point(right, bottom), Point(area.x, bottom)]
    let boxes = places.map {
      Rect(x: $0.x, y: $0.y, width: min(width, area.width), height: min(height, area.height))
    }
    let loads = boxes.map(load)
    let quietest = loads.indices.min { loads[$0] < loads[$1] } ?? 0
    return boxes[quietest]
  }

  /// The run that the least data touches; the first of equals.
  func best(_ runs: [TextRun]) -> TextRun? {
    let loads = runs.map { load($0.box) }
    return loads.indices.min { loads[$0] < loads[$1] }.map { runs[$0] }
  }

  private func load(_ box: Rect) -> Int {
    var count = 0
    for mark in panel.marks {
      if case .rule(let rule) = mark, rule.direction == .horizontal, let at = y.map(rule.value),
        at > box.y, at < box.maxY
      {
        count += 1
      }
      count += bins(of: mark, under: box)
      var previous: Point?
      for position in mark.positions {
        guard let px = x.map(position.x), let py = y.map(position.y) else {
          previous = nil
          continue
        }
        let point = Point(px, py)
        if case .line = mark, let previous {
          if box.clip(previous, point) != nil { count += 1 }
        } else if box.contains(point) {
          count += 1
        }
        previous = point
      }
    }
    return count
  }

  /// How many bins of histograms reach into the box.
  private func bins(of mark: Mark, under box: Rect) -> Int {
    guard case .histogram(let histogram) = mark else { return 0 }
    return (0..<histogram.bins).count { bin in
      guard let left = x.map(histogram.edges[bin]), let right = x.map(histogram.edges[bin + 1]),
        let top = y.map(histogram.counts[bin])
      else { return false }
      return right > box.x && left < box.maxX && top < box.maxY
    }
  }
}
