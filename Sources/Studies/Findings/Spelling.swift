/// Finding the word that was meant: the Damerau–Levenshtein distance in its restricted form (optimal string alignment),
/// which counts insertions, deletions, substitutions and swaps of neighbours.
enum Spelling {
  /// The candidate nearest to a word, if it is near enough to be what was meant.
  ///
  /// Ties go to the earlier candidate.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let folded = word.lowercased()
    guard folded.count <= 60 else { return nil }
    let limit = max(1, folded.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let distance = distance(Array(folded), Array(candidate.lowercased()))
      guard distance <= limit, distance < max(folded.count, candidate.count) else { continue }
      if distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// The number of edits that turn one word into the other.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var twoBack = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1]
      for j in 0..<b.count {
        let substitution = previous[j] + (a[i] == b[j] ? 0 : 1)
        var cost = min(previous[j + 1] + 1, current[j] + 1, substitution)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, twoBack[j - 1] + 1) }
        current.append(cost)
      }
      twoBack = previous
      previous = current
    }
    return previous[b.count]
  }
}
