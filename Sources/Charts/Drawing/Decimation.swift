/// Thins lines that have many points in a pixel column, without losing an extreme.
enum Decimation {
  /// Keeps of each run of points in one pixel column the first, the lowest, the highest and the last, in their order.
  static func thinned(_ path: [Point]) -> [Point] {
    guard path.count > 4 else { return path }
    var kept: [Point] = []
    var start = 0
    while start < path.count {
      let column = path[start].x.rounded(.down)
      var end = start + 1
      while end < path.count, path[end].x.rounded(.down) == column { end += 1 }
      if end - start <= 4 {
        kept += path[start..<end]
      } else {
        var low = start
        var high = start
        for index in start..<end {
          if path[index].y < path[low].y { low = index }
          if path[index].y > path[high].y { high = index }
        }
        var last = -1
        for index in [start, min(low, high), max(low, high), end - 1] where index > last {
          kept.append(path[index])
          last = index
        }
      }
      start = end
    }
    return kept
  }
}
