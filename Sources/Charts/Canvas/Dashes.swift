/// Cuts polylines into dashes.
enum Dashes {
  /// The dashes of one polyline.
  ///
  /// The pattern is in pen widths; round caps lengthen a dash by one of them.
  ///
  /// A line longer than any picture (values far outside the panel) is left solid.
  static func split(_ path: [Point], pen: Pen) -> [[Point]] {
    let pattern = pen.dash.map { max(0.1, $0) * pen.width }
    guard pattern.count >= 2, length(path) < 1e5, var current = path.first else { return [path] }
    var dashes: [[Point]] = []
    var dash = [current]
    var phase = 0
    var left = pattern[0]
    for target in path.dropFirst() {
      var rest = distance(current, target)
      while rest > left {
        let t = left / rest
        current = Point(current.x + (target.x - current.x) * t, current.y + (target.y - current.y) * t)
        rest -= left
        if phase.isMultiple(of: 2) { dashes.append(dash + [current]) }
        phase = (phase + 1) % pattern.count
        left = pattern[phase]
        dash = [current]
      }
      left -= rest
      current = target
      if phase.isMultiple(of: 2) { dash.append(target) }
    }
    if phase.isMultiple(of: 2) { dashes.append(dash) }
    return dashes
  }

  private static func distance(_ a: Point, _ b: Point) -> Double {
    ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
  }

  private static func length(_ path: [Point]) -> Double {
    zip(path, path.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
  }
}
