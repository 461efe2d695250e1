/// One way of writing a digit: strokes through points of the unit square.
struct DigitTemplate: Equatable {
  /// The points, each once, in the order in which they are first met.
  let points: [Point]
  /// Each stroke as indices into `points`; an index that follows itself is a corner.
  let strokes: [[Int]]
  /// How often this way is chosen, among those of its digit.
  let weight: Int

  /// A template written as `xxyy xxyy … / xxyy … *weight`, in percent of the unit square.
  ///
  /// Nil if the text is anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "*")
    guard parts.count == 2, let weight = Int(parts[1]), weight > 0 else { return nil }
    var points: [Point] = []
    var strokes: [[Int]] = [[]]
    for word in parts[0].split(separator: " ") {
      if word == "/" {
        strokes.append([])
        continue
      }
      guard word.utf8.count == 4, let percent = Int(word), percent >= 0 else { return nil }
      let point = Point(x: Double(percent / 100) / 100, y: Double(percent % 100) / 100)
      let index = points.firstIndex(of: point) ?? points.count
      if index == points.count { points.append(point) }
      strokes[strokes.count - 1].append(index)
    }
    guard strokes.allSatisfy({ $0.count >= 2 }) else { return nil }
    self.points = points
    self.strokes = strokes
    self.weight = weight
  }
}
