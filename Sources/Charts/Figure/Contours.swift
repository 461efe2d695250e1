/// Lines along which values over a grid of points have a level, by marching squares.
///
/// Source: Lorensen and Cline, "Marching Cubes" (SIGGRAPH 1987), in two dimensions; between two points the values are
/// taken to be linear, and a saddle is parted as the mean of its four corners has it.
package struct Contours {
  /// Row after row, the lowest first.
  private let values: [Double]
  private let columns: Int
  private let rows: Int

  /// - Parameters:
  ///   - values: row after row; squares with a corner that is not finite have no lines.
  ///   - columns: points in a row, at the positions 0, 1, 2 …
  package init(values: [Double], columns: Int) {
    self.values = values
    self.columns = max(0, columns)
    rows = columns > 0 ? values.count / columns : 0
  }

  /// The lines of a level, each as positions along columns and rows; closed ones end where they begin.
  package func lines(at level: Double) -> [[(x: Double, y: Double)]] {
    var links = [[Int]](repeating: [], count: 2 * columns * rows)
    for row in 0..<max(0, rows - 1) {
      for column in 0..<max(0, columns - 1) {
        for (a, b) in segments(column, row, level) {
          links[a].append(b)
          links[b].append(a)
        }
      }
    }
    // Open lines from their ends first; what is left is closed.
    let starts = links.indices.filter { links[$0].count == 1 } + links.indices.filter { links[$0].count == 2 }
    return starts.compactMap { start in
      let line = Contours.walk(from: start, &links)
      return line.count > 1 ? line.map { crossing($0, level) } : nil
    }
  }

  /// The edges of a line, which are taken out of the links.
  private static func walk(from start: Int, _ links: inout [[Int]]) -> [Int] {
    var line = [start]
    while let last = line.last, let next = links[last].first {
      links[last].removeFirst()
      links[next].remove(at: links[next].firstIndex(of: last) ?? 0)
      line.append(next)
    }
    return line
  }

  /// The edges from a point to the right and upwards are numbered 2 n and 2 n + 1.
  private func edge(_ column: Int, _ row: Int, isUpright: Bool) -> Int {
    2 * (row * columns + column) + (isUpright ? 1 : 0)
  }

  /// The pairs of edges that the level's lines join in the square above and right of a point.
  private func segments(_ column: Int, _ row: Int, _ level: Double) -> [(Int, Int)] {
    let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map { values[(row + $0.1) * columns + column + $0.0] }
    guard corners.allSatisfy(\.isFinite) else { return [] }
    let isAbove = corners.map { $0 >= level }
    // Around the square: foot, right, top, left.
    let edges = [
      edge(column, row, isUpright: false), edge(column + 1, row, isUpright: true),
      edge(column, row + 1, isUpright: false), edge(column, row, isUpright: true),
    ]
    let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }
    guard crossed.count == 4 else {
      return crossed.count == 2 ? [(edges[crossed[0]], edges[crossed[1]])] : []
    }
    let isMiddleAbove = corners.reduce(0, +) / 4 >= level
    return isMiddleAbove == isAbove[0]
      ? [(edges[0], edges[1]), (edges[2], edges[3])] : [(edges[3], edges[0]), (edges[1], edges[2])]
  }

  /// Where an edge has the level.
  private func crossing(_ edge: Int, _ level: Double) -> (x: Double, y: Double) {
    let point = edge / 2
    let isUpright = edge % 2 == 1
    let (from, to) = (values[point], values[point + (isUpright ? columns : 1)])
    let share = (level - from) / (to - from)
    let (column, row) = (Double(point % columns), Double(point / columns))
    return isUpright ? (column, row + share) : (column + share, row)
  }
}
