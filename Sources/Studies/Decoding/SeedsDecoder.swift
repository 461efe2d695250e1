/// `seed:` and `seeds:`.
struct SeedsDecoder {
  static func decode(_ root: SourceNode, _ issues: inout Issues) -> [UInt64] {
    let first = root["seed"]?.int ?? 1
    guard let seeds = root["seeds"] else { return [UInt64(clamping: first)] }
    if let count = seeds.int { return consecutive(from: first, count: count, seeds, &issues) }
    if root["seed"] != nil { issues.report(.seedAndSeeds, at: seeds.mark, path: ["seeds"]) }
    if let list = seeds.elements { return listed(list, &issues) }
    guard let first = seeds["first"]?.int, let count = seeds["count"]?.int else { return [1] }
    return consecutive(from: first, count: count, seeds, &issues)
  }

  private static func consecutive(
    from first: Int, count: Int, _ node: SourceNode, _ issues: inout Issues
  ) -> [UInt64] {
    guard 1...Grid.maxRuns ~= count, 0...StudySchema.maxSeed ~= first else { return [1] }
    guard first + count - 1 <= StudySchema.maxSeed else {
      issues.report(.seedsTooLarge, at: node.mark, path: ["seeds"])
      return [1]
    }
    return (first..<first + count).map { UInt64(clamping: $0) }
  }

  private static func listed(_ list: [SourceNode], _ issues: inout Issues) -> [UInt64] {
    var seeds: [UInt64] = []
    var seen: Set<UInt64> = []
    for node in list {
      guard let seed = node.int.flatMap(UInt64.init(exactly:)) else { continue }
      if seen.insert(seed).inserted {
        seeds.append(seed)
      } else {
        issues.report(.duplicateSeed("\(seed)"), at: node.mark, path: ["seeds"])
      }
    }
    return seeds.isEmpty ? [1] : seeds
  }
}
